package api

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ahq/models"
	"ahq/workflow"
)

// Compilers are the persons who make the editions.
type Compilers struct {
	Persons []models.PersonID `json:"persons" nullable:"false" doc:"Ids, of the candidates; none: the requesters compile"`
	Emails  []string          `json:"emails,omitempty" doc:"The addresses of others who can sign in"`
}

// A Compiler is a person who makes the editions of an AHQ.
type Compiler struct {
	ID   models.PersonID `json:"id"`
	Name string          `json:"name"`
}

// NamedCompilers are those of one AHQ.
type NamedCompilers struct {
	Compilers []Compiler `json:"compilers" doc:"None: the requesters compile"`
}

// A Candidate is a person whom the requesters can name: one of theirs, or one
// who was named before.
type Candidate struct {
	Compiler
	Email string `json:"email"`
	Named bool   `json:"named"`
}

// Candidates are those for one AHQ.
type Candidates struct {
	Candidates []Candidate `json:"candidates"`
}

func (a *api) compilers(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[NamedCompilers], error) {
	ahq, err := a.store.AHQ(ctx, by.Scope(), in.AHQ)
	if err != nil {
		return nil, err
	}
	all := NamedCompilers{}
	for _, id := range ahq.Compilers {
		p, err := a.store.Person(ctx, id)
		if err != nil {
			return nil, err
		}
		all.Compilers = append(all.Compilers, Compiler{p.ID, p.Name})
	}
	return plain(all), nil
}

func (a *api) candidates(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Candidates], error) {
	ahq, err := a.store.AHQ(ctx, by.Scope(), in.AHQ)
	if err != nil {
		return nil, err
	}
	if !workflow.May(workflow.NameCompilers, by.PartsInAHQ(ahq)) {
		return nil, models.ErrNotFound
	}
	ids := slices.Clone(ahq.Compilers)
	for _, r := range ahq.Requesters {
		members, err := a.store.MembershipsOf(ctx, r.NCP)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			ids = append(ids, m.PersonID)
		}
	}
	slices.Sort(ids)
	all := Candidates{}
	for _, id := range slices.Compact(ids) {
		p, err := a.store.Person(ctx, id)
		if err != nil {
			return nil, err
		}
		all.Candidates = append(all.Candidates, Candidate{Compiler{p.ID, p.Name}, p.Email, slices.Contains(ahq.Compilers, id)})
	}
	return plain(all), nil
}

// nameCompilers says who compiles; nobody named, the requesters do.
func (a *api) nameCompilers(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Compilers]
}) (*Tagged[AHQ], error) {
	ahq, err := a.store.AHQ(ctx, by.Scope(), in.AHQ)
	if err != nil {
		return nil, err
	}
	if !workflow.May(workflow.NameCompilers, by.PartsInAHQ(ahq)) {
		return nil, workflow.ErrForbidden // before it is told who has which address
	}
	named, err := a.alsoByEmail(ctx, in.sent)
	if err != nil {
		return nil, err
	}
	return taggedAHQ(a.Flow.NameCompilers(ctx, by, in.AHQ, named))
}

// alsoByEmail are the persons named by their ids, and those by their addresses.
func (a *api) alsoByEmail(ctx context.Context, named Compilers) ([]models.PersonID, error) {
	ids := slices.Clone(named.Persons)
	for i, email := range named.Emails {
		p, err := a.store.PersonByEmail(ctx, strings.ToLower(strings.TrimSpace(email)))
		if errors.Is(err, models.ErrNotFound) {
			return nil, &workflow.Invalid{Pointer: fmt.Sprintf("/emails/%d", i), Text: "nobody with this address can sign in: ask the administrator to invite them"}
		}
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}
