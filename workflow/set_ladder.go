package workflow

import (
	"context"

	"ahq/models"
)

// SetLadder gives an AHQ a ladder of its own, or with nil the usual one. What
// was told stays told; a step with a day before now is not made up.
func (w *Workflow) SetLadder(ctx context.Context, by Actor, id models.AHQID, own *models.Ladder) (models.AHQ, error) {
	return perform(ctx, w, by, SetLadder, given{id, own}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, SetLadder)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, SetLadder); err != nil {
			return a, err
		}
		if own != nil {
			if err := checkLadder(*own); err != nil {
				return a, err
			}
		}
		a.Ladder = own
		if a.State == models.Open {
			a.ChasedFrom = &t.now
		}
		return a, t.moveAHQ(ctx, &a, SetLadder, models.EventData{})
	})
}
