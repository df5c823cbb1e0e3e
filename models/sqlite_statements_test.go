package models

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
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

func TestARefusedStatementCanBeSentAgain(t *testing.T) {
	pool := keepingPool(t)
	for _, word := range []string{"one", "two"} {
		if _, err := pool.Exec("insert into words values (?)", word); err == nil {
			t.Fatalf("%q was there, and is there twice", word)
		}
	}
	run(t, pool, "insert into words values (?)", "three")
}

func TestMoreStatementsThanAreKeptAreAnsweredToo(t *testing.T) {
	pool := keepingPool(t)
	for n := range 2*mostStatements + 1 {
		var got int
		if err := pool.QueryRow(fmt.Sprintf("select %d", n)).Scan(&got); err != nil || got != n {
			t.Fatalf("asked for %d, got %d, %v", n, got, err)
		}
	}
}
