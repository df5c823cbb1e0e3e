package models

import (
	"context"

	"gorm.io/gorm/clause"
)

// The two ways to hold a row. On SQLite neither says anything: a transaction
// there is alone already.
var (
	exclusive = clause.Locking{Strength: clause.LockingStrengthUpdate}
	shared    = clause.Locking{Strength: clause.LockingStrengthShare}
)

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
