package workflow

import (
	"context"
	"time"

	"ahq/models"
)

// PauseChase chases one NCP no more, or nobody when none is named, until GoOn.
func (w *Workflow) PauseChase(ctx context.Context, by Actor, id models.AHQID, ncp, why string) error {
	return w.pause(ctx, by, PauseChase, id, ncp, why)
}

// GoOn chases again. What would have come meanwhile is not made up.
func (w *Workflow) GoOn(ctx context.Context, by Actor, id models.AHQID, ncp string) error {
	return w.pause(ctx, by, GoOn, id, ncp, "")
}

func (w *Workflow) pause(ctx context.Context, by Actor, act Act, id models.AHQID, ncp, why string) error {
	_, err := perform(ctx, w, by, act, given{id, ncp, why}, func(t *turn) (none struct{}, err error) {
		a, chased, err := t.chased(ctx, id, ncp, act)
		if err != nil {
			return none, err
		}
		if why, err = normalWord("/why", why); err != nil {
			return none, err
		}
		told := models.EventData{NCP: ncp, Why: why}
		if ncp == "" {
			a.PausedAt, a.PausedWhy, a.ChasedFrom = t.paused(act, why, a.ChasedFrom)
			return none, t.moveAHQ(ctx, &a, act, told)
		}
		c, err := t.Chasing(ctx, t.by.Scope(), id, chased[0].NCP)
		if err != nil {
			return none, err
		}
		c.PausedAt, c.PausedWhy, c.ChasedFrom = t.paused(act, why, c.ChasedFrom)
		if err := t.SaveChasing(ctx, c); err != nil {
			return none, err
		}
		return none, t.moveAHQ(ctx, &a, act, told)
	})
	return err
}

// paused is since when nobody is chased and why, and from when on steps count.
func (t *turn) paused(act Act, why string, from *time.Time) (*time.Time, string, *time.Time) {
	if act == PauseChase {
		return &t.now, why, from
	}
	return nil, "", &t.now
}

// chaseFromNow is for who has just been told of their date: steps that would
// have come before now are not made up. It is for one NCP, or all.
func (t *turn) chaseFromNow(ctx context.Context, a *models.AHQ, ncp string) error {
	if ncp == "" {
		a.ChasedFrom = &t.now
		return nil
	}
	c, err := t.Chasing(ctx, t.by.Scope(), a.ID, ncp)
	if err != nil {
		return err
	}
	c.ChasedFrom = &t.now
	return t.SaveChasing(ctx, c)
}
