package workflow

import (
	"context"
	"errors"

	"ahq/models"
)

// Respond begins an answer that was not asked for: any participant may answer,
// and so may the requester. An NCP that has a response gets that one.
func (w *Workflow) Respond(ctx context.Context, by Actor, ahq models.AHQID, ncp string) (models.Response, error) {
	return perform(ctx, w, by, Respond, given{ahq, ncp}, func(t *turn) (models.Response, error) {
		a, err := t.lockAHQ(ctx, ahq, Respond)
		if err != nil {
			return models.Response{}, err
		}
		if err := t.by.may(Respond, t.by.partsInNCP(ncp)); err != nil {
			return models.Response{}, err
		}
		return t.responseOf(ctx, a, ncp, Respond)
	})
}

// responseOf is the NCP's response to an AHQ, begun if there is none.
func (t *turn) responseOf(ctx context.Context, a models.AHQ, ncp string, act Act) (models.Response, error) {
	r, err := t.ResponseOf(ctx, models.Scope{Unlimited: true}, a.ID, ncp)
	if !errors.Is(err, models.ErrNotFound) {
		return r, err
	}
	if a.State != models.Open {
		return r, t.firstRefused(ctx, a, act)
	}
	if err := t.admit(ctx, a, ncp); err != nil {
		return r, err
	}
	return t.createResponse(ctx, a, ncp, act)
}

// admit adds an NCP to those who can answer: it may have joined since the AHQ
// was issued.
func (t *turn) admit(ctx context.Context, a models.AHQ, ncp string) error {
	_, err := t.Addressee(ctx, models.Scope{Unlimited: true}, a.ID, ncp)
	if !errors.Is(err, models.ErrNotFound) {
		return err
	}
	today, err := t.Participants(ctx, Day(t.now))
	if err != nil {
		return err
	}
	for _, n := range today {
		if n.Code == ncp {
			return t.CreateAddressees(ctx, []models.Addressee{{AHQID: a.ID, NCP: n.Code, Name: n.Name, Role: n.Role}})
		}
	}
	return invalid("/ncp", "%s does not take part today", t.called(ctx, ncp))
}

// Opened notes that an NCP has looked at its response for the first time.
func (w *Workflow) Opened(ctx context.Context, by Actor, id models.ResponseID) error {
	r, err := w.Store.Response(ctx, by.Scope(), id)
	if err != nil || r.OpenedAt != nil || len(by.partsInNCP(r.NCP)) == 0 {
		return err
	}
	by.Key = "" // looking twice is looking
	_, err = perform(ctx, w, by, opened, given{id}, func(t *turn) (none struct{}, err error) {
		r, _, err := t.lockResponse(ctx, id, SeeDraft)
		if err != nil || r.OpenedAt != nil {
			return none, err
		}
		r.OpenedAt = &t.now
		return none, t.moveResponse(ctx, &r, opened, models.EventData{})
	})
	return err
}
