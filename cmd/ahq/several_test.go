package main

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"

	"ahq/models/modelstest"
)

// manyPeople are to be reminded when two processes begin, on the morning of the
// reply-by date.
const (
	manyPeople = 200
	lastDay    = "2017-01-23T09:00:00Z"
)

// Two processes share a database. One leads, finds out who is to be reminded, and
// is killed in the middle of its work: the other takes its place, and everybody is
// reminded, once, but for the few that the killed one had in its hands.
func TestTwoProcessesRemindEverybodyOnceThoughTheLeaderIsKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits until a leader is missed")
	}
	database := modelstest.PostgresURL(t)
	post := receiving(t, 40*time.Millisecond)
	if err := run(t.Context(), []string{"seed", "--password", everybodysPassword, "--database", database, "--data", t.TempDir()}, io.Discard); err != nil {
		t.Fatal(err)
	}
	d := openSQL(t, database)
	manyOffices(t, d, manyPeople)
	first := serving(t, database, post.address)
	leads := `select coalesce(max(leader_id), '') from river_leader`
	var leader string
	eventually(t, 10*time.Second, "somebody leads", func() bool { leader = one[string](t, d, leads); return leader != "" })
	serving(t, database, post.address)
	eventually(t, 20*time.Second, "a third is sent", func() bool { return post.count() > manyPeople/3 })
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	killed := time.Now()
	const unsent = `select count(*) from messages where sent_at is null`
	begun := ` id in (select args ->> 'message' from river_job where kind = 'send' and state = 'running' and '` + leader + `' = any(attempted_by))`
	eventually(t, 30*time.Second, "the other leads", func() bool { now := one[string](t, d, leads); return now != "" && now != leader })
	t.Logf("the other leads %.1f s after the first was killed", time.Since(killed).Seconds())
	eventually(t, 30*time.Second, "the other sends the rest", func() bool { return one[int](t, d, unsent+" and not"+begun) == 0 })
	inHand := one[int](t, d, unsent)
	if inHand > mostAtOnce {
		t.Errorf("the killed one had %d messages in its hands", inHand)
	}
	t.Logf("the killed one had %d messages in its hands", inHand)
	// The clock of the database says that they were begun a long time ago.
	if _, err := d.ExecContext(t.Context(), `update river_job set attempted_at = attempted_at - interval '10 minutes' where state = 'running'`); err != nil {
		t.Fatal(err)
	}
	eventually(t, 90*time.Second, "nothing is left", func() bool { return one[int](t, d, unsent) == 0 })
	twice := 0
	for id, times := range post.all() {
		twice += times - 1
		if times > 2 {
			t.Errorf("%s came %d times", id, times)
		}
	}
	if n := len(post.all()); n != manyPeople || twice > inHand {
		t.Errorf("%d messages came, %d of them twice", n, twice)
	}
	if n := one[int](t, d, `select count(*) from reminders where step = 'on-the-day' and fate = 'sent'`); n != 3 {
		t.Errorf("%d NCPs were reminded", n)
	}
}

// mostAtOnce is how many jobs of a kind a process does at once.
const mostAtOnce = 4

// serving is ahq as a process of its own that shares the database, until the
// test ends.
func serving(t *testing.T, database, smtp string) *exec.Cmd {
	t.Helper()
	command := program(t.Context(), "serve", "--addr", "127.0.0.1:0", "--data", t.TempDir(), "--database", database, "--smtp", "smtp://"+smtp, "--begin", lastDay)
	command.Stderr = os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Kill(); _ = command.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("it says %q: %v", line, err)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return command
}

func openSQL(t *testing.T, database string) *sql.DB {
	t.Helper()
	d, err := sql.Open("pgx", database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// one value that a query gives.
func one[T any](t *testing.T, d *sql.DB, query string) (v T) {
	t.Helper()
	if err := d.QueryRowContext(t.Context(), query).Scan(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// manyOffices lets the three NCPs of the small world that have not answered have
// so many coordinators. All else is done.
func manyOffices(t *testing.T, d *sql.DB, n int) {
	t.Helper()
	for _, statement := range []string{
		`update messages set sent_at = created_at`,
		`delete from river_job`,
		`update persons set blocked_at = created_at where id in (select person_id from memberships where ncp in ('AT', 'FI', 'FR'))`,
		fmt.Sprintf(`insert into persons (id, email, name, created_at)
			select 'p' || n, 'office' || n || '@example.org', 'office', now() from generate_series(1, %d) n`, n),
		fmt.Sprintf(`insert into memberships (person_id, ncp, role)
			select 'p' || n, (array['AT', 'FI', 'FR'])[1 + n %% 3], 'coordinator' from generate_series(1, %d) n`, n),
	} {
		if _, err := d.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
}

func eventually(t *testing.T, patience time.Duration, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("within %v it is not so that %s", patience, what)
		}
	}
}

// A receiver is a mail server that takes everything, and counts it.
type receiver struct {
	address string
	takes   time.Duration // for one message
	mu      sync.Mutex
	times   map[string]int // by Message-ID
}

func receiving(t *testing.T, takes time.Duration) *receiver {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &receiver{address: l.Addr().String(), takes: takes, times: map[string]int{}}
	context.AfterFunc(t.Context(), func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go r.talk(textproto.NewConn(conn))
		}
	}()
	return r
}

// talk SMTP, as little of it as there is.
func (r *receiver) talk(c *textproto.Conn) {
	defer c.Close() //nolint:errcheck // whoever sends is gone
	_ = c.PrintfLine("220 ready")
	for {
		line, err := c.ReadLine()
		if err != nil {
			return
		}
		switch verb, _, _ := strings.Cut(strings.ToUpper(line), " "); verb {
		case "DATA":
			_ = c.PrintfLine("354 go on")
			head, err := c.ReadMIMEHeader()
			if _, rest := c.ReadDotBytes(); err != nil || rest != nil {
				return
			}
			time.Sleep(r.takes)
			r.take(head.Get("Message-Id"))
			_ = c.PrintfLine("250 taken")
		case "QUIT":
			_ = c.PrintfLine("221 bye")
			return
		default:
			_ = c.PrintfLine("250 well")
		}
	}
}

func (r *receiver) take(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.times[id]++
}

func (r *receiver) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.times)
}

// all that came, and how often; nothing comes any more.
func (r *receiver) all() map[string]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.times
}
