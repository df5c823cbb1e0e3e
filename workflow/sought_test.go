package workflow

import (
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// A word that is misspelt in an address must not look as if there were nothing, or
// as if all were asked for.
func TestAWordThatThereIsNotIsRefused(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.submitted(a, "BE", models.WiderYes)
		for _, c := range []struct {
			sought Sought
			wrong  string
		}{
			{Sought{}, ""},
			{Sought{Verdict: "yes", Reason: "not_yet", Platform: "Facebook", Channel: "radio", Year: "2009"}, ""},
			{Sought{Verdict: None, Reason: None, Platform: None, Channel: None, Year: None, Currency: None}, ""},
			{Sought{Verdict: "maybe"}, `"maybe" here: choose one of ["yes" "no" "unknown" "not_applicable"], or "none"`},
			{Sought{Reason: "no"}, `"no" here`},
			{Sought{Platform: "facebook"}, `"facebook" here`},
			{Sought{Channel: "pigeons"}, `"pigeons" here`},
		} {
			_, err := w.SideBySide(w.ctx, w.as("NO coordinator"), a.ID, c.sought)
			if c.wrong == "" {
				w.must(err)
			} else {
				w.expect(err, c.wrong)
			}
		}
		for wanted := range jobsWanted {
			_, err := w.LatestJobs(w.ctx, w.as("administrator"), wanted)
			w.must(err)
		}
		_, err := w.LatestJobs(w.ctx, w.as("administrator"), "broken")
		w.expect(err, "choose failed, waiting, done, or all")
	})
}
