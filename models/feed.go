package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Feed is a calendar at a secret address, of one AHQ or of all that is due for
// a person and all that they ask.
type Feed struct {
	ID        FeedID
	Hash      string // SHA-256 of the secret
	PersonID  PersonID
	AHQID     *AHQID     `gorm:"column:ahq_id"` // nil: all
	CreatedAt time.Time  `gorm:"serializer:utc;autoCreateTime:false"`
	RevokedAt *time.Time `gorm:"serializer:utc"`
}

// Feed is the one with the hash, revoked too.
func (r reader) Feed(ctx context.Context, hash string) (Feed, error) {
	return found(gorm.G[Feed](r.db).Where("hash = ?", hash).Take(ctx))
}

// Feeds of a person that are in force, newest first.
func (r reader) Feeds(ctx context.Context, person PersonID) ([]Feed, error) {
	return gorm.G[Feed](r.db).Where("person_id = ? and revoked_at is null", person).Order("created_at desc, id").Find(ctx)
}

// CreateFeed adds a feed.
func (t *Tx) CreateFeed(ctx context.Context, f Feed) error {
	return insert(ctx, t, &f)
}

// RevokeFeed ends one of a person's feeds; ErrNotFound when they have no such.
// One that was ended stays so.
func (t *Tx) RevokeFeed(ctx context.Context, person PersonID, id FeedID, at time.Time) error {
	ended := gorm.Expr("coalesce(revoked_at, ?)", utc(at))
	return change[Feed](ctx, t, map[string]any{"revoked_at": ended}, "id = ? and person_id = ?", id, person)
}
