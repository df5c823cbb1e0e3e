package workflow

import (
	"context"

	"ahq/models"
)

// Remind sends a step now that would come later, or that was left out; without a
// step it reminds by hand, once a day. Without an NCP it does so for all who have
// not answered. It does not wait for the hours of the ladder: somebody wants it.
func (w *Workflow) Remind(ctx context.Context, by Actor, id models.AHQID, ncp string, step models.StepID) ([]models.Reminder, error) {
	return perform(ctx, w, by, Remind, given{id, ncp, step}, func(t *turn) ([]models.Reminder, error) {
		a, chased, err := t.chased(ctx, id, ncp, Remind)
		if err != nil {
			return nil, err
		}
		var all []owed
		for _, c := range chased {
			m, err := t.byHand(c, step)
			if err != nil && ncp != "" {
				return nil, err
			}
			if err == nil {
				all = append(all, owed{c, m, lacking{}})
			}
		}
		if len(all) == 0 {
			return nil, refuse(Remind, "nobody is left to remind: all have answered, or were reminded today")
		}
		if err := t.nameMissing(ctx, a, all); err != nil {
			return nil, err
		}
		for _, o := range all {
			if err := t.TakeBackReminder(ctx, o.reminder); err != nil {
				return nil, err
			}
		}
		sent, err := t.remind(ctx, all)
		if err != nil {
			return nil, err
		}
		return sent, t.moveAHQ(ctx, &a, Remind, models.EventData{NCP: ncp, Subject: string(step)})
	})
}

// byHand is a step that is sent now, whatever its day.
func (t *turn) byHand(c models.Chased, step models.StepID) (models.Reminder, error) {
	m := models.Reminder{AHQID: c.AHQID, NCP: c.NCP, Step: StepByHand, About: Day(t.now), Fate: models.Sent, At: t.now, ByID: t.by.Person.ID}
	if h := held(c, ""); h.Over() {
		return m, refuse(Remind, "%s need not be reminded: %s", c.Name, noReminder[h])
	}
	if step != "" {
		d, err := stepOf(c, step)
		if err != nil {
			return m, err
		}
		m.Step, m.About = d.step, d.about
	}
	if p, is := behind(c, m); is && p.Fate == models.Sent {
		return m, refuse(Remind, "%s has had this reminder already", c.Name)
	}
	return m, nil
}

// noReminder is why an NCP hears no more.
var noReminder = map[Held]string{
	HeldClosed:   "this AHQ is not open",
	HeldAnswered: "its answer is in force",
	HeldDeclined: "it has nothing to report",
	HeldEntered:  "the requester is entering its answer",
}

// stepOf is the step of that name for an NCP.
func stepOf(c models.Chased, step models.StepID) (due, error) {
	for _, d := range dues(c, &calendar{}) {
		if d.step == step {
			return d, nil
		}
	}
	return due{}, invalid("/step", "there is no step %q for %s: choose one that is to come", step, c.Name)
}

// behind is what became of a step already.
func behind(c models.Chased, m models.Reminder) (models.Past, bool) {
	for _, p := range c.Ledger.Past() {
		if p.Step == m.Step && p.About == m.About {
			return p, true
		}
	}
	return models.Past{}, false
}

// chased locks an AHQ to change how it is chased, and reads whom that concerns:
// one NCP, or all.
func (t *turn) chased(ctx context.Context, id models.AHQID, ncp string, act Act) (models.AHQ, []models.Chased, error) {
	a, err := t.lockAHQ(ctx, id, act)
	if err != nil {
		return a, nil, err
	}
	if a.State, err = next(ahqMoves, a.State, act); err != nil {
		return a, nil, err
	}
	all, err := t.Chased(ctx, models.Scope{Unlimited: true}, id)
	if err != nil || ncp == "" {
		return a, all, err
	}
	for _, c := range all {
		if c.NCP == ncp {
			return a, []models.Chased{c}, nil
		}
	}
	return a, nil, invalid("/ncp", "%s was not asked", t.called(ctx, ncp))
}
