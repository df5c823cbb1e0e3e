package workflow

import (
	"context"
	"errors"

	"ahq/models"
)

// CloseOn says on which day an open AHQ closes by itself, at its end in Brussels;
// "" takes that back.
func (w *Workflow) CloseOn(ctx context.Context, by Actor, id models.AHQID, day string) (models.AHQ, error) {
	return perform(ctx, w, by, CloseOn, given{id, day}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, CloseOn)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, CloseOn); err != nil {
			return a, err
		}
		if err := t.checkClosing(ctx, a, day); err != nil || day == a.ClosesOn {
			return a, err
		}
		a.ClosesOn = day
		return a, t.moveAHQ(ctx, &a, CloseOn, models.EventData{Day: day})
	})
}

// checkClosing says why an open AHQ cannot close on a day: it is over, or somebody
// has time to reply after it.
func (t *turn) checkClosing(ctx context.Context, a models.AHQ, day string) error {
	if day == "" {
		return nil
	}
	addressees, err := t.Addressees(ctx, t.by.Scope(), a.ID)
	if err != nil {
		return err
	}
	latest := a.ReplyBy
	for _, x := range addressees {
		latest = max(latest, x.ReplyBy)
	}
	if err := checkClosing(day, latest); err != nil {
		return err
	}
	if late(t.now, day) {
		return invalid("/closes_on", "%s is over: choose today or a later day, or close it now", longDay(day))
	}
	return nil
}

// checkClosing says what is wrong with a day to close on, when somebody has until
// another day to reply.
func checkClosing(day, latest string) error {
	if err := checkReal("/closes_on", day); err != nil {
		return err
	}
	if day < latest {
		return invalid("/closes_on", "it cannot close before the last reply-by date, %s: choose that day or a later one", longDay(latest))
	}
	return nil
}

// closeOver closes the AHQs whose day to close by themselves is over.
func (w *Workflow) closeOver(ctx context.Context, _ closeArgs) error {
	over, err := w.Store.AHQsOver(ctx, models.Scope{Unlimited: true}, Day(w.Now()))
	for _, a := range over {
		err = errors.Join(err, w.closeItself(ctx, a.ID))
	}
	return err
}

// closeItself closes an AHQ, unless somebody moved it meanwhile.
func (w *Workflow) closeItself(ctx context.Context, id models.AHQID) error {
	_, err := w.turnAHQ(ctx, Itself(), Close, id, "", func(t *turn, a *models.AHQ) error {
		if a.ClosesOn == "" || !late(t.now, a.ClosesOn) {
			return refuse(Close, "it does not close by itself yet")
		}
		if err := t.tellRequesters(ctx, *a, ofAHQ(letterClosedItself, *a, nil)); err != nil {
			return err
		}
		return t.close(ctx, a, letterClosedItself)
	})
	if _, moved := errors.AsType[*Refusal](err); moved {
		return nil
	}
	return err
}
