package workflow

import (
	"context"

	"ahq/models"
)

// EnterFor lets the requester enter an answer that came by mail or in Word, for
// an NCP that has not begun. It is marked so, and the NCP can take it over.
func (w *Workflow) EnterFor(ctx context.Context, by Actor, id models.ResponseID) (models.Response, error) {
	return perform(ctx, w, by, EnterFor, given{id}, func(t *turn) (models.Response, error) {
		r, a, err := t.lockResponse(ctx, id, EnterFor)
		if err != nil {
			return r, err
		}
		return r, t.enter(ctx, a, &r)
	})
}

// EnterForNCP is EnterFor, for an NCP that has no response yet.
func (w *Workflow) EnterForNCP(ctx context.Context, by Actor, ahq models.AHQID, ncp string) (models.Response, error) {
	return perform(ctx, w, by, EnterFor, given{ahq, ncp}, func(t *turn) (models.Response, error) {
		a, err := t.lockAHQ(ctx, ahq, EnterFor)
		if err != nil {
			return models.Response{}, err
		}
		r, err := t.responseOf(ctx, a, ncp, EnterFor)
		if err != nil {
			return r, err
		}
		if r, err = t.LockResponse(ctx, t.by.Scope(), r.ID); err != nil {
			return r, err
		}
		return r, t.enter(ctx, a, &r)
	})
}

func (t *turn) enter(ctx context.Context, a models.AHQ, r *models.Response) error {
	if a.State != models.Open {
		return t.firstRefused(ctx, a, EnterFor)
	}
	if r.Entered {
		return nil
	}
	if len(t.by.partsInNCP(r.NCP)) > 0 {
		return refuse(EnterFor, "this is the response of your own NCP: fill it in as it is")
	}
	begun, err := t.begun(ctx, *r)
	if err != nil {
		return err
	}
	if begun {
		return refuse(EnterFor, "%s has begun to answer itself: ask its coordinator to go on", t.called(ctx, r.NCP))
	}
	r.Entered, r.DeclinedAt, r.DeclinedWord = true, nil, ""
	if err := t.moveResponse(ctx, r, EnterFor, models.EventData{NCP: r.NCP}); err != nil {
		return err
	}
	return t.tell(ctx, []string{r.NCP}, ofResponse(letterEntered, a, *r, nil))
}

// begun says whether anything was ever typed or delivered.
func (t *turn) begun(ctx context.Context, r models.Response) (bool, error) {
	if r.State != models.Draft || r.Delivered > 0 || r.NextRecord > 1 {
		return true, nil
	}
	d, err := t.Draft(ctx, models.Scope{Unlimited: true}, r.ID)
	return len(d.Cells) > 0, err
}

// TakeOver gives a response that the requester entered to its NCP.
func (w *Workflow) TakeOver(ctx context.Context, by Actor, id models.ResponseID) (models.Response, error) {
	return perform(ctx, w, by, TakeOver, given{id}, func(t *turn) (models.Response, error) {
		r, a, err := t.lockResponse(ctx, id, TakeOver)
		if err != nil {
			return r, err
		}
		if !r.Entered {
			return r, refuse(TakeOver, "this response is yours already")
		}
		r.Entered = false
		if err := t.moveResponse(ctx, &r, TakeOver, models.EventData{NCP: r.NCP}); err != nil {
			return r, err
		}
		return r, t.tellRequesters(ctx, a, ofResponse(letterTakenOver, a, r, with{"NCP": t.called(ctx, r.NCP)}))
	})
}
