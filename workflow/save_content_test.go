package workflow

import (
	"errors"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// Two start from the same content. The second has begun when the first is not
// done yet: what it started from is gone before it is its turn.
func TestOfTwoWhoSaveAContentTheSecondIsToldAndWritesNothing(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.of(a, "BE")
		policy := func(text string) forms.Content {
			return forms.Content{Questionnaire: "world", Answers: map[string]forms.Answer{"policy": {Text: text}}}
		}
		began, err := w.SaveContent(w.ctx, w.as("BE contributor"), r.ID, "", policy("first"))
		w.must(err)
		from := w.hash(a, began)

		second := make(chan error)
		by := w.as("BE coordinator")
		w.must(store.Tx(w.ctx, func(tx *models.Tx) error {
			if _, err := tx.LockResponse(w.ctx, models.Scope{Unlimited: true}, r.ID); err != nil {
				return err
			}
			go func() {
				_, err := w.SaveContent(w.ctx, by, r.ID, from, forms.Content{
					Questionnaire: "world", Answers: map[string]forms.Answer{"policy": {Text: "theirs"}},
					Records: []forms.Record{{Section: "origin", Heading: "H"}},
				})
				second <- err
			}()
			return w.rewrite(tx, r.ID, "ours")
		}))
		if err := <-second; !errors.Is(err, models.ErrStale) {
			t.Errorf("the second is told %v", err)
		}
		left, err := w.Store.Draft(w.ctx, models.Scope{Unlimited: true}, r.ID)
		w.must(err)
		if got := Content(a, left); got.Answers["policy"].Text != "ours" || len(got.Records) > 0 {
			t.Errorf("it says %+v", got)
		}
		again, err := w.SaveContent(w.ctx, by, r.ID, w.hash(a, left), policy("both"))
		w.must(err)
		if got := Content(a, again).Answers["policy"].Text; got != "both" {
			t.Errorf("what was read again is saved as %q", got)
		}
	})
}

// rewrite is what somebody else types, in a transaction of theirs.
func (w *world) rewrite(tx *models.Tx, id models.ResponseID, text string) error {
	cell, err := tx.Cell(w.ctx, models.Scope{Unlimited: true}, id, "", "policy")
	if err != nil {
		return err
	}
	cell.Text = text
	return tx.SaveCell(w.ctx, &cell)
}

func (w *world) hash(a models.AHQ, d models.DraftContent) string {
	w.t.Helper()
	hash, err := ContentHash(Content(a, d))
	w.must(err)
	return hash
}
