package handlers

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"ahq/models"
)

// campaigns adds so many empty records to Belgium's response.
func (w *world) campaigns(n int) {
	w.t.Helper()
	for range n {
		_, err := w.flow.AddRecord(w.t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, "origin")
		w.must(err)
	}
}

// focused is what a page puts the keyboard on, by its words.
func focused(t *testing.T, body string) string {
	t.Helper()
	for n := range parse(t, body).Descendants() {
		if n.Type == html.ElementNode && has(n, "autofocus") {
			return strings.Join(strings.Fields(textOf(n)), " ")
		}
	}
	return ""
}

func TestAMovedRecordKeepsTheKeyboard(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.campaigns(2)
		b := w.as("the Belgian contributor")
		for _, c := range []struct {
			what    string
			send    url.Values
			focus   string
			says    string
			section string
		}{
			{"down", url.Values{"to": {"1"}, "way": {"down"}}, "Move down for 2. CAMEROON", "2. CAMEROON is now 2 of 3.", "origin"},
			{"to the end, where it goes no further down", url.Values{"to": {"2"}, "way": {"down"}}, "Move up for 3. CAMEROON", "3. CAMEROON is now 3 of 3.", "origin"},
			{"up", url.Values{"to": {"1"}, "way": {"up"}}, "Move up for 2. CAMEROON", "2. CAMEROON is now 2 of 3.", "origin"},
			{"dragged", url.Values{"to": {"0"}}, "1. CAMEROON", "1. CAMEROON is now 1 of 3.", "origin"},
			{"to another section", url.Values{"to": {"0"}, "section": {"inland"}}, "1. CAMEROON", "1. CAMEROON is now 1 of 1.", "inland"},
		} {
			a := b.post(w.url("records", "r1", "move"), c.send)
			if a.Code != http.StatusSeeOther {
				t.Fatalf("%s: answered %d: %s", c.what, a.Code, words(a.Body))
			}
			body := b.page(a.To)
			if got := focused(t, body); got != c.focus || !strings.Contains(body, c.says) {
				t.Errorf("%s: the keyboard is on %q, not on %q, or the page does not say %q", c.what, got, c.focus, c.says)
			}
			checkStructure(t, body)
			if r, err := w.flow.Store.Record(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID, "r1"); err != nil || r.Section != c.section {
				t.Errorf("%s: it is in %q (%v)", c.what, r.Section, err)
			}
		}
	})
}

func TestADeletionIsUndoneWhereItWasMade(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.campaigns(3)
		b := w.as("the Belgian contributor")
		body := b.page(b.post(w.url("records", "r2", "delete"), nil).To)
		checkStructure(t, body)
		before, after := strings.Index(body, `<li id="r1"`), strings.Index(body, `<li id="r3"`)
		if undo := strings.Index(body, `<li class="gone">`); undo < before || undo > after {
			t.Errorf("the way back does not stand where the record stood:\n%s", words(body))
		}
		if got := focused(t, body); got != "Undo: Deleted: Campaign r2" {
			t.Errorf("the keyboard is on %q", got)
		}
		body = b.page(b.post(w.url("records", "r2", "restore"), nil).To)
		if got := focused(t, body); got != "Campaign 2" || strings.Contains(body, `class="gone"`) {
			t.Errorf("after undoing it the keyboard is on %q:\n%s", got, words(body))
		}
	})
}

func TestDeletedRecordsAreOfferedForThirtyDays(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		b := w.as("the Belgian contributor")
		b.post(w.url("records", "r1", "delete"), nil)
		if body := b.page(w.url()); !strings.Contains(body, "Deleted (1)") || !strings.Contains(body, "Can be restored until 18 February 2017") {
			t.Errorf("it is not said until when it can be restored:\n%s", words(body))
		}
		w.clock = w.clock.Add(31 * 24 * time.Hour)
		if body := b.page(w.url() + "?deleted=r1"); strings.Contains(body, "CAMEROON") {
			t.Errorf("it is still offered:\n%s", words(body))
		}
		a := b.post(w.url("records", "r1", "restore"), nil)
		if a.Code != http.StatusConflict || !strings.Contains(a.Body, "after 30 days it cannot be restored") {
			t.Errorf("restoring it too late is answered %d: %s", a.Code, words(a.Body))
		}
	})
}

func TestALongListIsLookedAtByState(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.cell(t.Context(), "r1", "note", "Only until spring.")
		w.campaigns(60)
		w.cell(t.Context(), "r2", "title", "Half a campaign")
		w.cell(t.Context(), "r3", "title", "A whole campaign")
		w.cell(t.Context(), "r3", "costs", "40 000")
		w.cell(t.Context(), "r3", "success", "No, nobody came.")
		b := w.as("the Belgian reader")
		for _, c := range []struct {
			show  string
			tasks []string // of r1, r2, r3, r4: which are there
		}{
			{"", []string{"r1", "r2", "r3", "r4"}},
			{"look", []string{"r3"}},
			{"open", []string{"r2", "r3", "r4"}},
			{"no such state", []string{"r1", "r2", "r3", "r4"}},
		} {
			body := b.page(w.url() + "?" + url.Values{"show": {c.show}}.Encode())
			var there []string
			for _, id := range []string{"r1", "r2", "r3", "r4"} {
				if strings.Contains(body, fmt.Sprintf(`<li id=%q`, id)) {
					there = append(there, id)
				}
			}
			if fmt.Sprint(there) != fmt.Sprint(c.tasks) {
				t.Errorf("%q shows %v, not %v", c.show, there, c.tasks)
			}
			for _, says := range []string{"All (62)", "Needs a look (1)", "Not complete (60)", "2 of 62 parts complete", "In countries of origin (61)", "In-land (0)"} {
				if !strings.Contains(body, says) {
					t.Errorf("%q does not say %q:\n%s", c.show, says, words(body))
				}
			}
			checkStructure(t, body)
		}
		if body := b.page(w.url()); !strings.Contains(body, "Note: Only until spring.") {
			t.Error("the list does not show what is noted about a record")
		}
	})
}

func TestWhoMayNotWriteIsOfferedNothingToMove(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.must(w.flow.DeleteRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, "r1"))
		w.campaigns(2)
		for who, is := range map[string]func(){
			"the Belgian reader": func() {},
			"the Belgian coordinator": func() {
				_, err := w.flow.Cancel(t.Context(), w.actor(norway), w.ahq.ID, "It is known now.")
				w.must(err)
			},
		} {
			is()
			body := w.as(who).page(w.url() + "?deleted=r1")
			for _, offer := range []string{"/move", "/duplicate", "/delete", "/restore", "/records\"", "/attachments\"", "/organisations\""} {
				if strings.Contains(body, `action="`+w.url()+`/records/r2`+offer) || strings.Contains(body, `action="`+w.url()+offer) {
					t.Errorf("%s is offered %s", who, offer)
				}
			}
			checkStructure(t, body)
		}
	})
}

func TestAMoveThatIsNoneIsRefused(t *testing.T) {
	w := newWorld(t)
	w.complete()
	b := w.as("the Belgian contributor")
	for what, c := range map[string]struct {
		send url.Values
		code int
	}{
		"nowhere":                      {url.Values{}, http.StatusBadRequest},
		"to a section of no table":     {url.Values{"to": {"0"}, "section": {"moon"}}, http.StatusUnprocessableEntity},
		"to a place that is no number": {url.Values{"to": {"up"}}, http.StatusBadRequest},
	} {
		if a := b.post(w.url("records", "r1", "move"), c.send); a.Code != c.code {
			t.Errorf("%s: answered %d, not %d", what, a.Code, c.code)
		}
	}
}
