package workflow

import (
	"context"

	"ahq/models"
)

// Decline says that an NCP has nothing to report, and stops the chasing. The
// first save undoes it.
func (w *Workflow) Decline(ctx context.Context, by Actor, id models.ResponseID, word string) (models.Response, error) {
	return w.turnResponse(ctx, by, Decline, id, word, func(t *turn, a models.AHQ, r *models.Response) (err error) {
		if r.InForce > 0 {
			return refuse(Decline, "version %d of this response is in force: amend it instead, and say there what has changed", r.InForce)
		}
		if r.DeclinedWord, err = said("/word", word); err != nil {
			return err
		}
		r.DeclinedAt = &t.now
		return t.tellRequesters(ctx, a, ofResponse(letterDeclined, a, *r, with{"NCP": t.called(ctx, r.NCP), "Why": r.DeclinedWord}))
	})
}
