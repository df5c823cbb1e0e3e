package workflow

import (
	"context"
	"strings"

	"ahq/models"
)

// Close ends an AHQ: no first answer is accepted any more.
func (w *Workflow) Close(ctx context.Context, by Actor, id models.AHQID) (models.AHQ, error) {
	return w.turnAHQ(ctx, by, Close, id, "", func(t *turn, a *models.AHQ) error {
		return t.close(ctx, a, letterClosed)
	})
}

// close an AHQ, and tell people by this letter, and other systems.
func (t *turn) close(ctx context.Context, a *models.AHQ, by letterID) error {
	a.ClosedAt = &t.now
	if err := t.hearOfAHQ(ctx, models.AHQClosed, *a); err != nil {
		return err
	}
	return t.tellAll(ctx, *a, ofAHQ(by, *a, nil))
}

// Reopen lets first answers in again.
func (w *Workflow) Reopen(ctx context.Context, by Actor, id models.AHQID) (models.AHQ, error) {
	return w.turnAHQ(ctx, by, Reopen, id, "", func(t *turn, a *models.AHQ) error {
		a.ClosedAt, a.ChasedFrom = nil, &t.now
		if a.ClosesOn != "" && late(t.now, a.ClosesOn) {
			a.ClosesOn = "" // or it would be closed again at once
		}
		return t.tellAll(ctx, *a, ofAHQ(letterReopened, *a, nil))
	})
}

// Cancel gives an AHQ up. Nothing is deleted.
func (w *Workflow) Cancel(ctx context.Context, by Actor, id models.AHQID, why string) (models.AHQ, error) {
	return w.turnAHQ(ctx, by, Cancel, id, why, func(t *turn, a *models.AHQ) (err error) {
		if a.CancelledWhy, err = toldAll(why); err != nil {
			return err
		}
		return t.tellAll(ctx, *a, ofAHQ(letterCancelled, *a, with{"Why": a.CancelledWhy}))
	})
}

// toldAll is why something was done, for all who were asked.
func toldAll(why string) (string, error) {
	if strings.TrimSpace(why) == "" {
		return "", invalid("/why", "say why: all who were asked will read it")
	}
	return said("/why", why)
}

// turnAHQ moves an AHQ to where its table says, and does what the move does.
func (w *Workflow) turnAHQ(ctx context.Context, by Actor, act Act, id models.AHQID, why string, do func(*turn, *models.AHQ) error) (models.AHQ, error) {
	return perform(ctx, w, by, act, given{id, why}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, act)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, act); err != nil {
			return a, err
		}
		if err := do(t, &a); err != nil {
			return a, err
		}
		return a, t.moveAHQ(ctx, &a, act, models.EventData{Why: why})
	})
}
