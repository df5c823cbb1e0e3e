package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"ahq/models"
)

// An EarlierAHQ is one that a draft names: what the draft is to it, and its reference.
type EarlierAHQ struct {
	Kind      models.LinkKind
	Reference string
}

// links are those that a draft names. One that was there already stays as it was
// made.
func (t *turn) links(ctx context.Context, a models.AHQ, named []EarlierAHQ) ([]models.AHQLink, error) {
	var all []models.AHQLink
	for i, one := range named {
		at := fmt.Sprintf("/relations/%d", i)
		l, err := t.newLink(ctx, a, one, at+"/kind", at+"/reference")
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(all, func(m models.AHQLink) bool { return m.ToID == l.ToID }) {
			return nil, invalid(at+"/reference", "%s stands here twice: keep one", l.Earlier)
		}
		if was := slices.IndexFunc(a.Links, func(m models.AHQLink) bool { return m.ToID == l.ToID && m.Relation == l.Relation }); was >= 0 {
			l = a.Links[was]
		}
		all = append(all, l)
	}
	return all, nil
}

// newLink is one to an earlier AHQ, or says at which of two pointers it is none.
func (t *turn) newLink(ctx context.Context, a models.AHQ, to EarlierAHQ, kindAt, referenceAt string) (models.AHQLink, error) {
	if !slices.Contains(models.LinkKinds(), to.Kind) {
		return models.AHQLink{}, invalid(kindAt, "choose what it is to the earlier AHQ: follow_up_of, part_of or updates")
	}
	earlier, err := t.earlier(ctx, a, to.Reference, referenceAt)
	if err != nil {
		return models.AHQLink{}, err
	}
	return models.AHQLink{FromID: a.ID, ToID: earlier.ID, Relation: to.Kind, At: t.now, ByID: t.by.Person.ID, Earlier: reference(earlier)}, nil
}

// relink turns the links that an AHQ had into those it has, each with its event.
func (t *turn) relink(ctx context.Context, a models.AHQ, had []models.AHQLink) error {
	for _, l := range had {
		if !slices.ContainsFunc(a.Links, func(m models.AHQLink) bool { return m.ToID == l.ToID }) {
			if err := t.takeBack(ctx, a, l.ToID, l.Earlier); err != nil {
				return err
			}
		}
	}
	for _, l := range a.Links {
		if !slices.Contains(had, l) {
			if err := t.makeLink(ctx, a, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// makeLink links an AHQ, and tell its history.
func (t *turn) makeLink(ctx context.Context, a models.AHQ, l models.AHQLink) error {
	if err := t.Tx.LinkAHQ(ctx, l); errors.Is(err, models.ErrDuplicate) {
		return invalid("/reference", "AHQ %s is linked to this one already: two AHQs are linked one way", l.Earlier)
	} else if err != nil {
		return err
	}
	return t.record(ctx, string(a.ID), LinkAHQ, models.EventData{Subject: l.Earlier, Relation: l.Relation, State: string(a.State)})
}

// takeBack takes a link back, and tells the history.
func (t *turn) takeBack(ctx context.Context, a models.AHQ, to models.AHQID, called string) error {
	if err := t.Tx.UnlinkAHQ(ctx, a.ID, to); errors.Is(err, models.ErrNotFound) {
		return refuse(UnlinkAHQ, "these two AHQs are not linked: somebody took the link back already")
	} else if err != nil {
		return err
	}
	return t.record(ctx, string(a.ID), UnlinkAHQ, models.EventData{Subject: called, State: string(a.State)})
}
