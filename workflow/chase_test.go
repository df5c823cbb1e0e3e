package workflow

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// tick is what happens every minute, at a time in Brussels.
func (w *world) tick(at string) {
	w.t.Helper()
	w.clock.set(w.t, at)
	w.must(w.chase(w.ctx, chaseArgs{}))
}

// letters are those of a kind that were written since an instant, by person.
func (w *world) letters(kind letterID, to string) []models.Message {
	w.t.Helper()
	all, err := w.Store.Messages(w.ctx, 1000)
	w.must(err)
	return slices.DeleteFunc(all, func(m models.Message) bool {
		return !strings.HasPrefix(m.Key, string(kind)+"/") || to != "" && m.ToID != w.people[to]
	})
}

// ledger of an AHQ, as "BE before-7 sent".
func (w *world) ledger(a models.AHQ, ncp string) []string {
	w.t.Helper()
	all, err := w.Store.Reminders(w.ctx, everything, a.ID, time.Time{})
	w.must(err)
	var lines []string
	for _, m := range slices.Backward(all) {
		if m.NCP != ncp {
			continue
		}
		if m.Fate == models.Moot {
			lines = append(lines, fmt.Sprintf("%s %s", m.Step, m.Why))
		} else {
			lines = append(lines, fmt.Sprintf("%s %s", m.Step, m.Fate))
		}
	}
	slices.Sort(lines)
	return lines
}

func (w *world) wantLedger(a models.AHQ, ncp string, want ...string) {
	w.t.Helper()
	slices.Sort(want)
	if got := w.ledger(a, ncp); !slices.Equal(got, want) {
		w.t.Errorf("the ledger says of %s %q, want %q", ncp, got, want)
	}
}

func (w *world) wantLetters(kind letterID, to string, want int) []models.Message {
	w.t.Helper()
	got := w.letters(kind, to)
	if len(got) != want {
		w.t.Errorf("%q got %d letters %q, want %d", to, len(got), kind, want)
	}
	return got
}

func TestChasing(t *testing.T) {
	t.Parallel()
	requester := "NO coordinator"
	for what, play := range map[string]func(*world, models.AHQ){
		"each step comes once, until the answer is in": func(w *world, a models.AHQ) {
			w.tick("2017-01-12 08:00")
			w.tick("2017-01-12 08:01")
			w.tick("2017-01-12 12:00")
			w.wantLetters(letterReminder, "BE coordinator", 1)
			w.clock.set(w.t, "2017-01-18 10:00")
			w.submitted(a, "BE", models.WiderYes)
			w.tick("2017-01-19 08:00")
			w.wantLetters(letterReminder, "BE coordinator", 1)
			w.wantLetters(letterReminder, "DE coordinator", 2)
			w.wantLedger(a, "BE", "issued sent", "before-7 sent", "before-2 answered")
		},
		"after days without us only the newest is made up": func(w *world, a models.AHQ) {
			w.tick("2017-01-24 09:00")
			w.tick("2017-01-24 09:01")
			late := w.wantLetters(letterReminder, "DE coordinator", 1)
			if !strings.Contains(late[0].Body, "was due on 23 January 2017") {
				w.t.Errorf("it says %q", late[0].Body)
			}
			w.wantLedger(a, "DE", "issued sent", "before-7 missed", "before-2 missed", "on-the-day sent")
		},
		"it says what is missing, by name": func(w *world, a models.AHQ) {
			r := w.of(a, "AT")
			_, err := w.AddRecord(w.ctx, w.as("AT coordinator"), r.ID, "origin")
			w.must(err)
			w.tick("2017-01-12 08:00")
			m := w.wantLetters(letterReminder, "AT coordinator", 1)[0]
			for _, want := range []string{"What is missing:", "1. What is your policy?", "2. Whom can we write to?"} {
				if !strings.Contains(m.Body, want) {
					w.t.Errorf("it does not say %q:\n%s", want, m.Body)
				}
			}
			if other := w.letters(letterReminder, "BE coordinator")[0]; !strings.Contains(other.Body, "Nothing has been written yet") {
				w.t.Errorf("Belgium reads %s", other.Body)
			}
		},
		"an NCP without people: the requester is told to call": func(w *world, a models.AHQ) {
			w.must(w.Block(w.ctx, w.as("administrator"), w.people["DE coordinator"], true))
			w.tick("2017-01-12 08:00")
			w.tick("2017-01-12 08:01")
			w.wantLetters(letterReminder, "DE coordinator", 0)
			m := w.wantLetters(letterCall, requester, 1)[0]
			if !strings.Contains(m.Subject, "please call Germany") {
				w.t.Errorf("it says %q", m.Subject)
			}
			w.wantLedger(a, "DE", "issued sent", "before-7 nobody")
		},
		"closed while reminders are due: nothing is sent, nor made up when it is reopened": func(w *world, a models.AHQ) {
			w.clock.set(w.t, "2017-01-12 07:59")
			_, err := w.Close(w.ctx, w.as(requester), a.ID)
			w.must(err)
			w.tick("2017-01-12 08:00")
			w.clock.set(w.t, "2017-01-13 10:00")
			_, err = w.Reopen(w.ctx, w.as(requester), a.ID)
			w.must(err)
			w.tick("2017-01-13 10:01")
			w.wantLetters(letterReminder, "", 0)
			w.tick("2017-01-19 08:00")
			w.wantLetters(letterReminder, "", 3)
		},
		"several things due are one letter": func(w *world, a models.AHQ) {
			b := w.issued(func(f *AHQForm) { f.Topic, f.Selected = "another thing", []string{"BE"} })
			w.tick("2017-01-12 08:00")
			m := w.wantLetters(letterReminder, "BE coordinator", 1)[0]
			for _, want := range []string{*a.Reference + ", information campaigns", *b.Reference + ", another thing"} {
				if !strings.Contains(m.Body, want) {
					w.t.Errorf("it does not name %q:\n%s", want, m.Body)
				}
			}
			if !strings.Contains(m.Subject, "2 answers are due") {
				w.t.Errorf("it is called %q", m.Subject)
			}
			for _, of := range []models.AHQ{a, b} {
				all, err := w.Store.Reminders(w.ctx, everything, of.ID, w.Now())
				w.must(err)
				i := slices.IndexFunc(all, func(r models.Reminder) bool { return r.NCP == "BE" })
				if len(all[i].Messages) != 1 || all[i].Messages[0].ID != m.ID {
					w.t.Errorf("the ledger of %s does not have the letter: %+v", *of.Reference, all[i])
				}
			}
		},
		"another date begins anew": func(w *world, a models.AHQ) {
			w.tick("2017-01-12 08:00")
			w.clock.set(w.t, "2017-01-19 07:00")
			_, err := w.Extend(w.ctx, w.as(requester), a.ID, "2017-02-10", "DE")
			w.must(err)
			w.tick("2017-01-19 08:00")
			w.wantLetters(letterReminder, "BE coordinator", 2)
			w.wantLetters(letterReminder, "DE coordinator", 1)
			w.tick("2017-02-01 08:00")
			w.wantLetters(letterReminder, "DE coordinator", 2)
		},
		"returned: please look again": func(w *world, a models.AHQ) {
			w.submitted(a, "BE", models.WiderYes)
			w.must(giveBack("Per year?")(w, a))
			w.tick("2017-01-12 08:00")
			if m := w.wantLetters(letterReminder, "BE coordinator", 1)[0]; !strings.Contains(m.Subject, "please look again") {
				w.t.Errorf("it is called %q", m.Subject)
			}
		},
		"paused, and going on": func(w *world, a models.AHQ) {
			w.must(w.PauseChase(w.ctx, w.as(requester), a.ID, "DE", "they called"))
			w.tick("2017-01-12 08:00")
			w.wantLetters(letterReminder, "DE coordinator", 0)
			w.must(w.PauseChase(w.ctx, w.as(requester), a.ID, "", ""))
			w.tick("2017-01-19 08:00")
			w.wantLetters(letterReminder, "", 2)
			w.must(w.GoOn(w.ctx, w.as(requester), a.ID, ""))
			w.must(w.GoOn(w.ctx, w.as(requester), a.ID, "DE"))
			w.tick("2017-01-19 08:01")
			w.wantLetters(letterReminder, "", 2)
			w.tick("2017-01-23 08:00")
			w.wantLetters(letterReminder, "", 5)
			w.wantLedger(a, "DE", "issued sent", "before-7 paused", "before-2 paused", "on-the-day sent")
		},
		"left out": func(w *world, a models.AHQ) {
			w.must(w.SkipReminder(w.ctx, w.as(requester), a.ID, "BE", "before-7", "they know"))
			w.tick("2017-01-12 08:00")
			w.wantLetters(letterReminder, "BE coordinator", 0)
			w.expect(w.SkipReminder(w.ctx, w.as(requester), a.ID, "BE", "before-7", ""), "behind us already")
			w.expect(w.SkipReminder(w.ctx, w.as(requester), a.ID, "BE", "before-6", ""), "no step")
			w.expect(w.SkipReminder(w.ctx, w.as(requester), a.ID, "NO", "before-2", ""), "was not asked")
			sent, err := w.Remind(w.ctx, w.as(requester), a.ID, "BE", "before-7")
			w.must(err)
			if len(sent) != 1 {
				w.t.Errorf("what was left out is sent %d times", len(sent))
			}
			w.wantLedger(a, "BE", "issued sent", "before-7 sent")
		},
		"by hand, once a day, in the evening too": func(w *world, a models.AHQ) {
			w.clock.set(w.t, "2017-01-10 21:00")
			w.submitted(a, "AT", models.WiderYes)
			w.must(decline("We have none.")(w, a))
			sent, err := w.Remind(w.ctx, w.as(requester), a.ID, "", "")
			w.must(err)
			if len(sent) != 1 || sent[0].NCP != "DE" {
				w.t.Errorf("%+v were reminded, not Germany alone", sent)
			}
			_, err = w.Remind(w.ctx, w.as(requester), a.ID, "", "")
			w.expect(err, "nobody is left to remind")
			_, err = w.Remind(w.ctx, w.as(requester), a.ID, "DE", "")
			w.expect(err, "has had this reminder already")
			_, err = w.Remind(w.ctx, w.as(requester), a.ID, "AT", "")
			w.expect(err, "its answer is in force")
			_, err = w.Remind(w.ctx, w.as(requester), a.ID, "BE", "")
			w.expect(err, "nothing to report")
			w.wantLetters(letterReminder, "", 1)
		},
		"a step sent before its day does not come again": func(w *world, a models.AHQ) {
			w.clock.set(w.t, "2017-01-11 15:00")
			_, err := w.Remind(w.ctx, w.as(requester), a.ID, "", "before-7")
			w.must(err)
			w.tick("2017-01-12 08:00")
			w.wantLetters(letterReminder, "", 3)
		},
		"expected by a day": func(w *world, a models.AHQ) {
			r := w.of(a, "DE")
			w.clock.set(w.t, "2017-01-11 15:00")
			_, err := w.Expect(w.ctx, w.as("DE contributor"), r.ID, "2017-01-10", "")
			w.expect(err, "is over")
			_, err = w.Expect(w.ctx, w.as("DE contributor"), r.ID, "2017-04-31", "")
			w.expect(err, "is not a day")
			_, err = w.Expect(w.ctx, w.as("DE contributor"), r.ID, "2019-01-01", "")
			w.expect(err, "more than a year")
			_, err = w.Expect(w.ctx, w.as("DE contributor"), r.ID, "2017-01-24", "The ministry is slow.")
			w.must(err)
			w.tick("2017-01-12 08:00")
			w.tick("2017-01-23 08:00")
			w.wantLetters(letterReminder, "DE coordinator", 0)
			w.tick("2017-01-25 08:00")
			if m := w.wantLetters(letterReminder, "DE coordinator", 1)[0]; !strings.Contains(m.Subject, "expected by 24 January 2017") {
				w.t.Errorf("it is called %q", m.Subject)
			}
			w.wantLedger(a, "DE", "issued sent", "before-7 expected", "before-2 expected", "on-the-day expected", "expected sent")
		},
		"the answer is in, or they are gone, before the mail goes out": func(w *world, a models.AHQ) {
			w.tick("2017-01-12 08:00")
			mailed := 0
			w.Mail = func(context.Context, Mail) error { mailed++; return nil }
			w.submitted(a, "BE", models.WiderYes)
			w.must(w.SetMemberships(w.ctx, w.as("administrator"), w.people["DE coordinator"], nil))
			for ncp, why := range map[string]string{"BE": "not needed any more", "DE": "does not coordinate", "AT": ""} {
				m := w.wantLetters(letterReminder, ncp+" coordinator", 1)[0]
				w.expect(w.sendMessage(w.ctx, sendArgs{m.ID}), why)
			}
			if mailed != 1 {
				w.t.Errorf("%d reminders were mailed, not Austria's alone", mailed)
			}
			w.wantLedger(a, "BE", "issued sent", "before-7 answered")
			w.wantLedger(a, "DE", "issued sent", "before-7 sent")
		},
		"a ladder of its own": func(w *world, a models.AHQ) {
			l := usual
			l.Steps = []models.Step{newStep(models.AtIssue, 0), newStep(models.AtReplyBy, -3)}
			_, err := w.SetLadder(w.ctx, w.as(requester), a.ID, &l)
			w.must(err)
			w.tick("2017-01-12 08:00")
			w.wantLetters(letterReminder, "", 0)
			w.tick("2017-01-18 08:00")
			w.wantLetters(letterReminder, "", 3)
			_, err = w.SetLadder(w.ctx, w.as(requester), a.ID, nil)
			w.must(err)
			w.tick("2017-01-19 08:00")
			w.wantLetters(letterReminder, "", 6)
		},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			modelstest.Each(t, func(t *testing.T, store *models.Store) {
				w := newWorld(t, store)
				play(w, w.issued())
			})
		})
	}
}

// However many processes look at once, and however their clocks differ, each
// reminder is written once.
func TestTwoProcessesRemindOnce(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.issued(func(f *AHQForm) { f.Topic = "another thing" })
		w.clock.set(t, "2017-01-12 08:02")
		slow := &Workflow{Store: store, Blobs: w.Blobs, URL: w.URL, Now: func() time.Time { return w.Now().Add(-5 * time.Minute) }}
		for range 3 {
			var both sync.WaitGroup
			for _, process := range []*Workflow{w.Workflow, slow, w.Workflow, slow} {
				both.Go(func() {
					if err := process.chase(w.ctx, chaseArgs{}); err != nil {
						t.Error(err)
					}
				})
			}
			both.Wait()
			w.clock.pass(2 * time.Minute)
		}
		for _, ncp := range []string{"AT", "BE", "DE"} {
			w.wantLetters(letterReminder, ncp+" coordinator", 1)
			w.wantLedger(a, ncp, "issued sent", "before-7 sent")
		}
	})
}

// At issue an NCP without people is said to the requester.
func TestIssuingToAnNCPWithoutPeople(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		w.must(w.Block(w.ctx, w.as("administrator"), w.people["DE coordinator"], true))
		a := w.issued()
		w.wantLetters(letterIssued, "", 2)
		w.wantLetters(letterCall, "NO coordinator", 1)
		w.wantLedger(a, "DE", "issued nobody")
		w.wantLedger(a, "BE", "issued sent")
	})
}
