package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Remembered is what a request with an Idempotency-Key did, so that doing it
// again answers the same.
type Remembered struct {
	PersonID    PersonID `gorm:"primaryKey"`
	Key         string   `gorm:"primaryKey"`
	Fingerprint string   // of the act and what it was given
	Result      string
	At          time.Time `gorm:"serializer:utc"`
}

// TableName says what is remembered.
func (Remembered) TableName() string { return "idempotency_keys" }

// Remembered is what the person did under the key.
func (r reader) Remembered(ctx context.Context, person PersonID, key string) (Remembered, error) {
	return found(gorm.G[Remembered](r.db).Where(map[string]any{"person_id": person, "key": key}).Take(ctx))
}

// HoldKey lets requests under one key take turns: the second finds what the first
// did, and is not refused for it.
func (t *Tx) HoldKey(ctx context.Context, person PersonID, key string) error {
	return t.alone(ctx, "key "+string(person)+" "+key)
}

// Remember keeps what was done; ErrDuplicate when the key is in use.
func (t *Tx) Remember(ctx context.Context, done Remembered) error {
	return insert(ctx, t, &done)
}

// Forget what was remembered before an instant.
func (t *Tx) Forget(ctx context.Context, before time.Time) error {
	_, err := gorm.G[Remembered](t.db).Where("at < ?", utc(before)).Delete(ctx)
	return known(err)
}
