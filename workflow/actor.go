package workflow

import (
	"slices"

	"ahq/models"
)

// An Actor is somebody who wants to do something: a person with what they are
// to which NCP. The zero Actor is the public.
type Actor struct {
	Person      models.Person
	Memberships []models.Membership
	Key         string // the Idempotency-Key of the request, "" for none
	Form        string // what the form of a page was sent with, "" for none: the same once more is the same

	itself bool // ahq, at the command line: nothing that arrives over HTTP can set it
}

// ourselves is the person that ahq itself acts as. It is blocked from the
// start: nobody can sign in as it.
const ourselves models.PersonID = "ahq"

// Itself is ahq acting for whoever holds the database: the command line. It sees
// and may do everything, so handlers have no business with it; a test looks.
func Itself() Actor {
	return Actor{Person: models.Person{ID: ourselves, Email: "ahq", Name: "ahq"}, itself: true}
}

// NCPs are the codes of those the actor holds one of the roles in.
func (a Actor) NCPs(roles ...models.Role) []string {
	var codes []string
	for _, m := range a.Memberships {
		if slices.Contains(roles, m.Role) {
			codes = append(codes, m.NCP)
		}
	}
	return codes
}

// Is says whether the actor holds one of the roles in the NCP.
func (a Actor) Is(ncp string, roles ...models.Role) bool {
	return slices.Contains(a.NCPs(roles...), ncp)
}

// partsInNCP are what the actor is to one NCP.
func (a Actor) partsInNCP(ncp string) []Part {
	var parts []Part
	for _, m := range a.Memberships {
		if m.NCP == ncp {
			parts = append(parts, Part(m.Role))
		}
	}
	return parts
}
