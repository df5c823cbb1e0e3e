package workflow

import (
	"context"
	"errors"
	"strings"

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
		if l, err = t.newLink(ctx, a, EarlierAHQ{relation, reference}, "/relation", "/reference"); err != nil {
			return l, err
		}
		return l, t.makeLink(ctx, a, l)
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
		return none, t.takeBack(ctx, a, to, reference(other))
	})
	return err
}

// linkable takes an AHQ whose links change: they are part of what it says, so its
// version counts one up.
func (t *turn) linkable(ctx context.Context, id models.AHQID, act Act) (models.AHQ, error) {
	a, err := t.lockAHQ(ctx, id, act)
	if err != nil {
		return a, err
	}
	if _, err = next(ahqMoves, a.State, act); err != nil {
		return a, err
	}
	return a, t.SaveAHQ(ctx, &a)
}

// earlier is the AHQ with the reference, which must have gone out before.
func (t *turn) earlier(ctx context.Context, than models.AHQ, named, at string) (models.AHQ, error) {
	a, err := t.AHQByReference(ctx, t.by.Scope(), strings.TrimSpace(named))
	switch {
	case errors.Is(err, models.ErrNotFound):
		return a, invalid(at, "there is no AHQ with the reference %q: a reference is a year and a number, 2016.14", named)
	case err != nil:
		return a, err
	case a.ID == than.ID:
		return a, invalid(at, "this is the AHQ itself: give the reference of an earlier one")
	case a.IssuedAt == nil:
		return a, invalid(at, "AHQ %s has not been issued yet: link it from there once it is", reference(a))
	case than.IssuedAt != nil && a.IssuedAt.After(*than.IssuedAt):
		return a, invalid(at, "AHQ %s went out after this one: link it from there", reference(a))
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
