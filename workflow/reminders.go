package workflow

import (
	"slices"
	"time"

	"ahq/models"
)

// A Held is why a step is not sent, or needs no letter. The ledger keeps it as
// the why of what is moot; pages say it in words.
type Held string

// Why a step is not sent.
const (
	NotHeld      Held = ""
	HeldClosed   Held = "closed"   // the AHQ is not open
	HeldAnswered Held = "answered" // an answer is in force, and nobody asked for another
	HeldDeclined Held = "declined" // the NCP has nothing to report
	HeldEntered  Held = "entered"  // the requester enters the answer
	HeldPaused   Held = "paused"
	HeldExpected Held = "expected" // the NCP said by when it answers, and that day is not over
	HeldMissed   Held = "missed"   // a newer step was due when we came to it
	HeldMost     Held = "most"     // the NCP has had as many letters as it gets
	HeldSkipped  Held = "skipped"  // the requester wants it left out
)

// Over says whether nothing more is to come: the others pass.
func (h Held) Over() bool {
	return slices.Contains([]Held{HeldClosed, HeldAnswered, HeldDeclined, HeldEntered}, h)
}

// held says why an NCP does not hear of a step that is taken on a day.
func held(c models.Chased, day string) Held {
	switch {
	case c.AHQState != models.Open && c.IssuedAt != nil:
		return HeldClosed
	case c.DeclinedAt != nil:
		return HeldDeclined
	case c.State != models.Draft, c.InForce > 0 && c.ReturnedAt == nil:
		return HeldAnswered
	case c.Entered:
		return HeldEntered
	case c.AHQPaused != nil || c.Paused != nil:
		return HeldPaused
	case c.ExpectedBy != "" && day <= c.ExpectedBy:
		return HeldExpected
	default:
		return NotHeld
	}
}

// Standing is why an NCP is not chased at an instant, NotHeld when it is.
func Standing(c models.Chased, now time.Time) Held { return held(c, Day(now)) }

// remindersDue says what is to become of each step of an NCP that has come and
// is not behind us: the newest is sent, the others are moot. Nothing is due
// while people sleep.
func remindersDue(c models.Chased, now time.Time, days *calendar) []models.Reminder {
	l, ahead := LadderOf(c.Ladder), ahead(c, days)
	if len(ahead) == 0 || ahead[0].at.After(now) || days.awake(c.NCP, now, l.From, l.Until) != now {
		return nil
	}
	var all []models.Reminder
	newest := -1
	for _, d := range ahead {
		if d.at.After(now) {
			break
		}
		m := models.Reminder{AHQID: c.AHQID, NCP: c.NCP, Step: d.step, About: d.about, Fate: models.Moot, At: now}
		m.Why = string(held(c, d.day))
		if m.Why == "" {
			if newest >= 0 {
				all[newest].Why = string(HeldMissed)
			}
			newest = len(all)
		}
		all = append(all, m)
	}
	if newest < 0 {
		return all
	}
	if sent(c) >= l.Most {
		all[newest].Why = string(HeldMost)
	} else {
		all[newest].Fate = models.Sent
	}
	return all
}

// ahead are the steps of an NCP that are not behind us, by their day. What would
// have come before the NCP was asked, or before its date was changed, does not
// come any more: it has just been told.
func ahead(c models.Chased, days *calendar) []due {
	past := c.Ledger.Past()
	return slices.DeleteFunc(dues(c, days), func(d due) bool {
		if c.ChasedFrom != nil && d.at.Before(*c.ChasedFrom) {
			return true
		}
		return slices.ContainsFunc(past, func(p models.Past) bool { return p.Step == d.step && p.About == d.about })
	})
}

// sent is how many letters have chased an NCP; what tells it that it is asked
// does not count.
func sent(c models.Chased) (count int) {
	for _, p := range c.Ledger.Past() {
		if p.Fate == models.Sent && p.Step != StepIssued {
			count++
		}
	}
	return count
}
