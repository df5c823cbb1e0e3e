package workflow

import (
	"errors"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

func TestWhatHasNotStartedHasNoFollowUpYet(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range []struct {
			name    string
			stands  forms.Answer
			does    forms.Answer // after it was said
			undone  forms.Answer // after it was taken back
			changed int
		}{
			{"an empty answer", forms.Answer{}, forms.Answer{Reason: forms.NotYet}, forms.Answer{}, 1},
			{"a text", forms.Answer{Text: "More time."}, forms.Answer{Text: "More time."}, forms.Answer{Text: "More time."}, 0},
			{"another reason", forms.Answer{Reason: forms.NotDisclosed}, forms.Answer{Reason: forms.NotDisclosed}, forms.Answer{Reason: forms.NotDisclosed}, 0},
			{"a text with that reason", forms.Answer{Text: "tbd", Reason: forms.NotYet}, forms.Answer{Text: "tbd", Reason: forms.NotYet}, forms.Answer{Text: "tbd", Reason: forms.NotYet}, 0},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				by, r := w.as("BE contributor"), w.of(w.issued(), "BE")
				_, err := w.AddRecord(w.ctx, by, r.ID, "origin")
				w.must(err)
				w.must(w.write("BE contributor", r, "r1", "title", ""))
				if c.stands != (forms.Answer{}) {
					_, err = w.SaveCell(w.ctx, by, r.ID, CellSave{Place{"r1", "lessons"}, 0, c.stands})
					w.must(err)
				}
				said := func(n int, err error) (forms.Answer, int) {
					w.must(err)
					cell, err := store.Cell(w.ctx, everything, r.ID, "r1", "lessons")
					w.must(err)
					return answerOf(cell), n
				}
				if got, n := said(w.NotStarted(w.ctx, by, r.ID, "r1")); got != c.does || n != c.changed {
					t.Errorf("said of %d answers, it is %+v", n, got)
				}
				if got, _ := said(w.Started(w.ctx, by, r.ID, "r1")); got != c.undone {
					t.Errorf("taken back, it is %+v", got)
				}
				if title, err := store.Cell(w.ctx, everything, r.ID, "r1", "title"); err != nil || title.Reason != "" {
					t.Errorf("the title is %+v, %v", title, err)
				}
			})
		}
	})
}

func TestWhoMayNotWriteDoesNotSayThatNothingHasStarted(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	r := w.of(a, "BE")
	_, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
	w.must(err)
	for who, want := range map[string]error{"BE reader": ErrForbidden, "AT coordinator": models.ErrNotFound, "NO coordinator": ErrForbidden} {
		if _, err := w.NotStarted(w.ctx, w.as(who), r.ID, "r1"); !errors.Is(err, want) {
			t.Errorf("%s is answered %v", who, err)
		}
	}
	w.submitted(a, "BE", models.WiderYes)
	if _, err := w.NotStarted(w.ctx, w.as("BE coordinator"), r.ID, "r1"); err == nil {
		t.Error("it is said of a response that was submitted")
	}
}
