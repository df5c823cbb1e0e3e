package workflow

import (
	"errors"
	"sync"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

func TestTheSameKeyGivesTheFirstAnswer(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.answered(a, "BE")
		w.key = "add"
		first, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
		w.must(err)
		second, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
		w.must(err)
		if first.ID != second.ID {
			t.Errorf("added twice: %s and %s", first.ID, second.ID)
		}
		if _, err = w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "inland"); !errors.Is(err, ErrKeyReused) {
			t.Errorf("the key for something else: %v", err)
		}
		if _, err = w.DuplicateRecord(w.ctx, w.as("BE contributor"), r.ID, "r1", true); !errors.Is(err, ErrKeyReused) {
			t.Errorf("the key for another act: %v", err)
		}
		other, err := w.AddRecord(w.ctx, w.as("BE coordinator"), r.ID, "origin")
		w.must(err)
		if other.ID == first.ID {
			t.Error("somebody else's key is one's own")
		}
	})
}

func TestSubmittingTwiceAtOnceGivesOneReceipt(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		everybody := newWorld(t, store)
		for _, key := range []string{"", "once"} {
			w := everybody.in(t)
			r := w.answered(w.issued(), "BE")
			w.key = key
			by := w.as("BE coordinator")
			receipts := make([]models.Version, 4)
			var all sync.WaitGroup
			for i := range receipts {
				all.Go(func() {
					v, err := w.Submit(w.ctx, by, r.ID, models.WiderNo)
					if err != nil {
						t.Errorf("key %q: %v", key, err)
					}
					receipts[i] = v
				})
			}
			all.Wait()
			for _, v := range receipts {
				if v.Number != 1 || v.Hash != receipts[0].Hash {
					t.Errorf("key %q: receipts %d %s and %d %s", key, v.Number, v.Hash, receipts[0].Number, receipts[0].Hash)
				}
			}
			if n := w.events(r, Submit); n != 1 {
				t.Errorf("key %q: submitted %d times", key, n)
			}
		}
	})
}

func TestAStaleAnswerIsRememberedToo(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.answered(w.issued(), "BE")
	w.key = "page"
	for range 2 {
		_, err := w.SaveCells(w.ctx, w.as("BE contributor"), r.ID, []CellSave{{Place{"", "policy"}, 0, forms.Answer{Text: "mine"}}})
		if stale, ok := errors.AsType[*StaleCells](err); !ok || stale.Cells[0].Yours.Text != "mine" {
			t.Errorf("stale: %v", err)
		}
	}
}

func TestAReceiptCanBeVerified(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	v := w.submitted(a, "BE", models.WiderYes)
	kept, err := w.Store.Version(w.ctx, everything, v.ResponseID, 1)
	w.must(err)
	if kept.Content.NCP != "BE" || kept.Content.On != "2016-12-16" {
		t.Errorf("the content is of %s on %s", kept.Content.NCP, kept.Content.On)
	}
	hash, err := seal(*a.Reference, kept)
	w.must(err)
	if hash != v.Hash || hash != kept.Hash {
		t.Errorf("the hash is %s, the receipt says %s", hash, v.Hash)
	}
	for name, change := range map[string]func(*models.Version){
		"the text":          func(v *models.Version) { v.Content.Answers["policy"] = forms.Answer{Text: "Other."} },
		"wider":             func(v *models.Version) { v.Wider = false },
		"the number":        func(v *models.Version) { v.Number = 2 },
		"the instant":       func(v *models.Version) { v.SubmittedAt = v.SubmittedAt.Add(1000) },
		"the questionnaire": func(v *models.Version) { v.Questionnaire = "" },
	} {
		forged, err := w.Store.Version(w.ctx, everything, v.ResponseID, 1)
		w.must(err)
		change(&forged)
		if hash, err := seal(*a.Reference, forged); err != nil || hash == v.Hash {
			t.Errorf("another %s has the same hash (%v)", name, err)
		}
	}
}

func TestAKeyIsForgottenAfterAWeek(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.answered(w.issued(), "BE")
		w.key = "add"
		add := func() string {
			w.must(w.forgetKeys(w.ctx, keysArgs{}))
			added, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
			w.must(err)
			return added.ID
		}
		first := add()
		w.clock.pass(remembered - time.Minute)
		if add() != first {
			t.Error("it was forgotten before a week had passed")
		}
		w.clock.pass(2 * time.Minute)
		if add() == first {
			t.Error("it is remembered for ever")
		}
	})
}
