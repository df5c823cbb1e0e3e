package workflow

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"ahq/forms"
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
			{"what is asked once is written", func() error { return w.write("BE contributor", r, "", "policy", "No.") }},
			{"another process writes", func() error { return (&Workflow{Store: store, Now: w.Now}).writeElsewhere(w, r) }},
			{"it is written again", func() error { return w.write("BE contributor", r, "r1", "title", "A compaign") }},
			{"a record is moved", func() error { return w.MoveRecord(w.ctx, w.as("BE contributor"), r.ID, "r1", Spot{Position: 1}) }},
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
			now := w.anew(a, r.ID)
			w.must(w.asPart(a, r.ID, "r1", now))
			w.must(w.asPart(a, r.ID, "", now))
			for _, again := range []string{"", ", seen again"} {
				if got, err := w.Read(w.ctx, everything, a, r.ID); err != nil || !reflect.DeepEqual(got, now) {
					t.Errorf("after %s%s, what is read is old: %v", c.what, again, err)
				}
			}
		}
	})
}

// writeElsewhere saves a cell in a process that shares nothing but the store.
func (elsewhere *Workflow) writeElsewhere(w *world, r models.Response) error {
	c := CellSave{Place: Place{"r2", "title"}, Answer: forms.Answer{Text: "Another campaign"}}
	_, err := elsewhere.SaveCell(w.ctx, w.as("BE contributor"), r.ID, c)
	return err
}

// anew is a draft as if nobody had read it before.
func (w *world) anew(a models.AHQ, id models.ResponseID) (r Read) {
	w.t.Helper()
	var err error
	r.Draft, err = w.Store.Draft(w.ctx, everything, id)
	w.must(err)
	r.Content = Content(a, r.Draft)
	r.Report, err = w.Check(w.ctx, a, r.Draft)
	w.must(err)
	return r
}

// asPart says where a part is read otherwise than the whole.
func (w *world) asPart(a models.AHQ, id models.ResponseID, record string, whole Read) error {
	part, err := w.ReadPart(w.ctx, everything, a, id, record)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(part.Draft, whole.Draft) || !reflect.DeepEqual(part.Content, whole.Content) {
		return fmt.Errorf("a part of it, %q, is an old one", record)
	}
	if !reflect.DeepEqual(part.Report.Problems, whole.Report.Problems.In(record)) {
		return fmt.Errorf("a part of it, %q, has %d problems, not those of the whole", record, len(part.Report.Problems))
	}
	return nil
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
