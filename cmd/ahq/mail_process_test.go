package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow"
)

// posted is how many messages wait when the process starts.
const posted = 20

// TestAKilledProcessLosesNoMail kills the program after the mail server has
// taken a message, and before the program can know it.
func TestAKilledProcessLosesNoMail(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]func(testing.TB) string{
		"sqlite": func(testing.TB) string { return "" }, "postgres": modelstest.PostgresURL,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at := storage{Data: t.TempDir(), Database: database(t)}
			write(t, at)
			s := startSink(t)
			var serving *exec.Cmd
			killed, started := "", make(chan struct{})
			s.behaves(manner{data: func(string) error {
				if killed != "" {
					return errDropped // from who is dead
				}
				return nil
			}, kept: func(id string) {
				if <-started; len(s.took()) == posted/2 {
					time.Sleep(500 * time.Millisecond) // what went before is marked
					killed = id
					_ = serving.Process.Kill()
				}
			}})
			serving = serveMail(t, at, s)
			close(started)
			_ = serving.Wait()
			longAgo(t, at)
			s.behaves(manner{})
			serveMail(t, at, s)
			s.waits(t, posted, 90*time.Second)
			allMarked(t, at)
			for id, times := range s.took() {
				if want := 1 + btoi(id == killed); times != want {
					t.Errorf("%s came %d times, not %d", id, times, want)
				}
			}
		})
	}
}

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// write has messages wait that no process has sent.
func write(t *testing.T, at storage) {
	t.Helper()
	flow, err := at.flow(t.Context(), realTime)
	if err != nil {
		t.Fatal(err)
	}
	defer closing(flow.Store)
	for i := range posted {
		_, _, err := flow.Invite(t.Context(), workflow.Itself(), workflow.NewPerson{Name: "an office", Email: fmt.Sprintf("office%d@example.org", i)})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// serveMail is the program, mailing to the sink.
func serveMail(t *testing.T, at storage, s *sink) *exec.Cmd {
	t.Helper()
	args := []string{"serve", "--addr", "127.0.0.1:0", "--data", at.Data, "--smtp", s.url, "--mail-from", "ahq@example.org"}
	if at.Database != "" {
		args = append(args, "--database", at.Database)
	}
	command := program(context.WithoutCancel(t.Context()), args...)
	var log strings.Builder
	command.Stderr = &log
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
		if t.Failed() {
			_, _ = os.Stderr.WriteString(log.String())
		}
		if strings.Contains(log.String(), "/invitation/") {
			t.Error("a secret is in the log")
		}
	})
	return command
}

// longAgo lets time pass in which nobody works on what the killed process had
// begun: so much that others do it.
func longAgo(t *testing.T, at storage) {
	t.Helper()
	inStore(t, at, func(store *models.Store) {
		err := store.Tx(t.Context(), func(tx *models.Tx) error {
			_, err := tx.SQL().ExecContext(t.Context(), "update river_job set attempted_at = '2020-01-01 00:00:00' where state = 'running'")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// allMarked waits until no message is unsent.
func allMarked(t *testing.T, at storage) {
	t.Helper()
	inStore(t, at, func(store *models.Store) {
		for end := time.Now().Add(90 * time.Second); ; time.Sleep(100 * time.Millisecond) {
			left, err := store.Unsent(t.Context())
			if err == nil && len(left) == 0 {
				return
			}
			if err != nil || time.Now().After(end) {
				t.Fatalf("%d are not marked: %v", len(left), err)
			}
		}
	})
}

func inStore(t *testing.T, at storage, do func(*models.Store)) {
	t.Helper()
	store, err := at.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer closing(store)
	do(store)
}
