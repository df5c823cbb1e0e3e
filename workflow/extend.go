package workflow

import (
	"context"

	"ahq/models"
)

// Extend sets another reply-by date, for all or, when an NCP is named, for one.
// Late is judged by the date that holds for each.
func (w *Workflow) Extend(ctx context.Context, by Actor, id models.AHQID, day, ncp string) (models.AHQ, error) {
	return perform(ctx, w, by, Extend, given{id, day, ncp}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, Extend)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, Extend); err != nil {
			return a, err
		}
		if err := checkDay("/reply_by", day, t.now); err != nil {
			return a, err
		}
		if ncp != "" {
			return a, t.extendOne(ctx, &a, day, ncp)
		}
		return a, t.extendAll(ctx, &a, day)
	})
}

func (t *turn) extendOne(ctx context.Context, a *models.AHQ, day, ncp string) error {
	x, err := t.Addressee(ctx, t.by.Scope(), a.ID, ncp)
	if err != nil {
		return invalid("/ncp", "%s is not among those who can answer", t.called(ctx, ncp))
	}
	x.ReplyBy = day
	if err := t.SaveAddressee(ctx, x); err != nil {
		return err
	}
	if err := t.chaseFromNow(ctx, a, ncp); err != nil {
		return err
	}
	if err := t.moveAHQ(ctx, a, Extend, models.EventData{Day: day, NCP: ncp}); err != nil {
		return err
	}
	return t.tell(ctx, []string{ncp}, ofAHQ(letterExtendedForOne, *a, with{"NCP": x.Name, "Day": isoDay(day)}))
}

// extendAll moves everybody's date. Who was given a later one keeps it.
func (t *turn) extendAll(ctx context.Context, a *models.AHQ, day string) error {
	all, err := t.Addressees(ctx, t.by.Scope(), a.ID)
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.ReplyBy == "" || x.ReplyBy > day {
			continue
		}
		x.ReplyBy = ""
		if err := t.SaveAddressee(ctx, x); err != nil {
			return err
		}
	}
	a.ReplyBy = day
	if err := t.chaseFromNow(ctx, a, ""); err != nil {
		return err
	}
	if err := t.moveAHQ(ctx, a, Extend, models.EventData{Day: day}); err != nil {
		return err
	}
	return t.tellAll(ctx, *a, ofAHQ(letterExtended, *a, with{"Day": isoDay(day)}))
}
