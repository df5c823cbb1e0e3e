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
		p, secret, err := t.reset(ctx, email)
		if errors.Is(err, models.ErrNotFound) {
			return none, nil
		}
		if err != nil {
			return none, err
		}
		return none, t.send(ctx, p, letter{id: letterReset, key: "reset/" + hashOf(secret), path: "/reset/" + secret})
	})
	return err
}

// ResetLink is the secret of a link to choose a new password with, for the
// operator to hand on where no mail goes out; ErrNotFound when nobody who can
// sign in has the address.
func (w *Workflow) ResetLink(ctx context.Context, email string) (secret string, err error) {
	_, err = perform(ctx, w, Itself(), "request-reset", given{}, func(t *turn) (none struct{}, err error) {
		_, secret, err = t.reset(ctx, email)
		return none, err
	})
	return secret, err
}

// reset makes a link for whoever has the address and is not blocked.
func (t *turn) reset(ctx context.Context, email string) (p models.Person, secret string, err error) {
	if p, err = t.PersonByEmail(ctx, address(email)); err != nil {
		return p, "", err
	}
	if p.BlockedAt != nil {
		return p, "", models.ErrNotFound
	}
	secret, err = t.createLink(ctx, p, models.Reset, resetLives)
	return p, secret, err
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
