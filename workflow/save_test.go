package workflow

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

func TestSavingACell(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range []struct {
			name    string
			save    CellSave
			kept    string
			refused string
		}{
			{"a text", CellSave{Place{"", "policy"}, 0, forms.Answer{Text: "Yes."}}, "Yes.", ""},
			{"a text with line ends of Windows", CellSave{Place{"", "policy"}, 0, forms.Answer{Text: " a\r\nb "}}, " a\nb ", ""},
			{"a reason and no text", CellSave{Place{"", "policy"}, 0, forms.Answer{Reason: forms.NotYet}}, "", ""},
			{"a text of a million characters", CellSave{Place{"", "policy"}, 0, forms.Answer{Text: strings.Repeat("x", 1_000_000)}}, strings.Repeat("x", 1_000_000), ""},
			{"a text that no file needs", CellSave{Place{"", "policy"}, 0, forms.Answer{Text: strings.Repeat("x", longestCell+1)}}, "", "/text"},
			{"a NUL", CellSave{Place{"", "policy"}, 0, forms.Answer{Text: "a\x00b"}}, "", "/text"},
			{"the heading of a record", CellSave{Place{"r1", "heading"}, 0, forms.Answer{Text: "CAMEROON"}}, "CAMEROON", ""},
			{"a cell of a record", CellSave{Place{"r1", "title"}, 0, forms.Answer{Text: "Aware"}}, "Aware", ""},
			{"a follow-up of a record", CellSave{Place{"r1", "lessons"}, 0, forms.Answer{Text: "None"}}, "None", ""},
			{"what is confirmed is kept as given", CellSave{Place{"r1", "title"}, 0, forms.Answer{Text: "A", Confirmed: &forms.Confirmed{Of: "old", Warnings: map[forms.Rule]string{"link.none": "so be it"}}}}, "A", ""},
			{"a question that is not asked of Belgium", CellSave{Place{"", "contact"}, 0, forms.Answer{Text: "x"}}, "", "/question"},
			{"no such question", CellSave{Place{"", "polici"}, 0, forms.Answer{Text: "x"}}, "", "/question"},
			{"no such question in a record", CellSave{Place{"r1", "policy"}, 0, forms.Answer{Text: "x"}}, "", "/question"},
			{"no such record", CellSave{Place{"r9", "title"}, 0, forms.Answer{Text: "x"}}, "", "/record"},
			{"no such reason", CellSave{Place{"", "policy"}, 0, forms.Answer{Reason: "too lazy"}}, "", "/reason"},
			{"as a record, without that reason", CellSave{Place{"r1", "title"}, 0, forms.Answer{Text: "x", As: "r1"}}, "", "/as"},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				r := w.of(w.issued(), "BE")
				_, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
				w.must(err)
				cell, err := w.SaveCell(w.ctx, w.as("BE contributor"), r.ID, c.save)
				w.expect(err, c.refused)
				if err != nil {
					return
				}
				kept, err := store.Cell(w.ctx, everything, r.ID, c.save.Record, c.save.Question)
				w.must(err)
				if kept.Text != c.kept || kept.Version != 1 || cell.Version != 1 || !same(kept, answerOf(cell)) {
					t.Errorf("kept %+v, given back %+v", kept, cell)
				}
			})
		}
	})
}

func TestAStaleCellLosesNothing(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		w.must(w.write("BE contributor", r, "", "policy", "first"))
		w.must(w.write("BE coordinator", r, "", "policy", "second"))
		rec, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
		w.must(err)

		_, err = w.SaveCell(w.ctx, w.as("BE contributor"), r.ID, CellSave{Place{"", "policy"}, 1, forms.Answer{Text: "third"}})
		stale, ok := errors.AsType[*StaleCell](err)
		if !ok || stale.Yours.Text != "third" || stale.Theirs.Text != "second" || stale.Theirs.Version != 2 || !errors.Is(err, models.ErrStale) {
			t.Fatalf("a stale cell gives %v", err)
		}
		if _, err = w.SaveCell(w.ctx, w.as("BE contributor"), r.ID, CellSave{Place{"", "policy"}, 1, forms.Answer{Text: "second"}}); err != nil {
			t.Errorf("what stands already is not stale: %v", err)
		}
		saved, err := w.SaveCells(w.ctx, w.as("BE contributor"), r.ID, []CellSave{
			{Place{rec.ID, "title"}, 0, forms.Answer{Text: "kept"}},
			{Place{"", "policy"}, 1, forms.Answer{Text: "third"}},
			{Place{rec.ID, "partners"}, 0, forms.Answer{Text: "kept too"}},
		})
		several, ok := errors.AsType[*StaleCells](err)
		if !ok || len(several.Cells) != 1 || several.Cells[0].Theirs.Question != "policy" || len(saved) != 2 {
			t.Fatalf("a page with one stale cell: saved %v, %v", saved, err)
		}
		kept, err := store.Cell(w.ctx, everything, r.ID, rec.ID, "partners")
		w.must(err)
		if kept.Text != "kept too" {
			t.Errorf("the others are not saved: %+v", kept)
		}
		_, err = w.SaveCells(w.ctx, w.as("BE contributor"), r.ID, []CellSave{{Place{"", "policy"}, 2, forms.Answer{}}, {Place{"", "nope"}, 0, forms.Answer{}}})
		w.expect(err, "/cells/1/question")
	})
}

func TestSavesOfOneCellByOnePersonAreOneEvent(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		for _, c := range []struct {
			name  string
			who   string
			after time.Duration
			texts int
		}{
			{"the first", "BE contributor", 0, 1},
			{"the next", "BE contributor", 4 * time.Minute, 1},
			{"one within ten minutes of the first", "BE contributor", 5 * time.Minute, 1},
			{"one later", "BE contributor", 2 * time.Minute, 2},
			{"one by somebody else", "BE coordinator", time.Second, 3},
			{"the first again", "BE contributor", time.Second, 4},
		} {
			w.clock.pass(c.after)
			w.must(w.write(c.who, r, "", "policy", c.name))
			texts, err := store.CellTexts(w.ctx, everything, r.ID, "", "policy")
			w.must(err)
			if len(texts) != c.texts || texts[0].Answer.Text != c.name || w.events(r, saved) != c.texts {
				t.Errorf("%s: %d texts, the last %q, %d events; want %d", c.name, len(texts), texts[0].Answer.Text, w.events(r, saved), c.texts)
			}
		}
		_, err := w.Submit(w.ctx, w.as("BE coordinator"), r.ID, models.WiderYes)
		w.must(err)
		_, err = w.Withdraw(w.ctx, w.as("BE coordinator"), r.ID)
		w.must(err)
		w.must(w.write("BE contributor", r, "", "policy", "after submitting"))
		if n := w.events(r, saved); n != 5 {
			t.Errorf("a save after a submit is none of its own: %d events", n)
		}
	})
}

// events of one kind in the history of a response.
func (w *world) events(r models.Response, act Act) (n int) {
	w.t.Helper()
	events, err := w.Store.Events(w.ctx, everything, string(r.ID))
	w.must(err)
	w.must(models.VerifyChain(events))
	for _, e := range events {
		if e.Act == string(act) {
			n++
		}
	}
	return n
}

func TestAReturnedCellIsMarkedUntilItIsLookedAt(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.submitted(a, "AT", models.WiderYes)
		r := w.of(a, "AT")
		_, err := w.Return(w.ctx, w.as("NO coordinator"), r.ID, "Who is that?", []Place{{"", "contact"}, {"", "policy"}})
		w.must(err)
		w.must(w.write("AT contributor", r, "", "policy", "Looked at."))
		for question, marked := range map[string]bool{"contact": true, "policy": false} {
			c, err := store.Cell(w.ctx, everything, r.ID, "", question)
			w.must(err)
			if c.LookAgain != marked {
				t.Errorf("%s is marked: %t", question, c.LookAgain)
			}
		}
		_, err = w.Submit(w.ctx, w.as("AT coordinator"), r.ID, models.WiderYes)
		w.must(err)
		_, err = w.Return(w.ctx, w.as("NO coordinator"), r.ID, "Again.", []Place{{"r7", "title"}})
		w.expect(err, "/cells/0/record")
	})
}

func TestNothingLandsAfterASubmit(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for range 5 {
			w := all.in(t)
			r := w.answered(w.issued(), "BE")
			rec, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
			w.must(err)
			writer, submitter := w.as("BE contributor"), w.as("BE coordinator")
			var together sync.WaitGroup
			for i, question := range []string{"title", "partners", "lessons", "heading", "note"} {
				together.Go(func() {
					for version := range 4 {
						_, err := w.SaveCell(w.ctx, writer, r.ID, CellSave{Place{rec.ID, question}, version, forms.Answer{Text: fmt.Sprint(version)}})
						if _, refused := errors.AsType[*Refusal](err); err != nil && !refused {
							t.Errorf("cell %d: %v", i, err)
						}
					}
				})
			}
			var v models.Version
			together.Go(func() { v, err = w.Submit(w.ctx, submitter, r.ID, models.WiderYes) })
			together.Wait()
			w.must(err)
			d, err := store.Draft(w.ctx, everything, r.ID)
			w.must(err)
			a, err := store.AHQ(w.ctx, everything, r.AHQID)
			w.must(err)
			now := Content(a, d)
			now.On = v.Content.On
			if !reflect.DeepEqual(now, v.Content) {
				t.Errorf("delivered was %+v\nthe response now holds %+v", v.Content, now)
			}
		}
	})
}
