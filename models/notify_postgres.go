package models

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// tellPostgres tells all processes on the database.
func tellPostgres(ctx context.Context, on executor, lines []string) error {
	_, err := on.ExecContext(ctx, "select pg_notify('ahq', line) from unnest($1::text[]) line", lines)
	return err
}

// hearPostgres holds one connection for as long as it hears. When the database
// was away it comes back by itself.
func hearPostgres(listeners *pgxpool.Pool) func(context.Context, func(), func(string)) {
	return func(ctx context.Context, begin func(), hear func(string)) {
		const least, most = 100 * time.Millisecond, 10 * time.Second
		wait := least
		begun := func() { wait = least; begin() }
		for ; ctx.Err() == nil; wait = min(2*wait, most) {
			_ = listen(ctx, listeners, begun, hear) // whatever it was, we try again
			_ = pause(ctx, wait)                    // the loop sees that ctx ended
		}
	}
}

// listen hears until the connection breaks.
func listen(ctx context.Context, listeners *pgxpool.Pool, begin func(), hear func(string)) error {
	borrowed, err := listeners.Acquire(ctx)
	if err != nil {
		return err
	}
	conn := borrowed.Hijack() // one that listens does not go back to the pool
	defer func() {
		patience, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer stop()
		_ = conn.Close(patience)
	}()
	if _, err := conn.Exec(ctx, "listen ahq"); err != nil {
		return err
	}
	begin()
	for {
		told, err := conn.WaitForNotification(ctx)
		if err != nil {
			return err
		}
		hear(told.Payload)
	}
}
