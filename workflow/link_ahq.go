package workflow

import (
	"context"
	"errors"
	"slices"

	"ahq/models"
)

// LinkAHQ says what an AHQ is to an earlier one, named by its reference. Said
// again of the same AHQ, the last word holds.
func (w *Workflow) LinkAHQ(ctx context.Context, by Actor, id models.AHQID, reference string, relation models.LinkKind) (models.AHQLink, error) {
	return perform(ctx, w, by, LinkAHQ, given{id, reference, relation}, func(t *turn) (l models.AHQLink, err error) {
		a, err := t.linkable(ctx, id, LinkAHQ)
		if err != nil {
			return l, err
		}
		if !slices.Contains(models.LinkKinds(), relation) {
			return l, invalid("/relation", "choose follow_up_of, part_of or updates")
		}
		to, err := t.earlier(ctx, a, reference)
		if err != nil {
			return l, err
		}
		l = models.AHQLink{FromID: a.ID, ToID: to.ID, Relation: relation, At: t.now, ByID: t.by.Person.ID}
		if err := t.LinkAHQ(ctx, l); errors.Is(err, models.ErrDuplicate) {
			return l, invalid("/reference", "AHQ %s is linked to this one already: two AHQs are linked one way", reference)
		} else if err != nil {
			return l, err
		}
		return l, t.record(ctx, string(a.ID), LinkAHQ, models.EventData{Subject: reference, Relation: relation, State: string(a.State)})
	})
}

// UnlinkAHQ takes a link to an earlier AHQ back.
func (w *Workflow) UnlinkAHQ(ctx context.Context, by Actor, id, to models.AHQID) error {
	_, err := perform(ctx, w, by, UnlinkAHQ, given{id, to}, func(t *turn) (none struct{}, err error) {
		a, err := t.linkable(ctx, id, UnlinkAHQ)
		if err != nil {
			return none, err
		}
		other, err := t.AHQ(ctx, t.by.Scope(), to)
		if err != nil {
			return none, err
		}
		if err := t.UnlinkAHQ(ctx, id, to); errors.Is(err, models.ErrNotFound) {
			return none, refuse(UnlinkAHQ, "these two AHQs are not linked: somebody took the link back already")
		} else if err != nil {
			return none, err
		}
		return none, t.record(ctx, string(a.ID), UnlinkAHQ, models.EventData{Subject: reference(other), State: string(a.State)})
	})
	return err
}

// linkable keeps an AHQ as it is while its links change.
func (t *turn) linkable(ctx context.Context, id models.AHQID, act Act) (models.AHQ, error) {
	a, err := t.shareAHQ(ctx, id, act)
	if err != nil {
		return a, err
	}
	_, err = next(ahqMoves, a.State, act)
	return a, err
}

// earlier is the AHQ with the reference, which must have gone out.
func (t *turn) earlier(ctx context.Context, than models.AHQ, reference string) (models.AHQ, error) {
	a, err := t.AHQByReference(ctx, t.by.Scope(), reference)
	switch {
	case errors.Is(err, models.ErrNotFound):
		return a, invalid("/reference", "there is no AHQ with the reference %q: a reference is a year and a number, 2016.14", reference)
	case err != nil:
		return a, err
	case a.ID == than.ID:
		return a, invalid("/reference", "this is the AHQ itself: give the reference of an earlier one")
	case a.State == models.AHQDraft:
		return a, invalid("/reference", "AHQ %s has not been issued yet: link it from there once it is", reference)
	}
	return a, nil
}

// SayWhyNew keeps why an AHQ is needed beside the earlier ones on the same thing.
func (w *Workflow) SayWhyNew(ctx context.Context, by Actor, id models.AHQID, why string) (models.AHQ, error) {
	return perform(ctx, w, by, SayWhyNew, given{id, why}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, SayWhyNew)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, SayWhyNew); err != nil {
			return a, err
		}
		if why, err = said("/new_why", why); err != nil || why == a.NewWhy {
			return a, err
		}
		a.NewWhy = why
		return a, t.moveAHQ(ctx, &a, SayWhyNew, models.EventData{Why: why})
	})
}
