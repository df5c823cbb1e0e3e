package api

import (
	"context"

	"ahq/models"
	"ahq/workflow"
)

// Nothing is what an operation takes that takes nothing.
type Nothing struct{}

// Me is who asks, and what they are.
type Me struct {
	Name          string       `json:"name"`
	Email         string       `json:"email"`
	Administrator bool         `json:"administrator"`
	Memberships   []Membership `json:"memberships"`
}

// A Membership is what a person is to an NCP.
type Membership struct {
	NCP  string      `json:"ncp"`
	Role models.Role `json:"role" enum:"coordinator,contributor,reader"`
}

func (a *api) me(_ context.Context, by workflow.Actor, _ *Nothing) (*Plain[Me], error) {
	me := Me{Name: by.Person.Name, Email: by.Person.Email, Administrator: by.Person.Administrator}
	for _, m := range by.Memberships {
		me.Memberships = append(me.Memberships, Membership{m.NCP, m.Role})
	}
	return plain(me), nil
}
