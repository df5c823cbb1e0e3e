package workflow

import (
	"context"
	"fmt"
	"slices"

	"ahq/models"
)

// SetMemberships says anew what a person is to which NCP.
func (w *Workflow) SetMemberships(ctx context.Context, by Actor, person models.PersonID, m []models.Membership) error {
	_, err := perform(ctx, w, by, ManagePeople, given{person, m}, func(t *turn) (none struct{}, err error) {
		if _, err := t.managed(ctx, person); err != nil {
			return none, err
		}
		return none, t.setMemberships(ctx, person, m)
	})
	return err
}

// Block keeps a person out, or lets them in again. What they did stays.
func (w *Workflow) Block(ctx context.Context, by Actor, person models.PersonID, blocked bool) error {
	_, err := perform(ctx, w, by, ManagePeople, given{person, blocked}, func(t *turn) (none struct{}, err error) {
		p, err := t.managed(ctx, person)
		if err != nil || blocked == (p.BlockedAt != nil) {
			return none, err
		}
		if p.ID == t.by.Person.ID {
			return none, refuse(ManagePeople, "you cannot block yourself: ask another administrator")
		}
		p.BlockedAt = nil
		if blocked {
			p.BlockedAt = &t.now
		}
		return none, t.SavePerson(ctx, &p)
	})
	return err
}

// managed is a person, for an administrator. Of ahq itself nothing changes.
func (t *turn) managed(ctx context.Context, id models.PersonID) (models.Person, error) {
	if err := t.by.may(ManagePeople, t.by.Parts()); err != nil {
		return models.Person{}, err
	}
	if id == ourselves {
		return models.Person{}, models.ErrNotFound
	}
	return t.Person(ctx, id)
}

func (t *turn) setMemberships(ctx context.Context, person models.PersonID, want []models.Membership) error {
	if err := t.checkMemberships(ctx, want); err != nil {
		return err
	}
	have, err := t.Memberships(ctx, person)
	if err != nil {
		return err
	}
	for _, m := range have {
		if err := t.DeleteMembership(ctx, person, m.NCP); err != nil {
			return err
		}
	}
	for _, m := range want {
		m.PersonID = person
		if err := t.SetMembership(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

func (t *turn) checkMemberships(ctx context.Context, want []models.Membership) error {
	known, err := t.names(ctx)
	if err != nil {
		return err
	}
	roles := []models.Role{models.Coordinator, models.Contributor, models.Reader}
	for i, m := range want {
		at := fmt.Sprintf("/memberships/%d", i)
		if _, ok := known[m.NCP]; !ok {
			return invalid(at+"/ncp", "there is no NCP %q", m.NCP)
		}
		if !slices.Contains(roles, m.Role) {
			return invalid(at+"/role", "a role is coordinator, contributor or reader")
		}
		if slices.ContainsFunc(want[:i], func(o models.Membership) bool { return o.NCP == m.NCP }) {
			return invalid(at+"/ncp", "%s has been named before: one role an NCP", known[m.NCP])
		}
	}
	return nil
}

// called is the name of an NCP, or its code where there is none.
func (t *turn) called(ctx context.Context, code string) string {
	n, err := t.NCP(ctx, code)
	if err != nil {
		return code
	}
	return n.Name
}

// names of all NCPs there ever were, by code.
func (t *turn) names(ctx context.Context) (map[string]string, error) {
	all, err := t.NCPs(ctx)
	names := make(map[string]string, len(all))
	for _, n := range all {
		names[n.Code] = n.Name
	}
	return names, err
}
