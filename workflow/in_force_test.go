package workflow

import (
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// It takes a while to read a version, and a page of all of them is looked at again
// and again.
func TestOnlyVersionsThatAreNotKnownAreRead(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		for _, ncp := range a.Selected {
			w.submitted(a, ncp, models.WiderYes)
		}
		look := func() {
			t.Helper()
			_, err := w.Figures(w.ctx, w.as("NO coordinator"), a.ID)
			w.must(err)
		}
		key := func(ncp string) versionKey { return versionKey{w.of(a, ncp).ID, 1, a.Questionnaire.Hash()} }
		known := w.versions.cache()
		look()
		mark := understoodVersion{report: forms.Report{Twins: make([]forms.Twin, 1)}}
		known.Add(key("AT"), mark)
		known.Remove(key("BE"))
		known.Remove(key("DE"))
		w.must(w.PauseChase(w.ctx, w.as("NO coordinator"), a.ID, "", "It is summer.")) // changes the AHQ, and not what it asks
		look()
		if again, _ := known.Peek(key("AT")); len(again.report.Twins) == 0 {
			t.Error("what was known is read again")
		}
		if !known.Contains(key("BE")) || !known.Contains(key("DE")) || known.Len() != 3 {
			t.Errorf("known are %v", known.Keys())
		}
	})
}
