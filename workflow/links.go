package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ahq/models"
)

// An EarlierAHQ is one that a draft names: what the draft is to it, and its reference.
type EarlierAHQ struct {
	Kind      models.LinkKind
	Reference string
}

// links finds the AHQs that a draft names. They went out before it.
func (t *turn) links(ctx context.Context, a models.AHQ, named []EarlierAHQ) ([]models.AHQLink, error) {
	var all []models.AHQLink
	for i, one := range named {
		at := fmt.Sprintf("/relations/%d", i)
		if !slices.Contains(models.LinkKinds(), one.Kind) {
			return nil, invalid(at+"/kind", "choose how it belongs to the earlier AHQ: follow_up_of, part_of or updates")
		}
		earlier, err := t.AHQByReference(ctx, t.by.Scope(), strings.TrimSpace(one.Reference))
		switch {
		case errors.Is(err, models.ErrNotFound):
			return nil, invalid(at+"/reference", "there is no AHQ %q: give the reference of one, like 2016.14", one.Reference)
		case err != nil:
			return nil, err
		case earlier.ID == a.ID || earlier.State == models.AHQDraft:
			return nil, invalid(at+"/reference", "%s is no earlier AHQ: it has not been issued yet", one.Reference)
		case slices.ContainsFunc(all, func(l models.AHQLink) bool { return l.ToID == earlier.ID }):
			return nil, invalid(at+"/reference", "%s stands here twice: keep one", one.Reference)
		}
		all = append(all, models.AHQLink{Relation: one.Kind, ToID: earlier.ID, Earlier: *earlier.Reference, At: t.now, ByID: t.by.Person.ID})
	}
	return all, nil
}
