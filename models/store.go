package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river/riverdriver"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// A Store reads. It changes nothing but through Tx, and sessions.
type Store struct {
	reader
	engine engine
}

// A Tx reads and writes, inside one transaction. What it reads is as the
// transaction sees it. A struct that counts its writes in Version is given by
// pointer, and its Version follows; all else is given by value.
type Tx struct {
	reader
	sql      *sql.Tx
	postgres bool
}

// A reader asks the questions that Store and Tx have in common. Each question
// about AHQs, responses, versions or editions takes the Scope of who is asking.
type reader struct {
	db *gorm.DB
}

// attempts is how often a transaction is tried that PostgreSQL breaks off
// because it crossed another.
const attempts = 5

// Tx does all of it or nothing. On PostgreSQL it may call do again, when the
// transaction crossed another: do then starts from what it reads through its Tx.
//
// Inside do, use only the Tx. On SQLite there is one writer, and a second Tx
// begun inside the first waits for it in vain: it gives up after Options.Patience.
func (s *Store) Tx(ctx context.Context, do func(*Tx) error) error {
	for attempt := 1; ; attempt++ {
		err := s.try(ctx, do)
		if !crossed(err) || attempt == attempts {
			return err
		}
		if err := pause(ctx, rand.N(time.Duration(attempt)*20*time.Millisecond)); err != nil {
			return err
		}
	}
}

func (s *Store) try(ctx context.Context, do func(*Tx) error) error {
	conn, err := s.engine.writer(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // it goes back to the pool
	begun, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	defer begun.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if err := do(s.inside(ctx, begun)); err != nil {
		return err
	}
	return begun.Commit()
}

// inside is a Tx whose statements go into the transaction.
func (s *Store) inside(ctx context.Context, begun *sql.Tx) *Tx {
	db := s.db.Session(&gorm.Session{NewDB: true, Context: ctx}) // with a statement of its own, for there is a context
	db.Statement.ConnPool = begun
	return &Tx{reader{db}, begun, s.engine.postgres}
}

// crossed says whether PostgreSQL broke a transaction off for the sake of another.
func crossed(err error) bool {
	refused, ok := errors.AsType[*pgconn.PgError](err)
	const serialization, deadlock = "40001", "40P01"
	return ok && (refused.Code == serialization || refused.Code == deadlock)
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// SQL is the transaction itself, for the job queue: a job is enqueued with the
// change that causes it, or not at all.
func (t *Tx) SQL() *sql.Tx { return t.sql }

// Jobs is the database as the job queue wants it.
func (s *Store) Jobs() riverdriver.Driver[*sql.Tx] { return s.engine.jobs }

// Postgres says whether many processes may share this database.
func (s *Store) Postgres() bool { return s.engine.postgres }

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.engine.write.PingContext(ctx) }

// Close lets go of the database.
func (s *Store) Close() error { return s.engine.close() }

// ---- the ways to write, in the words that all nouns share

// insert adds a row. One that exists already is ErrDuplicate, and the
// transaction goes on: PostgreSQL would end it if the insert had failed.
func insert[T any](ctx context.Context, t *Tx, row *T) error {
	done := t.db.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(row)
	if done.Error == nil && done.RowsAffected == 0 {
		return ErrDuplicate
	}
	return known(done.Error)
}

// put adds a row, or replaces the one with its key.
func put[T any](ctx context.Context, t *Tx, row *T) error {
	return known(t.db.WithContext(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(row).Error)
}

// first adds a row that counts its writes.
func first[T any](ctx context.Context, t *Tx, row *T, version *int) error {
	was := *version
	*version = 1
	err := insert(ctx, t, row)
	if err != nil {
		*version = was
	}
	return err
}

// save writes a row over the version it was read at, and counts the write. When
// somebody else wrote meanwhile it is ErrStale, and the row is as it was.
func save[T any](ctx context.Context, t *Tx, row *T, version *int, where string, key ...any) error {
	was := *version
	*version = was + 1
	done := t.db.WithContext(ctx).Model(new(T)).
		Where(where, key...).Where("version = ?", was).
		Select("*").Updates(row)
	err := known(done.Error)
	if err == nil && done.RowsAffected == 0 {
		err = ErrStale
	}
	if err != nil {
		*version = was
	}
	return err
}

// change sets columns of the rows that are there; none is ErrNotFound.
func change[T any](ctx context.Context, t *Tx, columns map[string]any, where string, values ...any) error {
	done := t.db.WithContext(ctx).Model(new(T)).Where(where, values...).Updates(columns)
	if done.Error == nil && done.RowsAffected == 0 {
		return ErrNotFound
	}
	return known(done.Error)
}

// found names gorm's errors in what a query for one row gives back.
func found[T any](row T, err error) (T, error) {
	return row, known(err)
}

// alone waits until no other transaction is in the same business, and keeps
// others out of it until the end.
func (t *Tx) alone(ctx context.Context, business string) error {
	if !t.postgres {
		return nil // the one writer of SQLite is always alone
	}
	return t.db.WithContext(ctx).Exec("select pg_advisory_xact_lock(hashtext(?))", business).Error
}
