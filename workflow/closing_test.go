package workflow

import (
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func closeOn(day string) step {
	return func(w *world, a models.AHQ) error {
		_, err := w.CloseOn(w.ctx, w.as("NO coordinator"), a.ID, day)
		return err
	}
}

// tick is the job that closes what is over.
func tick(w *world, _ models.AHQ) error { return w.closeOver(w.ctx, closeArgs{}) }

func TestAnAHQClosesByItself(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range []struct {
			name    string
			before  []step
			last    step
			refused string
			state   models.AHQState
			on      string
		}{
			{"on the reply-by date", nil, closeOn("2017-01-23"), "", models.Open, "2017-01-23"},
			{"in the last minute of the day it is open", []step{closeOn("2017-01-30"), clockAt("2017-01-30 23:59")}, tick, "", models.Open, "2017-01-30"},
			{"and then it is closed", []step{closeOn("2017-01-30"), clockAt("2017-01-31 00:00")}, tick, "", models.Closed, "2017-01-30"},
			{"also when nobody was there for days", []step{closeOn("2017-01-30"), clockAt("2017-02-07 12:00")}, tick, "", models.Closed, "2017-01-30"},
			{"at the end of the day that loses an hour", []step{closeOn("2017-03-26"), clockAt("2017-03-26 23:59"), tick, clockAt("2017-03-27 00:00")}, tick, "", models.Closed, "2017-03-26"},
			{"looked for twice", []step{closeOn("2017-01-30"), clockAt("2017-01-31 00:00"), tick}, tick, "", models.Closed, "2017-01-30"},
			{"one that never does", []step{clockAt("2019-01-31 00:00")}, tick, "", models.Open, ""},
			{"one that does not any more", []step{closeOn("2017-01-30"), closeOn(""), clockAt("2017-01-31 00:00")}, tick, "", models.Open, ""},
			{"one that was cancelled", []step{closeOn("2017-01-30"), cancel, clockAt("2017-01-31 00:00")}, tick, "", models.Cancelled, "2017-01-30"},
			{"reopened after that, it stays open", []step{closeOn("2017-01-30"), clockAt("2017-01-31 00:00"), tick, reopen}, tick, "", models.Open, ""},
			{"reopened before that, it closes again", []step{closeOn("2017-01-30"), closing, reopen, clockAt("2017-01-31 00:00")}, tick, "", models.Closed, "2017-01-30"},
			{"before the reply-by date", nil, closeOn("2017-01-22"), "it cannot close before the last reply-by date, 23 January 2017", models.Open, ""},
			{"before what one was given", []step{extend("2017-02-10", "BE")}, closeOn("2017-01-30"), "the last reply-by date, 10 February 2017", models.Open, ""},
			{"on a day that is over", []step{clockAt("2017-01-31 12:00")}, closeOn("2017-01-30"), "30 January 2017 is over", models.Open, ""},
			{"on 31 April", nil, closeOn("2017-04-31"), "April 2017 has 30 days", models.Open, ""},
			{"extended beyond it", []step{closeOn("2017-01-30")}, extend("2017-02-10", ""), "closes by itself at the end of 30 January 2017", models.Open, "2017-01-30"},
			{"extended up to it", []step{closeOn("2017-01-30")}, extend("2017-01-30", "BE"), "", models.Open, "2017-01-30"},
			{"when it is closed", []step{closing}, closeOn("2017-01-30"), "it is closed", models.Closed, ""},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				a := w.issued()
				for _, s := range c.before {
					w.must(s(w, a))
				}
				w.expect(c.last(w, a), c.refused)
				now, err := store.AHQ(w.ctx, everything, a.ID)
				w.must(err)
				if now.State != c.state || now.ClosesOn != c.on {
					t.Errorf("it is %s, and closes on %q; want %s, %q", now.State, now.ClosesOn, c.state, c.on)
				}
				if told := w.toldOf(a, "closed")[w.people["NO coordinator"]]; now.State == models.Closed && c.on != "" && told != 1 {
					t.Errorf("the requester is told %d times that it closed", told)
				}
			})
		}
	})
}

func TestADraftSaysOnWhichDayItCloses(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		for _, c := range []struct{ name, day, refused string }{
			{"after the reply-by date", "2017-01-30", ""},
			{"before it", "2017-01-20", "/closes_on"},
			{"on no day", "soon", "/closes_on"},
		} {
			f := form2016()
			f.ClosesOn = c.day
			_, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), f)
			w.expect(err, c.refused)
		}
		a := w.issued(func(f *AHQForm) { f.ClosesOn = "2017-01-30" })
		w.clock.set(t, "2017-01-31 00:00")
		w.must(tick(w, a))
		_, err := w.Submit(w.ctx, w.as("BE coordinator"), w.answered(a, "BE").ID, models.WiderYes)
		w.expect(err, "this AHQ was closed on 31 January 2017")
	})
}
