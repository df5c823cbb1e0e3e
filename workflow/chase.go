package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// chaseArgs: see who is to hear from us.
type chaseArgs struct{}

// Kind names the job in the queue.
func (chaseArgs) Kind() string { return "chase" }

// chasing is what the job does, to those who ask who did it.
const chasing Act = "chase"

// chase finds what is due by one question, and sends it. Ticks that were missed
// are made up by this one. What another process has done meanwhile is not done
// again: each step has one row in the ledger.
func (w *Workflow) chase(ctx context.Context, _ chaseArgs) error {
	ahqs, named, err := w.dueNow(ctx)
	if err != nil || len(ahqs) == 0 {
		return err
	}
	_, err = perform(ctx, w, Itself(), chasing, given{}, func(t *turn) (sent []models.Reminder, err error) {
		if err := t.HoldChased(ctx, ahqs); err != nil {
			return nil, err
		}
		chased, err := t.Chased(ctx, models.Scope{Unlimited: true}, ahqs...)
		if err != nil {
			return nil, err
		}
		return t.remind(ctx, allDue(chased, t, named))
	})
	return err
}

// dueNow are the AHQs of which something is due, and what is missing in each
// response whose NCP is to be reminded: that is worked out before anything is
// held.
func (w *Workflow) dueNow(ctx context.Context) (ahqs []models.AHQID, named map[models.ResponseID]lacking, err error) {
	everything := models.Scope{Unlimited: true}
	chased, err := w.Store.ChasedNow(ctx, everything)
	if err != nil {
		return nil, nil, err
	}
	now, days, named := w.Now(), &calendar{}, map[models.ResponseID]lacking{}
	for _, c := range chased {
		due := remindersDue(c, now, days)
		if len(due) > 0 && !slices.Contains(ahqs, c.AHQID) {
			ahqs = append(ahqs, c.AHQID)
		}
		if slices.ContainsFunc(due, func(m models.Reminder) bool { return m.Fate == models.Sent }) {
			if named[c.ResponseID], err = w.lacking(ctx, c); err != nil {
				return nil, nil, err
			}
		}
	}
	return ahqs, named, nil
}

// lacking is what an NCP still has to answer, by name.
func (w *Workflow) lacking(ctx context.Context, c models.Chased) (lacking, error) {
	everything := models.Scope{Unlimited: true}
	a, err := w.Store.AHQ(ctx, everything, c.AHQID)
	if err != nil {
		return lacking{}, err
	}
	read, err := w.Read(ctx, everything, a, c.ResponseID)
	return lackingIn(a, read), err
}

func allDue(chased []models.Chased, t *turn, named map[models.ResponseID]lacking) []owed {
	var all []owed
	days := &calendar{}
	for _, c := range chased {
		for _, m := range remindersDue(c, t.now, days) {
			all = append(all, owed{c, m, named[c.ResponseID]})
		}
	}
	return all
}
