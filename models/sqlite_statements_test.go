package models

import (
	"database/sql"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

func keepingPool(t *testing.T) *sql.DB {
	t.Helper()
	pool, err := openKeeping("file:" + filepath.Join(t.TempDir(), "kept.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := pool.Close(); err != nil {
			t.Error(err)
		}
	})
	pool.SetMaxOpenConns(1)
	run(t, pool, "create table words (word text unique)")
	run(t, pool, "insert into words values ('one'), ('two')")
	return pool
}

func run(t *testing.T, pool *sql.DB, statement string, args ...any) {
	t.Helper()
	if _, err := pool.ExecContext(t.Context(), statement, args...); err != nil {
		t.Fatal(err)
	}
}

// words reads all there are, by the same statement each time.
func words(t *testing.T, in *sql.Tx) (*sql.Rows, func() string) {
	t.Helper()
	rows, err := in.Query("select word from words order by word")
	if err != nil {
		t.Fatal(err)
	}
	return rows, func() (word string) {
		if rows.Next() {
			if err := rows.Scan(&word); err != nil {
				t.Fatal(err)
			}
		}
		return word
	}
}

func TestAStatementIsAskedTwiceAtOnceAndEachReaderGetsAll(t *testing.T) {
	tx, err := keepingPool(t).Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	for range 2 {       // the second time by statements that were kept
		if got, want := readTwice(t, tx), []string{"one", "one", "two", "two", "", ""}; !slices.Equal(got, want) {
			t.Errorf("read %q, want %q", got, want)
		}
	}
}

func readTwice(t *testing.T, tx *sql.Tx) []string {
	t.Helper()
	one, first := words(t, tx)
	defer one.Close() //nolint:errcheck // the next reading would fail
	two, second := words(t, tx)
	defer two.Close() //nolint:errcheck // the same
	return []string{first(), second(), second(), first(), first(), second()}
}

func TestAStatementGoesOnWhenTheTableChanges(t *testing.T) {
	pool := keepingPool(t)
	for _, change := range []string{
		"alter table words add column language text",
		"drop table words; create table words (word text)",
	} {
		run(t, pool, "insert into words (word) values (?)", "three")
		run(t, pool, "delete from words where word = ?", "three")
		run(t, pool, change)
	}
	run(t, pool, "insert into words (word) values (?)", "three")
}

func TestAStatementIsPreparedOnce(t *testing.T) {
	pool := keepingPool(t)
	run(t, pool, "insert into words values (?)", "three")
	first := idleIn(t, pool)["insert into words values (?)"]
	run(t, pool, "insert into words values (?)", "four")
	if again := idleIn(t, pool)["insert into words values (?)"]; first == nil || again != first {
		t.Errorf("it was carried out by %v, and then by %v", first, again)
	}
}

func TestARefusedStatementIsNotKeptAndCanBeSentAgain(t *testing.T) {
	pool := keepingPool(t)
	for _, word := range []string{"one", "two"} {
		_, err := pool.ExecContext(t.Context(), "insert into words values (?)", word)
		if refused, plain := err.(*sqlite.Error); !plain || refused.Code()&0xff != sqlite3.SQLITE_CONSTRAINT { //nolint:errorlint // it comes as the driver gave it
			t.Fatalf("%q was there, and a second is refused with %v", word, err)
		}
		if idleIn(t, pool)["insert into words values (?)"] != nil {
			t.Error("a statement that failed is kept")
		}
	}
	run(t, pool, "insert into words values (?)", "three")
}

func TestNoMoreStatementsAreKeptThanSomebodyNeeds(t *testing.T) {
	pool := keepingPool(t)
	for n := range 2*mostStatements + 1 {
		var got int
		if err := pool.QueryRowContext(t.Context(), fmt.Sprintf("select %d", n)).Scan(&got); err != nil || got != n {
			t.Fatalf("asked for %d, got %d, %v", n, got, err)
		}
		if now := len(idleIn(t, pool)); now == 0 || now > mostStatements {
			t.Fatalf("after %d questions %d statements are kept", n+1, now)
		}
	}
}

// idleIn a pool are the statements of the one connection that nobody uses now.
func idleIn(t *testing.T, pool *sql.DB) (idle map[string]statement) {
	t.Helper()
	conn, err := pool.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	if err := conn.Raw(func(is any) error { idle = maps.Clone(is.(*keepingConn).idle); return nil }); err != nil {
		t.Fatal(err)
	}
	return idle
}
