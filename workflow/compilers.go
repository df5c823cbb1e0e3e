package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ahq/models"
)

// NameCompilers says who turns the responses into the final document. Nobody
// named, the requesters do.
func (w *Workflow) NameCompilers(ctx context.Context, by Actor, id models.AHQID, persons []models.PersonID) (models.AHQ, error) {
	return perform(ctx, w, by, NameCompilers, given{id, persons}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, NameCompilers)
		if err != nil {
			return a, err
		}
		if a.State == models.Cancelled {
			return a, refuse(NameCompilers, "this AHQ %s", stands[string(a.State)])
		}
		names, err := t.compilers(ctx, persons)
		if err != nil {
			return a, err
		}
		a.Compilers = persons
		return a, t.moveAHQ(ctx, &a, NameCompilers, models.EventData{Cells: names})
	})
}

// compilers are the names of persons who can compile.
func (t *turn) compilers(ctx context.Context, persons []models.PersonID) ([]string, error) {
	names := make([]string, len(persons))
	for i, id := range persons {
		at := fmt.Sprintf("/persons/%d", i)
		if _, err := normal(at, string(id)); err != nil {
			return nil, err
		}
		p, err := t.Person(ctx, id)
		if errors.Is(err, models.ErrNotFound) || err == nil && p.BlockedAt != nil {
			return nil, invalid(at, "there is nobody like that who can sign in")
		}
		if err != nil {
			return nil, err
		}
		if slices.Contains(persons[:i], id) {
			return nil, invalid(at, "%s is named twice", p.Name)
		}
		names[i] = p.Name
	}
	return names, nil
}
