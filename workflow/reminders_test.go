package workflow

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ahq/models"
)

// brusselsAt is an instant, by the clock in Brussels.
func brusselsAt(t testing.TB, at string) time.Time {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", at, brussels)
	if err != nil {
		t.Fatal(err)
	}
	return when.UTC()
}

// belgium is asked on 16 December 2016 for an answer by Monday, 23 January 2017,
// and has not begun.
func belgium(t testing.TB) models.Chased {
	issued := brusselsAt(t, "2016-12-16 10:00")
	return models.Chased{
		AHQID: "ahq", AHQState: models.Open, IssuedAt: &issued, ChasedFrom: &issued,
		NCP: "BE", Name: "Belgium", ReplyBy: "2017-01-23", State: models.Draft,
	}
}

type change func(*models.Chased)

func past(steps ...string) change {
	return func(c *models.Chased) { c.Ledger = models.Ledger(strings.Join(steps, ";")) }
}

func TestRemindersDue(t *testing.T) {
	at := func(when string) *time.Time { i := brusselsAt(t, when); return &i }
	const before7, before2, on, after3 = "before-7 2017-01-23 sent", "before-2 2017-01-23 sent", "on-the-day 2017-01-23 sent", "after-3 2017-01-23 sent"
	for _, c := range []struct {
		what   string
		now    string
		change change
		want   string // step=fate or step=why
	}{
		{"nothing before the first step", "2017-01-11 12:00", nil, ""},
		{"nothing in the night before it", "2017-01-12 07:59", nil, ""},
		{"seven working days before", "2017-01-12 08:00", nil, "before-7=sent"},
		{"and not again", "2017-01-12 08:01", past(before7), ""},
		{"two working days before, over a weekend", "2017-01-19 08:00", past(before7), "before-2=sent"},
		{"on the day", "2017-01-23 08:00", past(before7, before2), "on-the-day=sent"},
		{"three working days after", "2017-01-26 08:00", past(before7, before2, on), "after-3=sent"},
		{"ten working days after", "2017-02-06 08:00", past(before7, before2, on, after3), "after-10=sent"},
		{"nothing after that", "2017-03-06 08:00", past(before7, before2, on, after3, "after-10 2017-01-23 sent"), ""},
		{"not in the evening", "2017-01-19 18:00", past(before7), ""},
		{"but the next morning", "2017-01-20 08:00", past(before7), "before-2=sent"},
		{"not on a Saturday", "2017-01-21 10:00", past(before7), ""},
		{"after a week without us, only the newest", "2017-01-24 09:00", nil, "before-7=missed before-2=missed on-the-day=sent"},

		{"an extension begins anew", "2017-02-01 08:00", func(c *models.Chased) {
			c.ReplyBy, c.ChasedFrom, c.Ledger = "2017-02-10", at("2017-01-20 15:00"), before7+";"+before2
		}, "before-7=sent"},
		{"what would have come before the extension does not come", "2017-01-20 16:00", func(c *models.Chased) {
			c.ReplyBy, c.ChasedFrom, c.Ledger = "2017-01-24", at("2017-01-20 15:00"), before7
		}, ""},
		{"nor what would have come before the issue", "2017-01-20 09:00", func(c *models.Chased) {
			c.ChasedFrom, c.IssuedAt = at("2017-01-19 15:00"), at("2017-01-19 15:00")
		}, ""},

		{"submitted: no more", "2017-01-19 08:00", func(c *models.Chased) { c.State, c.InForce = models.Submitted, 1 }, "before-7=answered before-2=answered"},
		{"compiled: no more", "2017-01-12 08:00", func(c *models.Chased) { c.State, c.InForce = models.Compiled, 1 }, "before-7=answered"},
		{"being amended: what was delivered counts", "2017-01-12 08:00", func(c *models.Chased) { c.InForce = 1 }, "before-7=answered"},
		{"returned: there is something to do", "2017-01-12 08:00", func(c *models.Chased) { c.InForce, c.ReturnedAt = 1, at("2017-01-11 10:00") }, "before-7=sent"},
		{"withdrawn: no answer is in force", "2017-01-19 08:00", past("before-7 2017-01-23 moot"), "before-2=sent"},
		{"nothing to report", "2017-01-12 08:00", func(c *models.Chased) { c.DeclinedAt = at("2017-01-10 10:00") }, "before-7=declined"},
		{"the requester enters it", "2017-01-12 08:00", func(c *models.Chased) { c.Entered = true }, "before-7=entered"},
		{"the AHQ is closed", "2017-01-12 08:00", func(c *models.Chased) { c.AHQState = models.Closed }, "before-7=closed"},
		{"nobody is chased", "2017-01-12 08:00", func(c *models.Chased) { c.AHQPaused = at("2017-01-10 10:00") }, "before-7=paused"},
		{"this one is not", "2017-01-12 08:00", func(c *models.Chased) { c.Paused = at("2017-01-10 10:00") }, "before-7=paused"},
		{"left out", "2017-01-12 08:00", past("before-7 2017-01-23 skipped"), ""},

		{"expected later: not until then", "2017-01-19 08:00", func(c *models.Chased) { c.ExpectedBy = "2017-01-20"; past(before7)(c) }, "before-2=expected"},
		{"on that day neither", "2017-01-20 08:00", func(c *models.Chased) {
			c.ExpectedBy = "2017-01-20"
			past(before7, "before-2 2017-01-23 moot")(c)
		}, ""},
		{"when it has passed, once", "2017-01-24 08:00", func(c *models.Chased) {
			c.ExpectedBy = "2017-01-23"
			past(before7, before2, "on-the-day 2017-01-23 moot")(c)
		}, "expected=sent"},
		{"and then the ladder goes on", "2017-01-26 08:00", func(c *models.Chased) {
			c.ExpectedBy = "2017-01-23"
			past(before7, before2, "on-the-day 2017-01-23 moot", "expected 2017-01-23 sent")(c)
		}, "after-3=sent"},

		{"it closes by itself: said before", "2017-01-26 08:00", func(c *models.Chased) { c.ClosesOn = "2017-01-30"; past(before7, before2, on, after3)(c) }, "closing=sent"},
		{"as many letters as it gets", "2017-01-19 08:00", func(c *models.Chased) {
			l := usual
			l.Most, c.Ladder = 1, &l
			past(before7)(c)
		}, "before-2=most"},
		{"the invitation does not count", "2017-01-12 08:00", func(c *models.Chased) {
			l := usual
			l.Most, c.Ladder = 1, &l
			past("issued 2017-01-23 sent")(c)
		}, "before-7=sent"},

		{"in Helsinki the morning is an hour earlier", "2017-01-12 07:00", func(c *models.Chased) { c.NCP = "FI" }, "before-7=sent"},
		{"in the week when the clocks go forward", "2017-03-27 08:00", func(c *models.Chased) { c.ReplyBy = "2017-03-29"; past("before-7 2017-03-29 sent")(c) }, "before-2=sent"},
		{"and not an hour before", "2017-03-27 07:59", func(c *models.Chased) { c.ReplyBy = "2017-03-29"; past("before-7 2017-03-29 sent")(c) }, ""},
		{"when they go back", "2017-10-30 08:00", func(c *models.Chased) { c.ReplyBy = "2017-11-02"; past("before-7 2017-11-02 sent")(c) }, "before-2=sent"},
		{"and not by the clock of the week before", "2017-10-30 07:30", func(c *models.Chased) { c.ReplyBy = "2017-11-02"; past("before-7 2017-11-02 sent")(c) }, ""},
		{"in Belgium 1 November is free", "2017-10-31 08:00", func(c *models.Chased) { c.ReplyBy = "2017-11-03"; past("before-7 2017-11-03 sent")(c) }, "before-2=sent"},
		{"two working days before 1 March in a leap year", "2024-02-28 08:00", func(c *models.Chased) { c.ReplyBy = "2024-03-01"; past("before-7 2024-03-01 sent")(c) }, "before-2=sent"},
		{"and in another one", "2023-02-27 08:00", func(c *models.Chased) { c.ReplyBy = "2023-03-01"; past("before-7 2023-03-01 sent")(c) }, "before-2=sent"},
		{"over a year's end", "2016-12-29 08:00", func(c *models.Chased) { c.ReplyBy = "2017-01-02"; past("before-7 2017-01-02 sent")(c) }, "before-2=sent"},
		{"a Sunday is due on Friday", "2017-01-20 08:00", func(c *models.Chased) {
			c.ReplyBy = "2017-01-22"
			past("before-7 2017-01-22 sent", "before-2 2017-01-22 sent")(c)
		}, "on-the-day=sent"},
		{"a date of its own", "2017-02-08 08:00", func(c *models.Chased) { c.ReplyBy = "2017-02-10"; past("before-7 2017-02-10 sent")(c) }, "before-2=sent"},
	} {
		b := belgium(t)
		if c.change != nil {
			c.change(&b)
		}
		var got []string
		for _, m := range remindersDue(b, brusselsAt(t, c.now), &calendar{}) {
			what := string(m.Fate)
			if m.Fate == models.Moot {
				what = m.Why
			}
			got = append(got, fmt.Sprintf("%s=%s", m.Step, what))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s (%s): %v, want %s", c.what, c.now, got, c.want)
		}
	}
}

// However often and whenever one looks, each step is sent once at most, and never
// two at one time.
func TestEveryStepComesOnce(t *testing.T) {
	c := belgium(t)
	seen := map[models.StepID]bool{}
	for at := *c.IssuedAt; at.Before(brusselsAt(t, "2017-03-01 00:00")); at = at.Add(7 * time.Minute) {
		sent := 0
		for _, m := range remindersDue(c, at, &calendar{}) {
			if seen[m.Step] {
				t.Fatalf("%s comes again at %s", m.Step, at)
			}
			seen[m.Step] = true
			if m.Fate == models.Sent {
				sent++
			}
			entries := append(strings.Split(string(c.Ledger), ";"), fmt.Sprintf("%s %s %s", m.Step, m.About, m.Fate))
			past(slices.DeleteFunc(entries, func(e string) bool { return e == "" })...)(&c)
		}
		if sent > 1 {
			t.Fatalf("%d letters at %s", sent, at)
		}
	}
	if len(seen) != 5 {
		t.Errorf("%d steps came, not 5: %v", len(seen), seen)
	}
}

func TestUpcoming(t *testing.T) {
	at := func(when string) *time.Time { i := brusselsAt(t, when); return &i }
	for _, c := range []struct {
		what, now string
		change    change
		want      string
	}{
		{"a fortnight", "2017-01-11 12:00", nil, "before-7 12 08:00, before-2 19 08:00, on-the-day 23 08:00"},
		{"what waits for the morning", "2017-01-12 06:00", nil, "before-7 12 08:00, before-2 19 08:00, on-the-day 23 08:00"},
		{"what waits for the next tick comes now", "2017-01-12 09:30", nil, "before-7 12 09:30, before-2 19 08:00, on-the-day 23 08:00, after-3 26 08:00"},
		{"what was missed, but for the newest, does not come", "2017-01-20 09:30", nil, "before-2 20 09:30, on-the-day 23 08:00, after-3 26 08:00"},
		{"skipped is said to be", "2017-01-18 12:00", past("before-2 2017-01-23 skipped"), "before-7 18 12:00, before-2 19 08:00 skipped, on-the-day 23 08:00, after-3 26 08:00"},
		{"paused too", "2017-01-18 12:00", func(c *models.Chased) { c.Paused = at("2017-01-17 12:00") }, "before-7 18 12:00 paused, before-2 19 08:00 paused, on-the-day 23 08:00 paused, after-3 26 08:00 paused"},
		{"expected by a day", "2017-01-18 12:00", func(c *models.Chased) { c.ExpectedBy = "2017-01-23"; past("before-7 2017-01-23 sent")(c) }, "before-2 19 08:00 expected, on-the-day 23 08:00 expected, expected 24 08:00, after-3 26 08:00"},
		{"who has answered hears no more", "2017-01-11 12:00", func(c *models.Chased) { c.State, c.InForce = models.Submitted, 1 }, ""},
		{"before the issue, with the invitation", "2017-01-11 12:00", func(c *models.Chased) { c.IssuedAt = nil; c.ChasedFrom = at("2017-01-11 12:00") }, "issued 11 12:00, before-7 12 08:00, before-2 19 08:00, on-the-day 23 08:00"},
		{"no more than it gets", "2017-01-18 12:00", func(c *models.Chased) {
			l := usual
			l.Most, c.Ladder = 2, &l
			past("before-7 2017-01-23 sent")(c)
		}, "before-2 19 08:00, on-the-day 23 08:00 most, after-3 26 08:00 most"},
	} {
		b := belgium(t)
		if c.change != nil {
			c.change(&b)
		}
		now := brusselsAt(t, c.now)
		var got []string
		for _, p := range Upcoming([]models.Chased{b}, now, now.AddDate(0, 0, 14)) {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Step, p.At.In(brussels).Format("2 15:04"), p.Held)))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, strings.Join(got, ", "), c.want)
		}
	}
}

func TestLadders(t *testing.T) {
	if err := checkLadder(usual); err != nil {
		t.Errorf("the usual ladder: %v", err)
	}
	for what, change := range map[string]func(*models.Ladder){
		"twice":               func(l *models.Ladder) { l.Steps = append(slices.Clone(l.Steps), newStep(models.AtReplyBy, -2)) },
		"keep the invitation": func(l *models.Ladder) { l.Steps = l.Steps[1:] },
		"at most":             func(l *models.Ladder) { l.Most = 0 },
		"two hours of a day":  func(l *models.Ladder) { l.From, l.Until = 18, 8 },
		"within 60":           func(l *models.Ladder) { l.Steps = append(slices.Clone(l.Steps), newStep(models.AtReplyBy, -61)) },
		"is called before-3": func(l *models.Ladder) {
			l.Steps = append(slices.Clone(l.Steps), models.Step{ID: "x", Anchor: models.AtReplyBy, Days: -3})
		},
		"when it happens": func(l *models.Ladder) {
			l.Steps = append(slices.Clone(l.Steps), models.Step{ID: "edition", Anchor: models.AtEdition, Days: 1})
		},
		"before the AHQ": func(l *models.Ladder) {
			l.Steps = append(slices.Clone(l.Steps), models.Step{ID: "closing", Anchor: models.AtClosing})
		},
		"count the days from": func(l *models.Ladder) { l.Steps = append(slices.Clone(l.Steps), models.Step{ID: "x", Anchor: "moon"}) },
		"keep to 20":          func(l *models.Ladder) { l.Steps = append(slices.Clone(l.Steps), make([]models.Step, 20)...) },
	} {
		l := usual
		change(&l)
		if err := checkLadder(l); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
