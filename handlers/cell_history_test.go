package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"ahq/models"
)

// rewritten gives a complete response of Belgium a second text in its title.
func (w *world) rewritten() (record string) {
	w.t.Helper()
	record = w.complete()
	w.clock = w.clock.Add(time.Hour)
	w.cell(w.t.Context(), record, "title", "A long campaign, see www.example.org\n\n- here\n- there")
	return record
}

func TestTheHistoryOfACell(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.rewritten()
		b := w.as("the Belgian contributor")
		body := b.page(w.url("records", record, "cells", "title", "history"))
		checkStructure(t, body)
		for _, says := range []string{
			"<strong><bdi>Title</bdi></strong>", "<bdi>1. CAMEROON</bdi>: ", "the Belgian contributor", "19 January 2017, 11:02", "19 January 2017, 10:02",
			`<ins><span class="hidden">added: </span>long campaign,`, `<del><span class="hidden">removed: </span>campaign<`,
			`<a href="http://www.example.org" rel="noopener">www.example.org</a>`, "<li>here</li>", "Restore this text",
		} {
			if !strings.Contains(body, says) {
				t.Errorf("it does not say %q:\n%s", says, body)
			}
		}
		if n := strings.Count(body, "Restore this text"); n != 1 {
			t.Errorf("%d of two texts can be restored", n)
		}
		if !strings.Contains(b.page(w.url("records", record)), w.url("records", record, "cells", "title", "history")) {
			t.Error("no way leads there from the record")
		}
		if body := b.page(w.url("records", record, "cells", "note", "history")); !strings.Contains(body, "Nobody has written here yet.") {
			t.Errorf("of what nobody wrote it says:\n%s", words(body))
		}
		if body := b.page(w.url("questions", "cells", "contact", "history")); !strings.Contains(body, "The ministry") {
			t.Errorf("of a question asked once it says:\n%s", words(body))
		}
	})
}

func TestRestoringATextOnItsPage(t *testing.T) {
	for _, c := range []struct {
		when string
		who  string
		is   func(w *world, record string)
		form url.Values
		code int
		says string // on the page that follows
		now  string // what the cell says after
	}{
		{"it is restored", "the Belgian contributor", nil, url.Values{"number": {"1"}, "version": {"2"}}, 303, "Restored.", "A campaign"},
		{"somebody was faster", "the Belgian contributor", func(w *world, record string) { w.cell(w.t.Context(), record, "title", "Mine") },
			url.Values{"number": {"1"}, "version": {"2"}}, 409, "Somebody else changed this answer meanwhile.", "Mine"},
		{"it never said that", "the Belgian contributor", nil, url.Values{"number": {"9"}, "version": {"2"}}, 422, "never had a text 9", ""},
		{"it was submitted meanwhile", "the Belgian contributor", func(w *world, _ string) { w.must(w.submitted()) },
			url.Values{"number": {"1"}, "version": {"2"}}, 409, "Nothing can be changed now", ""},
		{"who reads restores nothing", "the Belgian reader", nil, url.Values{"number": {"1"}, "version": {"2"}}, 403, "You may not do this", ""},
		{"other NCPs do not know of it", "the Danish coordinator", nil, url.Values{"number": {"1"}, "version": {"2"}}, 404, "Page not found", ""},
	} {
		t.Run(c.when, func(t *testing.T) {
			w := newWorld(t)
			record := w.rewritten()
			if c.is != nil {
				c.is(w, record)
			}
			b, stood := w.as(c.who), w.written(record, "title").Text
			a := b.post(w.url("records", record, "cells", "title", "restore"), c.form)
			if a.Code == http.StatusSeeOther {
				a.Body = b.page(a.To)
			}
			if a.Code != c.code || !strings.Contains(a.Body, c.says) {
				t.Errorf("answered %d, not %d saying %q:\n%s", a.Code, c.code, c.says, words(a.Body))
			}
			checkStructure(t, a.Body)
			if c.now == "" {
				c.now = stood
			}
			if now := w.written(record, "title").Text; now != c.now {
				t.Errorf("it says %q, not %q", now, c.now)
			}
		})
	}
}

func TestWhoSeesTheHistoryOfACell(t *testing.T) {
	w := newWorld(t)
	record := w.rewritten()
	w.must(w.submitted())
	for who, code := range map[string]int{
		"the Belgian coordinator": 200, "the Belgian reader": 200, "the Danish coordinator": 404, "the Norwegian coordinator": 403,
		"the compiler": 403, "the administrator": 404, "nobody": 303,
	} {
		for _, at := range []string{w.url("records", record, "cells", "title", "history"), w.url("questions", "cells", "contact", "history")} {
			a := w.as(who).get(at)
			if a.Code != code {
				t.Errorf("%s gets %s with %d, not %d", who, at, a.Code, code)
			}
			if code == http.StatusOK && strings.Contains(a.Body, "Restore this text") {
				t.Errorf("%s could restore a text of what is submitted", who)
			}
		}
	}
	for _, at := range []string{"records/r9/cells/title", "records/r1/cells/nope", "questions/cells/once-denmark"} {
		if a := w.as("the Belgian coordinator").get(w.url(at, "history")); a.Code != http.StatusNotFound {
			t.Errorf("%s, which is not there, is answered %d", at, a.Code)
		}
	}
}

func TestATextSaysInWhichVersionItWas(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	w.must(w.submitted())
	_, err := w.flow.Withdraw(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID)
	w.must(err)
	w.clock = w.clock.Add(time.Hour)
	w.cell(t.Context(), record, "title", "Another")
	all := models.Scope{Unlimited: true}
	texts, err := w.flow.Store.CellTexts(t.Context(), all, w.belgium.ID, record, "title")
	w.must(err)
	if len(texts) != 2 {
		t.Fatalf("there are %d texts", len(texts))
	}
	body := w.as("the Belgian reader").page(w.url("records", record, "cells", "title", "history"))
	_, first, _ := strings.Cut(body, `id="text-1"`)
	if !strings.Contains(first, "In version 1") || strings.Count(body, "In version 1") != 1 {
		t.Errorf("it says:\n%s", words(body))
	}
}
