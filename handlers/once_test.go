package handlers

import (
	"net/url"
	"regexp"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

var hidden = regexp.MustCompile(`name="once" value="([A-Z2-7]+)"`)

func TestADoubleClickDoesNothingTwice(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorldOn(t, store)
		b := w.as("the Belgian contributor")
		found := hidden.FindStringSubmatch(b.page(w.url()))
		if found == nil {
			t.Fatal("the form has nothing to be known again by")
		}
		form := url.Values{"once": {found[1]}, "section": {"origin"}}
		records := func() int {
			d, err := store.Draft(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID)
			w.must(err)
			return len(d.Records)
		}
		before := records()
		for click, want := range []int{1, 1, 1} {
			b.post(w.url("records"), form)
			if got := records() - before; got != want {
				t.Errorf("click %d: %d records", click+1, got)
			}
		}
		form.Set("section", "inland")
		if b.post(w.url("records"), form); records()-before != 2 {
			t.Error("the same form, filled in otherwise, adds nothing")
		}
		form.Set("once", "another page")
		if b.post(w.url("records"), form); records()-before != 3 {
			t.Error("the form of another page adds nothing")
		}
	})
}
