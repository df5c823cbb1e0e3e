package workflow

import (
	"context"

	"ahq/models"
)

// Withdraw takes a submitted response back before it is compiled. Until it is
// submitted again, no version is in force.
func (w *Workflow) Withdraw(ctx context.Context, by Actor, id models.ResponseID) (models.Response, error) {
	return w.turnResponse(ctx, by, Withdraw, id, "", func(t *turn, a models.AHQ, r *models.Response) error {
		r.InForce, r.Wider, r.Late = 0, models.WiderUnset, false
		return t.tellRequesters(ctx, a, ofResponse(letterWithdrawn, a, *r, with{"NCP": t.called(ctx, r.NCP)}))
	})
}

// turnResponse moves a response to where its table says, and does what the move
// does.
func (w *Workflow) turnResponse(ctx context.Context, by Actor, act Act, id models.ResponseID, why string, do func(*turn, models.AHQ, *models.Response) error) (models.Response, error) {
	return perform(ctx, w, by, act, given{id, why}, func(t *turn) (models.Response, error) {
		r, a, err := t.lockResponse(ctx, id, act)
		if err != nil {
			return r, err
		}
		if r.State, err = next(moves, r.State, act); err != nil {
			return r, err
		}
		if a.State == models.Cancelled {
			return r, refuse(act, "this AHQ was cancelled: nothing can be changed any more")
		}
		if err := do(t, a, &r); err != nil {
			return r, err
		}
		return r, t.moveResponse(ctx, &r, act, models.EventData{Why: why})
	})
}
