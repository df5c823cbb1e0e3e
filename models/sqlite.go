package models

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	"github.com/libtnb/sqlite"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riversqlite"
)

// How a connection to SQLite is set up. A commit is on the disk before it is
// said to be done; who reads does not wait for who writes; a transaction takes
// the writer's place when it begins, since it could not do so later; an instant
// is written so that instants can be compared.
const (
	bothWays = "_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)&_pragma=synchronous(full)&_pragma=foreign_keys(1)&_time_format=sqlite"
	toWrite  = bothWays + "&_txlock=immediate"
	toRead   = bothWays + "&_pragma=query_only(1)"
)

// readers is how many connections to read with are kept open: to open one costs
// as much as many questions.
const readers = 8

// openSQLite opens ahq.db in the folder, with one connection for all who write:
// they queue here, in order, and not in SQLite, by luck.
func openSQLite(ctx context.Context, dir string) (engine, error) {
	if dir == "" {
		dir = "data"
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return engine{}, fmt.Errorf("make the folder of the database: %w", err)
	}
	file := "file:" + (&url.URL{Path: filepath.Join(dir, "ahq.db")}).EscapedPath()
	write, err := openKeeping(file + "?" + toWrite)
	if err != nil {
		return engine{}, err
	}
	write.SetMaxOpenConns(1)
	read, err := openKeeping(file + "?" + toRead)
	if err != nil {
		return engine{}, errors.Join(err, write.Close())
	}
	read.SetMaxIdleConns(readers)
	var inside listeners
	e := engine{
		read:        read,
		write:       write,
		dialector:   sqlite.Dialector{Conn: read},
		dialect:     goose.DialectSQLite3,
		jobs:        riversqlite.New(write),
		words:       sqliteWords,
		exclusively: fileLock(filepath.Join(dir, "ahq.lock")),
		tell:        inside.tell,
		hear:        inside.hear,
		close:       func() error { return errors.Join(read.Close(), write.Close()) },
	}
	// The first connection makes the file what it is: two must not do so at once.
	if err := e.exclusively(ctx, func() error { return write.PingContext(ctx) }); err != nil {
		return engine{}, errors.Join(fmt.Errorf("open %s: %w", filepath.Join(dir, "ahq.db"), err), e.close())
	}
	return e, nil
}

// fileLock lets one program at a time do what it does.
func fileLock(path string) func(context.Context, func() error) error {
	return func(ctx context.Context, do func() error) (err error) {
		lock := flock.New(path)
		if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
			return fmt.Errorf("lock %s: %w", path, err)
		}
		defer func() { err = errors.Join(err, lock.Unlock()) }()
		return do()
	}
}
