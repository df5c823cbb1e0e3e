package workflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// dates are the reply-by dates that hold, of all and of those with one of their own.
func (w *world) dates(a models.AHQ) string {
	w.t.Helper()
	now, err := w.Store.AHQ(w.ctx, everything, a.ID)
	w.must(err)
	all, err := w.Store.Addressees(w.ctx, everything, a.ID)
	w.must(err)
	said := []string{now.ReplyBy}
	for _, x := range all {
		if x.ReplyBy != "" {
			said = append(said, x.NCP+" "+x.ReplyBy)
		}
	}
	return strings.Join(said, ", ")
}

func TestAReplyByDateMoves(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range []struct {
			name    string
			before  []step
			last    step
			refused string
			then    string
			told    string // who hears of the last step
		}{
			{"later for all", nil, extend("2017-02-01", ""), "", "2017-02-01", "AT BE DE"},
			{"later for one", nil, extend("2017-02-01", "BE"), "", "2017-01-23, BE 2017-02-01", "BE"},
			{"later for all, up to what one was given", []step{extend("2017-02-01", "BE")}, extend("2017-02-01", ""), "", "2017-02-01", "AT DE"},
			{"later for all, not beyond what one was given", []step{extend("2017-03-01", "BE")}, extend("2017-02-01", ""), "", "2017-02-01, BE 2017-03-01", "AT DE"},
			{"later for all, and for one that had less", []step{shorten("2017-01-10", "BE")}, extend("2017-02-01", ""), "", "2017-02-01", "AT BE DE"},
			{"for all as it is", nil, extend("2017-01-23", ""), "the reply-by date is 23 January 2017 already", "2017-01-23", ""},
			{"for one as it is for all", nil, extend("2017-01-23", "BE"), "the reply-by date is 23 January 2017 already", "2017-01-23", ""},
			{"earlier for all", nil, extend("2017-01-10", ""), "takes time from those who were promised more: Austria (until 23 January 2017), Belgium (until 23 January 2017), Germany", "2017-01-23", ""},
			{"earlier for one", nil, extend("2017-01-10", "BE"), "10 January 2017 takes time from those who were promised more: Belgium (until 23 January 2017).", "2017-01-23", ""},
			{"earlier for all, knowingly", nil, shorten("2017-01-10", ""), "", "2017-01-10", "AT BE DE"},
			{"earlier for all, but for who was given more", []step{extend("2017-02-01", "BE")}, shorten("2017-01-10", ""), "", "2017-01-10, BE 2017-02-01", "AT DE"},
			{"earlier for one, knowingly", nil, shorten("2017-01-10", "BE"), "", "2017-01-23, BE 2017-01-10", "BE"},
			{"for one back to that of all", []step{extend("2017-02-01", "BE")}, shorten("2017-01-23", "BE"), "", "2017-01-23", "BE"},
			{"earlier than today, knowingly", nil, shorten("2016-12-15", ""), "is not in the future", "2017-01-23", ""},
			{"31 April", nil, extend("2017-04-31", ""), "April 2017 has 30 days", "2017-01-23", ""},
			{"for who cannot answer", nil, extend("2017-02-01", "HR"), "Croatia is not among those who can answer", "2017-01-23", ""},
			{"after closing", []step{closing}, extend("2017-02-01", ""), "it is closed", "2017-01-23", ""},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				a := w.issued()
				for _, s := range c.before {
					w.must(s(w, a))
				}
				before := w.toldOf(a, "new reply-by date")
				w.expect(c.last(w, a), c.refused)
				if got := w.dates(a); got != c.then {
					t.Errorf("the dates are %s; want %s", got, c.then)
				}
				after := w.toldOf(a, "new reply-by date")
				for who, n := range before {
					after[who] -= n
				}
				if got := w.withMore(after); got != c.told {
					t.Errorf("told are %q; want %q", got, c.told)
				}
			})
		}
	})
}

// toldOf counts the letters about an AHQ with these words, by who got them.
func (w *world) toldOf(a models.AHQ, words string) map[models.PersonID]int {
	w.t.Helper()
	all, err := w.Store.Messages(w.ctx, 10_000)
	w.must(err)
	counts := map[models.PersonID]int{}
	for _, m := range all {
		if m.AHQID == a.ID && strings.Contains(m.Subject, words) {
			counts[m.ToID]++
		}
	}
	return counts
}

// withMore are the NCPs whose coordinators got one letter more.
func (w *world) withMore(counts map[models.PersonID]int) string {
	var codes []string
	for name, id := range w.people {
		if ncp, is := strings.CutSuffix(name, " coordinator"); is && counts[id] == 1 {
			codes = append(codes, ncp)
		}
	}
	slices.Sort(codes)
	return strings.Join(codes, " ")
}

func TestWhoHasLessTimeIsSaidWithWhatTheyHad(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.submitted(a, "AT", models.WiderYes)
		w.must(extend("2017-02-01", "DE")(w, a))
		w.must(shorten("2017-01-10", "BE")(w, a))
		_, err := w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-01-12", "")
		shortening, is := errors.AsType[*Shortening](err)
		if !is {
			t.Fatalf("it is not a shortening: %v", err)
		}
		if got := fmt.Sprint(shortening.Dates); got != "[{AT Austria 2017-01-23 2017-01-12 true}]" {
			t.Errorf("less time have %s: Belgium has more then, Germany keeps what it was given", got)
		}
	})
}
