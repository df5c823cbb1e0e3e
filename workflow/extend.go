package workflow

import (
	"context"
	"maps"
	"slices"

	"ahq/models"
)

// Extend sets a later reply-by date, for all or, when an NCP is named, for one.
// Late is judged by the date that holds for each when it submits. A date that
// takes time from somebody is a *Shortening, which names them.
func (w *Workflow) Extend(ctx context.Context, by Actor, id models.AHQID, day, ncp string) (models.AHQ, error) {
	return w.setReplyBy(ctx, by, id, replyByMove{Day: day, NCP: ncp})
}

// Shorten is Extend by who knows that somebody has less time then.
func (w *Workflow) Shorten(ctx context.Context, by Actor, id models.AHQID, day, ncp string) (models.AHQ, error) {
	return w.setReplyBy(ctx, by, id, replyByMove{Day: day, NCP: ncp, Less: true})
}

// A replyByMove is another reply-by date, for all or for one NCP.
type replyByMove struct {
	Day  string
	NCP  string // "" all
	Less bool   // somebody may have less time then
}

func (w *Workflow) setReplyBy(ctx context.Context, by Actor, id models.AHQID, m replyByMove) (models.AHQ, error) {
	return perform(ctx, w, by, Extend, given{id, m}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, Extend)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, Extend); err != nil {
			return a, err
		}
		if err := checkDay("/reply_by", m.Day, t.now); err != nil {
			return a, err
		}
		if a.ClosesOn != "" && m.Day > a.ClosesOn {
			return a, invalid("/reply_by", "the AHQ closes by itself at the end of %s: choose a day until then, or let it close later first", longDay(a.ClosesOn))
		}
		return a, t.moveReplyBy(ctx, &a, m)
	})
}

// moveReplyBy moves the date of all whom it concerns, and tells them.
func (t *turn) moveReplyBy(ctx context.Context, a *models.AHQ, m replyByMove) error {
	addressees, err := t.toMove(ctx, *a, m)
	if err != nil {
		return err
	}
	responses, err := t.Responses(ctx, models.Scope{Unlimited: true}, a.ID)
	if err != nil {
		return err
	}
	moved := movedDates(*a, addressees, responses, m)
	if err := m.check(*a, moved); err != nil {
		return err
	}
	if m.NCP == "" {
		a.ReplyBy = m.Day
	}
	for _, x := range addressees {
		if then := m.apply(*a, x); then != x {
			if err := t.SaveAddressee(ctx, then); err != nil {
				return err
			}
		}
	}
	if err := t.chaseFromNow(ctx, a, m.NCP); err != nil {
		return err
	}
	if err := t.moveAHQ(ctx, a, Extend, models.EventData{Day: m.Day, NCP: m.NCP}); err != nil {
		return err
	}
	return t.tellMoved(ctx, *a, m, moved)
}

// toMove are the participants that a move is about: all, or the one that is named.
func (t *turn) toMove(ctx context.Context, a models.AHQ, m replyByMove) ([]models.Addressee, error) {
	all, err := t.Addressees(ctx, t.by.Scope(), a.ID)
	if err != nil {
		return nil, err
	}
	if m.NCP == "" {
		return all, nil
	}
	all = slices.DeleteFunc(all, func(x models.Addressee) bool { return x.NCP != m.NCP })
	if len(all) == 0 {
		return nil, invalid("/ncp", "%s is not among those who can answer", t.called(ctx, m.NCP))
	}
	return all, nil
}

// apply gives a participant its date. Who was given a later one than all keeps it,
// and who has that of all has none of its own, so that it moves with the others.
func (m replyByMove) apply(a models.AHQ, x models.Addressee) models.Addressee {
	switch {
	case m.NCP != "":
		x.ReplyBy = m.Day
	case x.ReplyBy < m.Day:
		x.ReplyBy = ""
	}
	if x.ReplyBy == a.ReplyBy {
		x.ReplyBy = ""
	}
	return x
}

// check says why a date is not set: nobody's changes, or somebody has less time
// and nobody was warned of that.
func (m replyByMove) check(a models.AHQ, moved []MovedDate) error {
	less := slices.DeleteFunc(slices.Clone(moved), func(d MovedDate) bool { return d.To > d.From })
	switch {
	case len(moved) == 0 && (m.NCP != "" || m.Day == a.ReplyBy):
		return invalid("/reply_by", "the reply-by date is %s already: choose another day", longDay(m.Day))
	case len(less) > 0 && !m.Less:
		return &Shortening{Day: m.Day, Dates: less}
	default:
		return nil
	}
}

// tellMoved tells each whose date changes, from which day to which.
func (t *turn) tellMoved(ctx context.Context, a models.AHQ, m replyByMove, moved []MovedDate) error {
	had := map[string][]string{} // the NCPs that had a day
	for _, d := range moved {
		had[d.From] = append(had[d.From], d.NCP)
	}
	for _, before := range slices.Sorted(maps.Keys(had)) {
		values := with{"Day": isoDay(m.Day), "Before": isoDay(before)}
		l := ofAHQ(letterExtended, a, values)
		if m.NCP != "" {
			values["NCP"], l.id = moved[0].Name, letterExtendedForOne
		}
		if err := t.tell(ctx, had[before], l); err != nil {
			return err
		}
	}
	return nil
}
