package workflow

import (
	"errors"
	"reflect"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// A draft that is kept as it was last read is never an old one.
func TestADraftIsReadAsItIsNow(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.of(a, "BE")
		add := func() error {
			_, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
			return err
		}
		for _, c := range []struct {
			what string
			do   func() error
		}{
			{"a record is added", add},
			{"another is added", add},
			{"a cell is written", func() error { return w.write("BE contributor", r, "r1", "title", "A campaign") }},
			{"it is written again", func() error { return w.write("BE contributor", r, "r1", "title", "A compaign") }},
			{"a record is moved", func() error { return w.MoveRecord(w.ctx, w.as("BE contributor"), r.ID, "r1", 1) }},
			{"a record is deleted", func() error { return w.DeleteRecord(w.ctx, w.as("BE contributor"), r.ID, "r2") }},
			{"a record is restored", func() error { return w.RestoreRecord(w.ctx, w.as("BE contributor"), r.ID, "r2") }},
			{"it is submitted", func() error {
				w.must(w.write("BE contributor", r, "", "policy", "Yes."))
				_, err := w.Submit(w.ctx, w.as("BE coordinator"), r.ID, models.WiderYes)
				return err
			}},
			{"it is returned, with a cell to look at", func() error {
				_, err := w.Return(w.ctx, w.as("NO coordinator"), r.ID, "why?", []Place{{"r1", "title"}})
				return err
			}},
			{"a day passes", func() error { w.clock.set(t, "2016-12-20 10:00"); return nil }},
		} {
			w.must(c.do())
			now, err := w.read(w.ctx, everything, a, r.ID)
			w.must(err)
			for _, again := range []string{"", ", seen again"} {
				if got, err := w.Read(w.ctx, everything, a, r.ID); err != nil || !reflect.DeepEqual(got, now) {
					t.Errorf("after %s%s, what is read is old: %v", c.what, again, err)
				}
			}
		}
	})
}

func TestADraftThatWasReadIsStillNotForOthers(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.of(a, "BE")
		_, err := w.Read(w.ctx, w.as("BE reader").Scope(), a, r.ID)
		w.must(err)
		for _, who := range []string{"AT coordinator", "NO coordinator", "compiler", "nobody"} {
			if _, err := w.Read(w.ctx, w.as(who).Scope(), a, r.ID); !errors.Is(err, models.ErrNotFound) {
				t.Errorf("%s reads the draft of Belgium: %v", who, err)
			}
		}
	})
}
