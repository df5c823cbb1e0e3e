package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Token lets a program act for a person.
type Token struct {
	ID        TokenID
	Hash      string
	PersonID  PersonID
	Name      string
	CreatedAt time.Time  `gorm:"serializer:utc;autoCreateTime:false"`
	ExpiresAt time.Time  `gorm:"serializer:utc"`
	RevokedAt *time.Time `gorm:"serializer:utc"`
}

// Token is the one with the hash, expired or revoked too.
func (r reader) Token(ctx context.Context, hash string) (Token, error) {
	return found(gorm.G[Token](r.db).Where("hash = ?", hash).Take(ctx))
}

// Tokens of a person, newest first.
func (r reader) Tokens(ctx context.Context, person PersonID) ([]Token, error) {
	return gorm.G[Token](r.db).Where("person_id = ?", person).Order("created_at desc, id").Find(ctx)
}

// CreateToken adds a token.
func (t *Tx) CreateToken(ctx context.Context, token Token) error {
	return insert(ctx, t, &token)
}

// RevokeToken ends a token; ErrNotFound when it was not in force.
func (t *Tx) RevokeToken(ctx context.Context, id TokenID, at time.Time) error {
	return change[Token](ctx, t, map[string]any{"revoked_at": utc(at)}, "id = ? and revoked_at is null", id)
}
