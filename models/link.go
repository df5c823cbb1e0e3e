package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Purpose is what a one-time link is for.
type Purpose string

// The purposes of one-time links.
const (
	Invitation Purpose = "invitation"
	Reset      Purpose = "reset"
	SignInOnce Purpose = "sign-in"
)

// A OneTimeLink lets a person in once: to choose a password.
type OneTimeLink struct {
	Hash      string `gorm:"primaryKey"` // SHA-256 of the secret
	PersonID  PersonID
	Purpose   Purpose
	ExpiresAt time.Time  `gorm:"serializer:utc"`
	UsedAt    *time.Time `gorm:"serializer:utc"`
}

// OneTimeLink is the one with the hash, used or expired too.
func (r reader) OneTimeLink(ctx context.Context, hash string) (OneTimeLink, error) {
	return found(gorm.G[OneTimeLink](r.db).Where("hash = ?", hash).Take(ctx))
}

// CreateOneTimeLink adds a link.
func (t *Tx) CreateOneTimeLink(ctx context.Context, l OneTimeLink) error {
	return insert(ctx, t, &l)
}

// UseOneTimeLink uses it up and says whose it is. One that was used or has
// expired is ErrNotFound: of two who use it at once, one gets in.
func (t *Tx) UseOneTimeLink(ctx context.Context, hash string, now time.Time) (OneTimeLink, error) {
	err := change[OneTimeLink](ctx, t, map[string]any{"used_at": utc(now)},
		"hash = ? and used_at is null and expires_at > ?", hash, utc(now))
	if err != nil {
		return OneTimeLink{}, err
	}
	return t.OneTimeLink(ctx, hash)
}
