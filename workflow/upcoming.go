package workflow

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ahq/models"
)

// A Planned is a step to come, for one NCP.
type Planned struct {
	AHQID models.AHQID
	NCP   string
	Name  string
	Step  models.StepID
	About string    // the day that it is about
	At    time.Time // when the letter goes out, if nothing changes
	Held  Held      // why it does not go out; "" it does
}

// Upcoming is what will be sent from now until then to NCPs that are chased, as
// things stand, the soonest first. What is held is in it too, and why; who has
// answered hears no more.
func Upcoming(chased []models.Chased, now, until time.Time) []Planned {
	var all []Planned
	days := &calendar{}
	for _, c := range chased {
		if !held(c, "").Over() {
			all = append(all, upcoming(c, now, until, days)...)
		}
	}
	slices.SortStableFunc(all, func(a, b Planned) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Name, b.Name))
	})
	return all
}

func upcoming(c models.Chased, now, until time.Time, days *calendar) []Planned {
	l := LadderOf(c.Ladder)
	letters, awake := sent(c), days.awake(c.NCP, now, l.From, l.Until)
	var all []Planned
	plan := func(d due, h Held) {
		all = append(all, Planned{c.AHQID, c.NCP, c.Name, d.step, d.about, d.at, h})
	}
	if c.IssuedAt == nil {
		plan(due{step: StepIssued, about: c.ReplyBy, at: now}, NotHeld)
	}
	for _, d := range skipped(c, days) {
		if !d.at.Before(now) && !d.at.After(until) {
			plan(d, HeldSkipped)
		}
	}
	ahead := ahead(c, days)
	for i, d := range ahead {
		if i+1 < len(ahead) && !ahead[i+1].at.After(now) || d.at.After(until) {
			continue // a newer one is due already
		}
		if d.at.Before(awake) {
			d.at = awake
		}
		h := held(c, d.day)
		if h == NotHeld {
			if letters++; letters > l.Most {
				h = HeldMost
			}
		}
		plan(d, h)
	}
	return all
}

// skipped are the steps of an NCP that the requester wants left out.
func skipped(c models.Chased, days *calendar) []due {
	past := c.Ledger.Past()
	return slices.DeleteFunc(dues(c, days), func(d due) bool {
		return !slices.Contains(past, models.Past{Step: d.step, About: d.about, Fate: models.Skipped})
	})
}

// WouldChase are the NCPs that a draft would ask if it were issued now, for
// Upcoming: nothing is sent.
func (w *Workflow) WouldChase(ctx context.Context, a models.AHQ) ([]models.Chased, error) {
	now := w.Now()
	today, err := w.Store.Participants(ctx, Day(now))
	var all []models.Chased
	for _, n := range today {
		if Asks(a, n) {
			all = append(all, models.Chased{
				AHQID: a.ID, Topic: a.Topic, AHQState: models.Open, Ladder: a.Ladder, ClosesOn: a.ClosesOn,
				NCP: n.Code, Name: n.Name, ReplyBy: a.ReplyBy, ChasedFrom: &now, State: models.Draft,
			})
		}
	}
	return all, err
}
