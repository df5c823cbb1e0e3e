package workflow

import (
	"errors"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

func TestAnEarlierTextIsRestored(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		policy := Place{"", "policy"}
		w.must(w.write("BE contributor", r, "", "policy", "first"))
		w.clock.pass(time.Hour)
		w.must(w.write("BE contributor", r, "", "policy", "second"))
		w.clock.pass(time.Minute)
		c, err := w.RestoreText(w.ctx, w.as("BE contributor"), r.ID, TextRestore{policy, 1, 2})
		w.must(err)
		if c.Text != "first" || c.Version != 3 {
			t.Errorf("it says %q at version %d", c.Text, c.Version)
		}
		texts, err := store.CellTexts(w.ctx, everything, r.ID, "", "policy")
		w.must(err)
		if len(texts) != 3 || texts[0].Answer.Text != "first" || texts[1].Answer.Text != "second" {
			t.Errorf("its texts are %+v: none may be lost, even within ten minutes", texts)
		}
		last := w.lastEvent(r)
		if last.Act != "restore" || last.Data.Cell != "policy" || last.Data.Number != 3 || last.Data.Of != 1 {
			t.Errorf("the history says %+v", last)
		}
		again, err := w.RestoreText(w.ctx, w.as("BE contributor"), r.ID, TextRestore{policy, 1, 2})
		if err != nil || again.Version != 3 || w.events(r, restored) != 1 {
			t.Errorf("done twice it is version %d with %d events (%v)", again.Version, w.events(r, restored), err)
		}
		w.must(w.write("BE contributor", r, "", "policy", "first of all"))
		texts, err = store.CellTexts(w.ctx, everything, r.ID, "", "policy")
		if w.must(err); len(texts) != 4 || texts[1].Answer.Text != "first" {
			t.Errorf("written on within ten minutes, its texts are %+v: the history says that text 3 is the first again", texts)
		}
	})
}

func TestWhatKeepsATextFromBeingRestored(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		when string
		who  string
		what TextRestore
		is   func(*world, models.Response)
		want func(error) bool
	}{
		{"the cell never had it", "BE contributor", TextRestore{Place{"", "policy"}, 7, 2}, nil, invalidAt("/number")},
		{"there is no such question", "BE contributor", TextRestore{Place{"", "nope"}, 1, 2}, nil, invalidAt("/question")},
		{"the record is gone", "BE contributor", TextRestore{Place{"r9", "title"}, 1, 2}, nil, invalidAt("/record")},
		{"somebody changed it meanwhile", "BE contributor", TextRestore{Place{"", "policy"}, 1, 1}, nil, func(err error) bool {
			stale, ok := errors.AsType[*StaleCell](err)
			return ok && stale.Yours.Text == "first" && stale.Theirs.Text == "second"
		}},
		{"it was submitted meanwhile", "BE contributor", TextRestore{Place{"", "policy"}, 1, 2}, func(w *world, r models.Response) {
			_, err := w.Submit(w.ctx, w.as("BE coordinator"), r.ID, models.WiderYes)
			w.must(err)
		}, func(err error) bool { _, ok := errors.AsType[*Refusal](err); return ok }},
		{"they only read", "BE reader", TextRestore{Place{"", "policy"}, 1, 2}, nil, func(err error) bool { return errors.Is(err, ErrForbidden) }},
		{"it is not theirs", "AT coordinator", TextRestore{Place{"", "policy"}, 1, 2}, nil, func(err error) bool { return errors.Is(err, models.ErrNotFound) }},
	} {
		t.Run(c.when, func(t *testing.T) {
			modelstest.Each(t, func(t *testing.T, store *models.Store) {
				w := newWorld(t, store)
				r := w.of(w.issued(), "BE")
				w.must(w.write("BE contributor", r, "", "policy", "first"))
				w.clock.pass(time.Hour)
				w.must(w.write("BE contributor", r, "", "policy", "second"))
				if c.is != nil {
					c.is(w, r)
				}
				if _, err := w.RestoreText(w.ctx, w.as(c.who), r.ID, c.what); !c.want(err) {
					t.Errorf("got %v", err)
				}
				if now, err := w.Store.Cell(w.ctx, everything, r.ID, "", "policy"); err != nil || now.Text != "second" {
					t.Errorf("it says %q now (%v)", now.Text, err)
				}
			})
		})
	}
}

func invalidAt(pointer string) func(error) bool {
	return func(err error) bool {
		invalid, ok := errors.AsType[*Invalid](err)
		return ok && invalid.Pointer == pointer
	}
}

// lastEvent is what happened last to a response.
func (w *world) lastEvent(r models.Response) models.Event {
	w.t.Helper()
	events, err := w.Store.Events(w.ctx, everything, string(r.ID))
	w.must(err)
	return events[len(events)-1]
}

func TestChangesFromOneVersionToTheNext(t *testing.T) {
	a := models.AHQ{Questionnaire: asked2016()}
	was := models.Version{Content: forms.Content{NCP: "BE", Answers: map[string]forms.Answer{"policy": {Text: "We inform."}}, Records: []forms.Record{
		{ID: "r1", Section: "origin", Heading: "KOSOVO", Cells: map[string]forms.Answer{"title": {Text: "Stay"}}},
		{ID: "r2", Section: "origin", Cells: map[string]forms.Answer{"partners": {Text: "The mayors"}}},
	}}}
	is := models.Version{Organisations: []string{"Fedasil"}, Content: forms.Content{NCP: "BE", Answers: was.Content.Answers, Records: []forms.Record{
		{ID: "r2", Section: "origin", Cells: map[string]forms.Answer{"partners": {Reason: forms.NotDisclosed}}},
		{ID: "r3", Section: "inland"},
	}}}
	var got []string
	for _, c := range VersionChanges(a, was, is) {
		got = append(got, c.Record+"."+c.Question+string(c.Whole))
	}
	want := []string{".organisations", "r2.partners", "r3.added", "r1.removed"}
	if len(got) != len(want) {
		t.Fatalf("changed are %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("changed are %q, not %q", got, want)
		}
	}
}
