package workflow

import (
	"context"
	"errors"
	"slices"
	"time"

	"ahq/models"
)

// tokenMark begins every token, so that one that leaked is known for what it is.
const tokenMark = "ahq_"

// The days that a token lives.
const (
	usualTokenDays = 90
	mostTokenDays  = 366
)

// CreateToken lets a program act for the actor. The secret is given once, and
// never again: asked twice under one Idempotency-Key, it is missing.
func (w *Workflow) CreateToken(ctx context.Context, by Actor, name string, days int) (token models.Token, secret string, err error) {
	token, err = perform(ctx, w, by, "create-token", given{name, days}, func(t *turn) (models.Token, error) {
		made, err := newToken(name, days, t.now)
		if err != nil {
			return made, err
		}
		secret = tokenMark + newSecret()
		made.PersonID, made.Hash = t.by.Person.ID, hashOf(secret)
		return made, t.CreateToken(ctx, made)
	})
	return token, secret, err
}

func newToken(name string, days int, now time.Time) (models.Token, error) {
	name, err := named("/name", name, "say what the token is for")
	if err != nil {
		return models.Token{}, err
	}
	if days == 0 {
		days = usualTokenDays
	}
	if days < 1 || days > mostTokenDays {
		return models.Token{}, invalid("/days", "a token lives for 1 to %d days", mostTokenDays)
	}
	return models.Token{ID: models.NewID[models.TokenID](), Name: name, CreatedAt: now, ExpiresAt: now.AddDate(0, 0, days)}, nil
}

// RevokeToken ends one of the actor's tokens; one that was ended stays so.
func (w *Workflow) RevokeToken(ctx context.Context, by Actor, id models.TokenID) error {
	_, err := perform(ctx, w, by, "revoke-token", given{id}, func(t *turn) (models.TokenID, error) {
		own, err := t.Tokens(ctx, t.by.Person.ID)
		if err != nil {
			return id, err
		}
		i := slices.IndexFunc(own, func(o models.Token) bool { return o.ID == id })
		if i < 0 {
			return id, models.ErrNotFound
		}
		if own[i].RevokedAt != nil {
			return id, nil
		}
		return id, t.RevokeToken(ctx, id, t.now)
	})
	return err
}

// BearerActor is who a token acts for.
func (w *Workflow) BearerActor(ctx context.Context, secret string) (Actor, error) {
	token, err := w.Store.Token(ctx, hashOf(secret))
	if errors.Is(err, models.ErrNotFound) {
		return Actor{}, ErrSignIn
	}
	if err != nil {
		return Actor{}, err
	}
	if token.RevokedAt != nil || !w.Now().Before(token.ExpiresAt) {
		return Actor{}, ErrSignIn
	}
	a, err := w.Actor(ctx, token.PersonID)
	if err == nil && a.Person.BlockedAt != nil {
		return Actor{}, ErrSignIn
	}
	return a, err
}
