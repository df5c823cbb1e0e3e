package handlers

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"ahq/models"
)

func TestAResponseIsReturned(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		at := w.url("return")
		w.visit(visit{what: "a draft is not", who: norway, path: at, code: 303, to: w.at() + "#addressees"})
		record := w.delivered(models.WiderYes)
		cells := []string{record + "/costs", "/contact"}
		for _, v := range []visit{
			{what: "without a reason", send: url.Values{"cell": cells}, code: 422, says: "Write something here"},
			{what: "about a cell that is not there", send: url.Values{"why": {"Why?"}, "cell": {"r9/costs"}}, code: 422, says: "There is no record"},
		} {
			v.who, v.path = norway, at
			a := w.visit(v)
			checkStructure(t, a.Body)
			if v.send.Get("why") == "" {
				if back := checked(t, a.Body); !slices.Equal(back, []string{"/contact", record + "/costs"}) {
					t.Errorf("the chosen cells came back as %q", back)
				}
			}
		}
		w.visit(visit{what: "an NCP does not return its own", who: belgium, path: at, send: url.Values{"why": {"Why?"}}, code: 403})
		w.visit(visit{what: "a compiler does", who: "the compiler", path: at, send: url.Values{"why": {"Per year?"}, "cell": cells}, code: 303, to: w.at() + "#addressees"})
		page := w.as(belgium).page(recordURL(w.belgium.ID, record))
		if n := strings.Count(page, "Please look again"); n != 1 {
			t.Errorf("%d cells of the record are marked:\n%s", n, words(page))
		}
		w.visit(visit{what: "the NCP reads why", who: belgium, path: w.url(), code: 200, says: "Per year?"})
	})
}

// checked are the values of the boxes that are ticked.
func checked(t *testing.T, body string) []string {
	t.Helper()
	var values []string
	for _, n := range readPage(t, body).all("input") {
		if attr(n, "type") == "checkbox" && has(n, "checked") {
			values = append(values, attr(n, "value"))
		}
	}
	return values
}
