package workflow

import (
	"context"

	"ahq/models"
)

// Amend opens a compiled response again. The delivered version stays in force
// until the new one.
func (w *Workflow) Amend(ctx context.Context, by Actor, id models.ResponseID, why string) (models.Response, error) {
	return w.turnResponse(ctx, by, Amend, id, why, func(t *turn, a models.AHQ, r *models.Response) (err error) {
		if r.AmendedWhy, err = said("/why", why); err != nil {
			return err
		}
		return t.tellRequesters(ctx, a, ofResponse(letterAmending, a, *r, with{"NCP": t.called(ctx, r.NCP), "Version": r.InForce, "Why": r.AmendedWhy}))
	})
}
