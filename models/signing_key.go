package models

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"time"

	"gorm.io/gorm"
)

// A SigningKey is what receipts are signed with, the same for all processes on
// one database. Its id is the public half.
type SigningKey struct {
	ID        string
	Seed      string
	CreatedAt time.Time `gorm:"serializer:utc;autoCreateTime:false"`
}

// NewSigningKey makes one (RFC 8032).
func NewSigningKey(at time.Time) (SigningKey, error) {
	public, private, err := ed25519.GenerateKey(nil)
	encode := base64.RawURLEncoding.EncodeToString
	return SigningKey{ID: encode(public), Seed: encode(private.Seed()), CreatedAt: at}, err
}

// Private is the key to sign with.
func (k SigningKey) Private() (ed25519.PrivateKey, error) {
	seed, err := base64.RawURLEncoding.DecodeString(k.Seed)
	if err == nil && len(seed) != ed25519.SeedSize {
		err = errors.New("the stored key has not the length of one")
	}
	if err != nil {
		return nil, err
	}
	return ed25519.NewKeyFromSeed(seed), nil
}

// SigningKey is the newest; ErrNotFound before the first.
func (r reader) SigningKey(ctx context.Context) (SigningKey, error) {
	return found(gorm.G[SigningKey](r.db).Order("created_at desc, id").Take(ctx))
}

// SigningKeyIs says whether a public key is or was ours.
func (r reader) SigningKeyIs(ctx context.Context, id string) (bool, error) {
	n, err := gorm.G[SigningKey](r.db).Where("id = ?", id).Count(ctx, "*")
	return n > 0, err
}

// FirstSigningKey keeps a key if there is none yet, and gives the one there is.
func (t *Tx) FirstSigningKey(ctx context.Context, k SigningKey) (SigningKey, error) {
	if err := t.alone(ctx, "signing keys"); err != nil {
		return k, err
	}
	known, err := t.SigningKey(ctx)
	if !errors.Is(err, ErrNotFound) {
		return known, err
	}
	return k, insert(ctx, t, &k)
}
