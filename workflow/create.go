package workflow

import (
	"context"
	"errors"

	"ahq/models"
)

// CreateAHQ begins a draft. Who coordinates the lead may.
func (w *Workflow) CreateAHQ(ctx context.Context, by Actor, f AHQForm) (models.AHQ, error) {
	return perform(ctx, w, by, CreateAHQ, given{f}, func(t *turn) (models.AHQ, error) {
		a := models.AHQ{ID: models.NewID[models.AHQID](), State: models.AHQDraft, CreatedAt: t.now}
		if err := t.by.may(CreateAHQ, t.by.Parts()); err != nil {
			return a, err
		}
		if err := t.fill(ctx, &a, f); err != nil {
			return a, err
		}
		if err := taken(t.CreateAHQ(ctx, &a)); err != nil {
			return a, err
		}
		if err := t.record(ctx, string(a.ID), CreateAHQ, models.EventData{State: string(a.State)}); err != nil {
			return a, err
		}
		return a, t.relink(ctx, a, nil)
	})
}

// EditAHQ changes a draft. The version is that of the AHQ which the page showed;
// models.ErrStale when somebody changed it meanwhile.
func (w *Workflow) EditAHQ(ctx context.Context, by Actor, id models.AHQID, version int, f AHQForm) (models.AHQ, error) {
	return perform(ctx, w, by, EditAHQ, given{id, version, f}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, EditAHQ)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, EditAHQ); err != nil {
			return a, err
		}
		if a.Version != version {
			return a, models.ErrStale
		}
		had := a.Links
		if err := t.fill(ctx, &a, f); err != nil {
			return a, err
		}
		if err := taken(t.moveAHQ(ctx, &a, EditAHQ, models.EventData{})); err != nil {
			return a, err
		}
		return a, t.relink(ctx, a, had)
	})
}

// fill checks a form and writes it into a draft. The actor stays a requester.
func (t *turn) fill(ctx context.Context, a *models.AHQ, f AHQForm) error {
	names, err := t.names(ctx)
	if err != nil {
		return err
	}
	if err := f.check(names); err != nil {
		return err
	}
	if err := f.fill(a); err != nil {
		return err
	}
	if a.Links, err = t.links(ctx, *a, f.Relations); err != nil {
		return err
	}
	if t.by.may(EditAHQ, t.by.PartsInAHQ(*a)) != nil {
		return invalid("/lead", "you do not coordinate %s: choose an NCP that you coordinate", names[f.Lead])
	}
	return nil
}

// taken is what a reference is that another AHQ has.
func taken(err error) error {
	if errors.Is(err, models.ErrDuplicate) {
		return invalid("/reference", "another AHQ has this reference")
	}
	return err
}
