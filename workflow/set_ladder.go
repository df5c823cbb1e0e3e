package workflow

import (
	"context"
	"slices"

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
			own = withNames(*own)
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

// withNames is a ladder of which each step has its name: who writes one need not know
// what they are called.
func withNames(l models.Ladder) *models.Ladder {
	l.Steps = slices.Clone(l.Steps)
	for i, s := range l.Steps {
		if s.ID == "" {
			l.Steps[i] = newStep(s.Anchor, s.Days)
		}
	}
	return &l
}
