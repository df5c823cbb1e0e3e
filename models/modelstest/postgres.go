package modelstest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"ahq/forms/formstest"
	"ahq/models"
)

// PostgresURL is the address of a fresh database with nothing in it, which is
// dropped when the test ends. The server is the one AHQ_TEST_POSTGRES names, else
// one started from the programs on this machine. Without either the test is
// skipped, or fails where AHQ_TEST_REQUIRE names postgres.
func PostgresURL(t testing.TB) string {
	t.Helper()
	return copyOf(t, "template1")
}

// migratedPostgres is the address of such a database, up to date.
func migratedPostgres(t testing.TB) string {
	t.Helper()
	return copyOf(t, either(t, postgresTemplate))
}

func copyOf(t testing.TB, database string) string {
	t.Helper()
	server := either(t, postgresServer)
	name := newName("ahq_test_")
	if err := server.exec(t.Context(), "create database "+name+" template "+database); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.exec(context.Background(), "drop database "+name+" with (force)"); err != nil {
			t.Error(err)
		}
	})
	return server.database(name)
}

// either is what was made once for all tests, or the end of this one.
func either[T any](t testing.TB, made func() (T, error)) T {
	t.Helper()
	v, err := made()
	if errors.Is(err, errNoPostgres) {
		formstest.Lacks(t, "postgres", err.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// postgresTemplate is a database that is up to date: a copy of one is made faster
// than a migration. Each test process makes one.
var postgresTemplate = sync.OnceValues(func() (string, error) {
	server, err := postgresServer()
	if err != nil {
		return "", err
	}
	ctx, name := context.Background(), newName("ahq_template_")
	if err := server.exec(ctx, "create database "+name); err != nil {
		return "", err
	}
	return name, migrated(ctx, models.Options{URL: server.database(name)})
})

// postgresServer is the server for tests.
var postgresServer = sync.OnceValues(func() (server, error) {
	if named := os.Getenv("AHQ_TEST_POSTGRES"); named != "" {
		return server(named), nil
	}
	return startPostgres()
})

// A server is the address of one of its databases.
type server string

// database is the address of another one.
func (s server) database(name string) string {
	u, err := url.Parse(string(s))
	if err != nil {
		return string(s) // opening it says what is wrong with it
	}
	u.Path = "/" + name
	return u.String()
}

func (s server) exec(ctx context.Context, statement string) (err error) {
	conn, err := pgx.Connect(ctx, string(s))
	if err != nil {
		return fmt.Errorf("the PostgreSQL server for tests: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close(ctx)) }()
	_, err = conn.Exec(ctx, statement)
	return err
}

func newName(prefix string) string {
	return prefix + strings.ToLower(rand.Text())
}
