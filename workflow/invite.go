package workflow

import (
	"context"
	"errors"
	"net/mail"
	"time"

	"ahq/models"
)

// How long the links live that let a person choose a password.
const (
	invitationLives = 14 * 24 * time.Hour
	resetLives      = 2 * time.Hour
)

// longestAddress is what a mail server takes, in bytes.
const longestAddress = 254

// A NewPerson is somebody who is to come in.
type NewPerson struct {
	Email, Name   string
	Administrator bool
	Memberships   []models.Membership
}

// Invite makes a person with memberships and mails a one-time link with which
// they choose a password. The link's secret is given once: asked twice under one
// Idempotency-Key, it is missing.
func (w *Workflow) Invite(ctx context.Context, by Actor, p NewPerson) (person models.Person, secret string, err error) {
	person, err = perform(ctx, w, by, ManagePeople, given{p}, func(t *turn) (models.Person, error) {
		if err := t.by.may(ManagePeople, t.by.Parts()); err != nil {
			return models.Person{}, err
		}
		made, err := t.createPerson(ctx, p, "")
		if err != nil {
			return made, err
		}
		secret, err = t.createLink(ctx, made, models.Invitation, invitationLives)
		if err != nil {
			return made, err
		}
		return made, t.send(ctx, made, letter{id: letterInvitation, key: "invitation/" + string(made.ID), path: "/invitation/" + secret})
	})
	return person, secret, err
}

// Bootstrap makes a person who can sign in at once, in the name of ahq itself:
// for the command line and for a small world to try things in.
func (w *Workflow) Bootstrap(ctx context.Context, p NewPerson, password string) (models.Person, error) {
	if err := checkPassword(password); err != nil {
		return models.Person{}, err
	}
	kept, err := w.hashed(ctx, password)
	if err != nil {
		return models.Person{}, err
	}
	return perform(ctx, w, Itself(), ManagePeople, given{p}, func(t *turn) (models.Person, error) {
		return t.createPerson(ctx, p, kept)
	})
}

// createPerson adds a person with what they are to which NCP.
func (t *turn) createPerson(ctx context.Context, p NewPerson, password string) (models.Person, error) {
	name, unnamed := named("/name", p.Name, "say what they are called: their office will do")
	person := models.Person{
		ID: models.NewID[models.PersonID](), Email: address(p.Email), Name: name,
		Password: password, Administrator: p.Administrator, CreatedAt: t.now,
	}
	err := errors.Join(checkAddress(person.Email), unnamed, t.checkMemberships(ctx, p.Memberships))
	if err != nil {
		return person, err
	}
	err = t.CreatePerson(ctx, &person)
	if errors.Is(err, models.ErrDuplicate) {
		return person, invalid("/email", "somebody has this address already")
	}
	if err != nil {
		return person, err
	}
	return person, t.setMemberships(ctx, person.ID, p.Memberships)
}

func checkAddress(email string) error {
	a, err := mail.ParseAddress(email)
	if err != nil || a.Address != email || len(email) > longestAddress {
		return invalid("/email", "this is not an e-mail address: write it like office@example.org")
	}
	return nil
}

// createLink makes a link that lets the person in once.
func (t *turn) createLink(ctx context.Context, p models.Person, purpose models.Purpose, lives time.Duration) (secret string, err error) {
	secret = newSecret()
	return secret, t.CreateOneTimeLink(ctx, models.OneTimeLink{
		Hash: hashOf(secret), PersonID: p.ID, Purpose: purpose, ExpiresAt: t.now.Add(lives),
	})
}
