package api

import (
	"context"
	"strings"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// OfPerson names a person, for the administrator.
type OfPerson struct {
	Person models.PersonID `path:"person"`
}

// A NewPerson is somebody who is to come in.
type NewPerson struct {
	Name          string       `json:"name" doc:"People are called by their office"`
	Email         string       `json:"email"`
	Administrator bool         `json:"administrator,omitempty"`
	Memberships   []Membership `json:"memberships,omitempty"`
}

// A Person can come in, with what they are to which NCP.
type Person struct {
	ID            models.PersonID `json:"id"`
	Name          string          `json:"name"`
	Email         string          `json:"email"`
	Administrator bool            `json:"administrator"`
	Memberships   []Membership    `json:"memberships"`
	Invited       bool            `json:"invited" doc:"They have not chosen a password yet"`
	CreatedAt     time.Time       `json:"created_at"`
	BlockedAt     *time.Time      `json:"blocked_at,omitempty"`
}

// An Invited person gets a link with which they choose a password.
type Invited struct {
	Person
	Link string `json:"link,omitempty" doc:"Where no mail goes out, and only once: hand it on"`
}

// Persons are all who can come in, by name.
type Persons struct {
	Persons []Person `json:"persons"`
}

// Memberships are all that a person is to any NCP.
type Memberships struct {
	Memberships []Membership `json:"memberships" nullable:"false" doc:"None: nothing to anybody"`
}

func membershipsOf(stored []models.Membership) []Membership {
	all := []Membership{}
	for _, m := range stored {
		all = append(all, Membership{m.NCP, m.Role})
	}
	return all
}

func (a *api) personOf(ctx context.Context, p models.Person) (Person, error) {
	memberships, err := a.store.Memberships(ctx, p.ID)
	return Person{
		ID: p.ID, Name: p.Name, Email: p.Email, Administrator: p.Administrator, Memberships: membershipsOf(memberships),
		Invited: p.Password == "", CreatedAt: p.CreatedAt, BlockedAt: p.BlockedAt,
	}, err
}

func (a *api) people(ctx context.Context, by workflow.Actor, _ *Nothing) (*Plain[Persons], error) {
	if !workflow.May(workflow.ManagePeople, by.Parts()) {
		return nil, models.ErrNotFound
	}
	stored, err := a.store.Persons(ctx)
	if err != nil {
		return nil, err
	}
	all := Persons{}
	for _, p := range stored {
		if !signsIn(p) {
			continue
		}
		one, err := a.personOf(ctx, p)
		if err != nil {
			return nil, err
		}
		all.Persons = append(all.Persons, one)
	}
	return plain(all), nil
}

// signsIn is false for ahq itself, which is nobody and has no address.
func signsIn(p models.Person) bool { return strings.Contains(p.Email, "@") }

func (a *api) person(ctx context.Context, by workflow.Actor, in *OfPerson) (*Plain[Person], error) {
	if !workflow.May(workflow.ManagePeople, by.Parts()) {
		return nil, models.ErrNotFound
	}
	return a.personAfter(ctx, in.Person, nil)
}

// personAfter is a person as an act leaves them.
func (a *api) personAfter(ctx context.Context, id models.PersonID, err error) (*Plain[Person], error) {
	if err != nil {
		return nil, err
	}
	p, err := a.store.Person(ctx, id)
	if err == nil && !signsIn(p) {
		err = models.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	one, err := a.personOf(ctx, p)
	return plain(one), err
}

func (a *api) invite(ctx context.Context, by workflow.Actor, in *struct{ Sent[NewPerson] }) (*Made[Invited], error) {
	p, secret, err := a.Flow.Invite(ctx, by, workflow.NewPerson{
		Email: in.sent.Email, Name: in.sent.Name, Administrator: in.sent.Administrator, Memberships: storedMemberships(in.sent.Memberships),
	})
	if err != nil {
		return nil, err
	}
	invited := Invited{}
	if a.Flow.Mail == nil && secret != "" {
		invited.Link = a.Flow.Address("/invitation/" + secret)
	}
	invited.Person, err = a.personOf(ctx, p)
	return made(invited, "people", string(p.ID)), err
}

func storedMemberships(sent []Membership) []models.Membership {
	all := make([]models.Membership, len(sent))
	for i, m := range sent {
		all[i] = models.Membership{NCP: m.NCP, Role: m.Role}
	}
	return all
}

func (a *api) setMemberships(ctx context.Context, by workflow.Actor, in *struct {
	OfPerson
	Sent[Memberships]
}) (*Plain[Person], error) {
	return a.personAfter(ctx, in.Person, a.Flow.SetMemberships(ctx, by, in.Person, storedMemberships(in.sent.Memberships)))
}

func (a *api) block(ctx context.Context, by workflow.Actor, in *OfPerson) (*Plain[Person], error) {
	return a.personAfter(ctx, in.Person, a.Flow.Block(ctx, by, in.Person, true))
}

func (a *api) unblock(ctx context.Context, by workflow.Actor, in *OfPerson) (*Plain[Person], error) {
	return a.personAfter(ctx, in.Person, a.Flow.Block(ctx, by, in.Person, false))
}
