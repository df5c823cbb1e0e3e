package models

import (
	"context"
	"encoding/base64"
	"errors"
	"time"

	"gorm.io/gorm"
)

// Sessions keep who is signed in, for scs. They are the one write outside
// Workflow: nothing that anybody answered depends on them. They go by the real
// clock, as scs does, whatever clock the program goes by.
type Sessions struct {
	store *Store
}

// A session is what scs knows of one browser.
type session struct {
	Token  string    `gorm:"primaryKey"`
	Data   string    // base64
	Expiry time.Time `gorm:"serializer:utc"`
}

// Sessions of this store.
func (s *Store) Sessions() Sessions { return Sessions{s} }

// FindCtx is what is known of the session; one that has expired is not found.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	kept, err := found(gorm.G[session](s.store.db).Where("token = ? and expiry > ?", token, utc(time.Now())).Take(ctx))
	if errors.Is(err, ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	data, err := base64.StdEncoding.DecodeString(kept.Data)
	return data, err == nil, err
}

// CommitCtx keeps what is known of the session until it expires.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	return s.store.Tx(ctx, func(tx *Tx) error {
		return put(ctx, tx, &session{token, base64.StdEncoding.EncodeToString(data), expiry})
	})
}

// DeleteCtx forgets the session.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	return s.forget(ctx, "token = ?", token)
}

// Clean forgets the sessions that have expired.
func (s Sessions) Clean(ctx context.Context) error {
	return s.forget(ctx, "expiry <= ?", utc(time.Now()))
}

// All are those that have not expired, by the hash of their name.
func (s Sessions) All(ctx context.Context) (map[string][]byte, error) {
	kept, err := gorm.G[session](s.store.db).Where("expiry > ?", utc(time.Now())).Find(ctx)
	if err != nil {
		return nil, err
	}
	all := make(map[string][]byte, len(kept))
	for _, one := range kept {
		if all[one.Token], err = base64.StdEncoding.DecodeString(one.Data); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (s Sessions) forget(ctx context.Context, which string, value any) error {
	return s.store.Tx(ctx, func(tx *Tx) error {
		_, err := gorm.G[session](tx.db).Where(which, value).Delete(ctx)
		return err
	})
}

// Find, Commit and Delete are for callers without a context, of whom scs has none.

// Find is FindCtx.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx.
func (s Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx.
func (s Sessions) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}
