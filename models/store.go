package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/riverqueue/river/riverdriver"
	"gorm.io/gorm"
)

// A Store reads. It changes nothing but through Tx, and sessions.
type Store struct {
	reader
	engine  engine
	ahqs    *lru.Cache[keptAHQ, AHQ]
	roll    atomic.Pointer[roll]
	spreads *lru.Cache[Stamp, Spread]
}

// A Tx reads and writes, inside one transaction. What it reads is as the
// transaction sees it. A struct that counts its writes in Version is given by
// pointer, and its Version follows; all else is given by value.
type Tx struct {
	reader
	sql      *sql.Tx
	ahqs     *lru.Cache[keptAHQ, AHQ] // the store's
	postgres bool
	told     []Notice // what is told when it is committed
}

// A reader asks the questions that Store and Tx have in common. Each question
// about AHQs, responses, versions or editions takes the Scope of who is asking.
type reader struct {
	db    *gorm.DB
	words wordIndex
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
	tx := s.inside(ctx, begun)
	if err := do(tx); err != nil {
		return err
	}
	if err := begun.Commit(); err != nil {
		return err
	}
	s.afterwards(ctx, conn, tx.told)
	return nil
}

// inside is a Tx whose statements go into the transaction.
func (s *Store) inside(ctx context.Context, begun *sql.Tx) *Tx {
	db := s.db.Session(&gorm.Session{NewDB: true, Context: ctx}) // with a statement of its own, for there is a context
	db.Statement.ConnPool = begun
	return &Tx{reader: reader{db, s.words}, sql: begun, ahqs: s.ahqs, postgres: s.engine.postgres}
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

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.engine.write.PingContext(ctx) }

// Close lets go of the database.
func (s *Store) Close() error { return s.engine.close() }
