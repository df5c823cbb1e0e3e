package workflow

import (
	"errors"
	"slices"
	"testing"

	"github.com/emersion/go-ical"

	"ahq/models"
	"ahq/models/modelstest"
)

// feed gives somebody a calendar, and says at which secret.
func (w *world) feed(who string, ahq models.AHQID) (models.Feed, string) {
	w.t.Helper()
	f, secret, err := w.CreateFeed(w.ctx, w.as(who), ahq)
	w.must(err)
	return f, secret
}

// shown are what a calendar shows at a secret, by their uid.
func (w *world) shown(secret string) map[string]ical.Event {
	w.t.Helper()
	file, err := w.Calendar(w.ctx, secret)
	w.must(err)
	all := map[string]ical.Event{}
	for _, e := range parsed(w.t, file).Events() {
		uid := prop(w.t, e.Component, "UID")
		if _, twice := all[uid]; twice {
			w.t.Errorf("%s is there twice", uid)
		}
		all[uid] = e
	}
	return all
}

// day on which an event is, and how often it was changed.
func (w *world) day(e ical.Event) (day string, sequence int) {
	w.t.Helper()
	start, err := e.DateTimeStart(brussels)
	w.must(err)
	sequence, err = e.Props.Get("SEQUENCE").Int()
	w.must(err)
	return start.Format("2006-01-02"), sequence
}

func TestACalendarFollowsWhatHappens(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		_, secret := w.feed("BE contributor", "")
		if n := len(w.shown(secret)); n != 0 {
			t.Fatalf("before anything is asked it has %d events", n)
		}
		a := w.issued()
		uid, last := string(a.ID)+"-be@ahq", 0
		for _, step := range []struct {
			name, day, says, status string
			act                     func() error
		}{
			{"issued", "2017-01-23", "Reply due", "CONFIRMED", func() error { return nil }},
			{"extended for all", "2017-01-30", "Reply due", "CONFIRMED", func() error { _, err := w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-01-30", ""); return err }},
			{"extended for Belgium", "2017-02-06", "Reply due", "CONFIRMED", func() error {
				_, err := w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-02-06", "BE")
				return err
			}},
			{"handed in", "2017-02-06", "Handed in", "CONFIRMED", func() error { w.submitted(a, "BE", models.WiderYes); return nil }},
			{"given back", "2017-02-06", "Reply due", "CONFIRMED", func() error {
				_, err := w.Return(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID, "Since when?", nil)
				return err
			}},
			{"cancelled", "2017-02-06", "Cancelled", "CANCELLED", func() error {
				_, err := w.Cancel(w.ctx, w.as("NO coordinator"), a.ID, "it was asked before")
				return err
			}},
		} {
			w.must(step.act())
			events := w.shown(secret)
			e, there := events[uid]
			if !there || len(events) != 1 {
				t.Fatalf("%s: it has %d events, this one: %t", step.name, len(events), there)
			}
			day, sequence := w.day(e)
			if day != step.day || sequence <= last {
				t.Errorf("%s: it is on %s as number %d after %d", step.name, day, sequence, last)
			}
			if got := prop(t, e.Component, "SUMMARY"); got != step.says+": AHQ "+*a.Reference+", information campaigns (Belgium)" {
				t.Errorf("%s: it is called %q", step.name, got)
			}
			if got := prop(t, e.Component, "STATUS"); got != step.status {
				t.Errorf("%s: it is %s", step.name, got)
			}
			last = sequence
		}
	})
}

func TestACalendarShowsWhatItsOwnerMaySee(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		_, err := w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-02-06", "BE")
		w.must(err)
		draft, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), form2016())
		w.must(err)
		all, be := string(a.ID)+"@ahq", string(a.ID)+"-be@ahq"
		for _, c := range []struct {
			who  string
			ahq  models.AHQID
			want []string
		}{
			{"BE contributor", "", []string{be}},
			{"BE contributor", a.ID, []string{be}},
			{"NO coordinator", "", []string{all, be}}, // all whom they ask, and who has a date of their own
			{"NO coordinator", a.ID, []string{all, be}},
			{"HR reader", "", nil}, // not asked
			{"HR reader", a.ID, []string{all}},
		} {
			_, secret := w.feed(c.who, c.ahq)
			var got []string
			for uid := range w.shown(secret) {
				got = append(got, uid)
			}
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("%s, AHQ %q: it has %v, want %v", c.who, c.ahq, got, c.want)
			}
		}
		for who, id := range map[string]models.AHQID{"BE coordinator": draft.ID, "nobody": a.ID, "NO coordinator": draft.ID} {
			if _, _, err := w.CreateFeed(w.ctx, w.as(who), id); !errors.Is(err, models.ErrNotFound) {
				t.Errorf("%s makes a calendar of what they do not see, or has no date: %v", who, err)
			}
		}
	})
}

func TestACalendarEnds(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		for _, c := range []struct {
			name string
			end  func(models.Feed) error
			want error
		}{
			{"revoked", func(f models.Feed) error { return w.RevokeFeed(w.ctx, w.as("DE reader"), f.ID) }, ErrRevoked},
			{"its owner left", func(models.Feed) error { return w.SetMemberships(w.ctx, Itself(), w.people["DE reader"], nil) }, models.ErrNotFound},
			{"its owner is kept out", func(models.Feed) error { return w.Block(w.ctx, Itself(), w.people["DE reader"], true) }, ErrRevoked},
		} {
			f, mine := w.feed("DE reader", "")
			of := mine
			if c.name != "its owner is kept out" {
				_, of = w.feed("DE reader", a.ID)
			}
			w.must(c.end(f))
			if _, err := w.Calendar(w.ctx, mine); !errors.Is(err, c.want) {
				t.Errorf("%s: %v", c.name, err)
			}
			_, err := w.Calendar(w.ctx, of)
			if c.name == "revoked" && err != nil {
				t.Errorf("the other calendar ended too: %v", err)
			}
			if c.name != "revoked" && err == nil {
				t.Errorf("%s: the calendar of the AHQ is still there", c.name)
			}
		}
		if _, err := w.Calendar(w.ctx, "a guess"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("a guess: %v", err)
		}
	})
}

func TestOnlyItsOwnerRevokesACalendar(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		f, secret := w.feed("DE reader", "")
		if err := w.RevokeFeed(w.ctx, w.as("DE coordinator"), f.ID); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("somebody else: %v", err)
		}
		w.shown(secret)
		own, err := store.Feeds(w.ctx, w.people["DE reader"])
		w.must(err)
		if len(own) != 1 || own[0].Hash == secret {
			t.Errorf("kept is %+v", own)
		}
	})
}
