package models

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"gorm.io/driver/postgres"
)

// openPostgres opens a pool, and a second, small one to listen with: whoever
// waits for a notification holds a connection for as long as it waits.
func openPostgres(ctx context.Context, address string) (engine, error) {
	listening, err := pgxpool.ParseConfig(address)
	if err != nil {
		return engine{}, fmt.Errorf("the address of the database: %w", err)
	}
	listening.MaxConns = 2
	listeners, err := pgxpool.NewWithConfig(ctx, listening)
	if err != nil {
		return engine{}, err
	}
	pool, err := sql.Open("pgx", address)
	if err != nil {
		listeners.Close()
		return engine{}, err
	}
	pool.SetMaxOpenConns(16)
	pool.SetMaxIdleConns(8)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	return engine{
		postgres:    true,
		read:        pool,
		write:       pool,
		dialector:   postgres.New(postgres.Config{Conn: pool}),
		dialect:     goose.DialectPostgres,
		jobs:        riverdatabasesql.NewWithPgxListener(pool, listeners),
		words:       postgresWords,
		exclusively: sessionLock(pool),
		tell:        tellPostgres,
		hear:        hearPostgres(listeners),
		close:       func() error { listeners.Close(); return pool.Close() },
	}, nil
}

// sessionLock lets one program at a time do what it does. The number is ours:
// any would do, as long as all programs use the same.
func sessionLock(pool *sql.DB) func(context.Context, func() error) error {
	const number = 0x616871
	return func(ctx context.Context, do func() error) (err error) {
		conn, err := pool.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close() //nolint:errcheck // it goes back to the pool
		if _, err := conn.ExecContext(ctx, "select pg_advisory_lock($1)", number); err != nil {
			return fmt.Errorf("lock the database: %w", err)
		}
		defer func() {
			_, unlocked := conn.ExecContext(context.WithoutCancel(ctx), "select pg_advisory_unlock($1)", number)
			err = errors.Join(err, unlocked)
		}()
		return do()
	}
}
