package workflow

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestWhatBecomesOfAMessage(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		bounce := fmt.Errorf("%w: 550 no such user", ErrBounced)
		for _, c := range []struct {
			what     string
			answers  error
			later    time.Duration
			block    bool
			sent     bool
			bounced  bool
			failed   string
			tryAgain bool
		}{
			{what: "it goes out", sent: true},
			{what: "the server is down", answers: errors.New("connection refused"), failed: "connection refused", tryAgain: true},
			{what: "the server has been down for five days", answers: errors.New("connection refused"), later: tryFor + time.Hour, failed: "connection refused", bounced: true},
			{what: "it is refused for good", answers: bounce, failed: "no such user", bounced: true},
			{what: "they were removed meanwhile", block: true, failed: "cannot sign in any more", bounced: true},
		} {
			w := w.in(t)
			mailed := 0
			w.Mail = func(context.Context, Mail) error { mailed++; return c.answers }
			m := w.about(w.issued(), "AT coordinator")
			if c.block {
				w.must(w.Block(w.ctx, Itself(), m.ToID, true))
			}
			w.clock.pass(c.later)
			err := w.sendMessage(w.ctx, sendArgs{m.ID})
			_, cancelled := errors.AsType[*river.JobCancelError](err)
			if again := err != nil && !cancelled; again != c.tryAgain || cancelled != c.bounced {
				t.Errorf("%s: the job ends with %v", c.what, err)
			}
			m, err = w.Store.Message(w.ctx, m.ID)
			w.must(err)
			if (m.SentAt != nil) != c.sent || (m.BouncedAt != nil) != c.bounced || !strings.Contains(m.Failed, c.failed) || c.failed == "" && m.Failed != "" {
				t.Errorf("%s: it is %+v", c.what, m)
			}
			before := mailed
			if c.sent || c.bounced { // and then it is left alone
				w.must(w.sendMessage(w.ctx, sendArgs{m.ID}))
				if mailed != before {
					t.Errorf("%s: it was mailed again", c.what)
				}
			}
		}
	})
}

// about is what a person was told about an AHQ.
func (w *world) about(a models.AHQ, name string) models.Message {
	w.t.Helper()
	all, err := w.Store.Messages(w.ctx, 1000)
	w.must(err)
	for _, m := range all {
		if m.ToID == w.people[name] && m.AHQID == a.ID {
			return m
		}
	}
	w.t.Fatalf("nothing was written to the %s", name)
	return models.Message{}
}

func TestWhatBouncedIsTriedAgainWhenSomebodyAsks(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		answers := ErrBounced
		w.Mail = func(context.Context, Mail) error { return answers }
		m := w.about(w.issued(), "AT coordinator")
		if err := w.sendMessage(w.ctx, sendArgs{m.ID}); err == nil {
			t.Fatal("it did not bounce")
		}
		w.expect(w.SendAgain(w.ctx, w.as("NO coordinator"), m.ID), "you may not")
		answers = nil
		w.must(w.SendAgain(w.ctx, w.as("administrator"), m.ID))
		w.must(w.sendMessage(w.ctx, sendArgs{m.ID}))
		w.expect(w.SendAgain(w.ctx, w.as("administrator"), m.ID), "went out on 16 December 2016")
		if err := w.SendAgain(w.ctx, w.as("administrator"), "none"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("one that there is not: %v", err)
		}
	})
}

func TestAServerThatWasDownForADayIsTriedWithinAQuarterOfAnHour(t *testing.T) {
	failed := rivertype.AttemptError{}
	passed, began := time.Duration(0), time.Now()
	job := &rivertype.JobRow{}
	for job.Attempt = 1; passed < 24*time.Hour; job.Attempt++ {
		now := time.Now()
		pause := capped{}.NextRetry(job).Sub(now)
		if pause <= 0 || pause > longestPause+time.Minute {
			t.Fatalf("after %d tries it waits %v", job.Attempt, pause)
		}
		passed += pause
		job.Errors = append(job.Errors, failed)
	}
	if tries := job.Attempt; tries < 90 || tries > 130 {
		t.Errorf("in a day it is tried %d times", tries)
	}
	if time.Since(began) > time.Second {
		t.Error("computing that took long")
	}
}

func TestWhatIsStoppedIsNotWritten(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		want := OptionalLetters()
		w.expect(w.ChooseLetters(w.ctx, w.as("NO coordinator"), []string{"issued"}), "/letters")
		w.must(w.ChooseLetters(w.ctx, w.as("NO coordinator"), nil))
		w.submitted(a, "BE", models.WiderYes)
		if n := w.told("NO coordinator", "has answered"); n != 0 {
			t.Errorf("who wants no letters gets %d", n)
		}
		if n := w.told("BE coordinator", "received"); n != 1 {
			t.Errorf("who did not choose gets %d", n)
		}
		_, err := w.Ask(w.ctx, w.as("BE contributor"), a.ID, "BE", "Posters too?")
		w.must(err)
		if n := w.told("NO coordinator", "a question"); n != 1 {
			t.Errorf("what must be is written %d times", n)
		}
		w.must(w.ChooseLetters(w.ctx, w.as("NO coordinator"), want))
		w.submitted(a, "AT", models.WiderYes)
		if n := w.told("NO coordinator", "has answered"); n != 1 {
			t.Errorf("who wants them again gets %d", n)
		}
	})
}

func TestASecretLinkIsForgottenWhenItWentOut(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		var mail Mail
		w.Mail = func(_ context.Context, m Mail) error { mail = m; return nil }
		w.clock.pass(time.Minute) // it is the newest
		_, secret, err := w.Invite(w.ctx, Itself(), NewPerson{Name: "an office", Email: "office@ahq.example"})
		w.must(err)
		all, err := store.Messages(w.ctx, 1)
		w.must(err)
		w.must(w.sendMessage(w.ctx, sendArgs{all[0].ID}))
		if !strings.Contains(mail.Text, secret) || !strings.Contains(mail.HTML, secret) {
			t.Errorf("the mail lacks its link:\n%s", mail.Text)
		}
		m, err := store.Message(w.ctx, all[0].ID)
		w.must(err)
		if kept := fmt.Sprintf("%+v", m); strings.Contains(kept, secret) {
			t.Errorf("it is kept: %s", kept)
		}
	})
}

// An NCP could name itself so, or a topic be pasted with its line end.
func TestASubjectIsOneLine(t *testing.T) {
	l := ofAHQ(letterSubmitted, models.AHQ{Topic: "a\r\nBcc: x@example.org"}, with{"NCP": "Bel\ngium"})
	got, err := l.subject()
	if want := "AHQ (draft), a Bcc: x@example.org: Bel gium has answered"; err != nil || got != want {
		t.Errorf("it is %q (%v), not %q", got, err, want)
	}
}

// 50 AHQs with 34 addressees are reminded of on one morning.
func BenchmarkPost(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorld(b, open(b))
			w.Mail = func(context.Context, Mail) error { return nil }
			a := w.issued()
			to := w.as("AT coordinator").Person
			for b.Loop() {
				_, err := perform(w.ctx, w.Workflow, Itself(), "post", given{}, func(t *turn) (none struct{}, err error) {
					all := make([]addressed, 1700)
					for i := range all {
						l := ofAHQ(letterIssued, a, with{"Day": isoDay(a.ReplyBy)})
						l.key = string(models.NewID[models.MessageID]())
						all[i] = addressed{l, to}
					}
					_, err = t.post(w.ctx, all)
					return none, err
				})
				w.must(err)
			}
		})
	}
}
