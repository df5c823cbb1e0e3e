package workflow

import (
	"context"
	"errors"

	"ahq/models"
)

// RequestReset mails a link to choose a new password with, if somebody who is
// not blocked has the address. It does not tell whether that was so.
func (w *Workflow) RequestReset(ctx context.Context, email string) error {
	_, err := perform(ctx, w, Itself(), "request-reset", given{}, func(t *turn) (none struct{}, err error) {
		p, err := t.PersonByEmail(ctx, address(email))
		if errors.Is(err, models.ErrNotFound) || err == nil && p.BlockedAt != nil {
			return none, nil
		}
		if err != nil {
			return none, err
		}
		secret, err := t.createLink(ctx, p, models.Reset, resetLives)
		if err != nil {
			return none, err
		}
		return none, t.send(ctx, p, letter{id: letterReset, key: "reset/" + hashOf(secret), path: "/reset/" + secret})
	})
	return err
}

// LinkPerson is whom a one-time link lets in. It looks, and does not use it up.
func (w *Workflow) LinkPerson(ctx context.Context, secret string) (models.Person, error) {
	link, err := w.Store.OneTimeLink(ctx, hashOf(secret))
	if err != nil {
		return models.Person{}, err
	}
	if link.UsedAt != nil || !w.Now().Before(link.ExpiresAt) {
		return models.Person{}, models.ErrNotFound
	}
	p, err := w.Store.Person(ctx, link.PersonID)
	if err == nil && p.BlockedAt != nil {
		return models.Person{}, models.ErrNotFound
	}
	return p, err
}

// ChoosePassword uses a one-time link up: from now on the person signs in with
// this password.
func (w *Workflow) ChoosePassword(ctx context.Context, secret, password string) (Actor, error) {
	if err := checkPassword(password); err != nil {
		return Actor{}, err
	}
	if _, err := w.LinkPerson(ctx, secret); err != nil {
		return Actor{}, err // before the work of hashing
	}
	kept, err := w.hashed(ctx, password)
	if err != nil {
		return Actor{}, err
	}
	id, err := perform(ctx, w, Itself(), "choose-password", given{}, func(t *turn) (models.PersonID, error) {
		link, err := t.UseOneTimeLink(ctx, hashOf(secret), t.now)
		if err != nil {
			return "", err
		}
		p, err := t.Person(ctx, link.PersonID)
		if err != nil {
			return "", err
		}
		p.Password = kept
		return p.ID, t.SavePerson(ctx, &p)
	})
	if err != nil {
		return Actor{}, err
	}
	return w.Actor(ctx, id)
}
