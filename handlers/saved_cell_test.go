package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
)

// cellForm is what the fields of one cell of a page would send, written over.
func cellForm(page url.Values, cell string, pairs ...string) url.Values {
	form := url.Values{}
	for name, values := range page {
		if strings.HasPrefix(name, cell+".") {
			form[name] = values
		}
	}
	return with(form, pairs...)
}

func TestACellIsSavedByItself(t *testing.T) {
	for _, c := range []struct {
		what   string
		cell   string
		typed  []string
		code   int
		says   string // in what comes back
		stored forms.Answer
	}{
		{"a text is kept to the letter", "title", []string{"title.text", "\r\n  Two\r\n\r\nlines "}, 200,
			"Saved 10:02", forms.Answer{Text: "\n  Two\n\nlines "}},
		{"an empty one too, and what is missing is said", "title", []string{"title.text", ""}, 200,
			"Missing:", forms.Answer{}},
		{"money is read back", "costs", []string{"costs.text", "1.250,50 EUR"}, 200,
			"Read as <strong>1\u00a0250.50\u00a0EUR", forms.Answer{Text: "1.250,50 EUR"}},
		{"what is to be looked at stands in the summary", "costs", []string{"costs.text", "about 12.345"}, 200,
			`<a href="#costs"><strong>Please check:`, forms.Answer{Text: "about 12.345"}},
		{"a heading gives the record its name", "heading", []string{"heading.text", "CHAD"}, 200,
			`<bdi id="record-name">1. CHAD</bdi>`, forms.Answer{Text: "CHAD"}},
		{"a reason is kept", "costs", []string{"costs.text", "", "costs.reason", "no_information"}, 200,
			"</strong> No information", forms.Answer{Reason: forms.NoInformation}},
		{"what nobody touched is as it was", "costs", nil, 200,
			"Saved 10:02", forms.Answer{Text: "49.780 EUR"}},
		{"an unknown reason is refused, and the text comes back", "costs", []string{"costs.text", "5 EUR or so", "costs.reason", "bored"}, 422,
			"5 EUR or so", forms.Answer{Text: "49.780 EUR"}},
		{"NUL is refused", "title", []string{"title.text", "a\x00b"}, 422,
			"Not saved: ", forms.Answer{Text: "A campaign"}},
		{"a correction that is no number comes back", "costs", []string{"costs.read.total", "a lot"}, 422,
			`value="a lot"`, forms.Answer{Text: "49.780 EUR"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			both(t, func(t *testing.T, w *world) {
				record := w.complete()
				b, page := w.as("the Belgian contributor"), w.url("records", record)
				a := b.post(page+"/cells/"+c.cell, cellForm(b.form(page), c.cell, c.typed...))
				if a.Code != c.code {
					t.Fatalf("answered %d, not %d:\n%s", a.Code, c.code, a.Body)
				}
				for _, part := range []string{c.says, `id="cell-` + c.cell + `"`, `id="page-summary"`, `id="page-state"`, `id="saved"`} {
					if !strings.Contains(a.Body, part) {
						t.Errorf("what comes back lacks %q:\n%s", part, a.Body)
					}
				}
				if got := w.written(record, c.cell); got != c.stored {
					t.Errorf("stored is %+v, not %+v", got, c.stored)
				}
			})
		})
	}
}

func TestAQuestionAskedOnceIsSavedByItself(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		b, page := w.as("the Belgian contributor"), w.url("questions")
		a := b.post(page+"/cells/contact", cellForm(b.form(page), "contact", "contact.text", "Another ministry"))
		if a.Code != http.StatusOK || strings.Contains(a.Body, "record-name") {
			t.Errorf("answered %d:\n%s", a.Code, a.Body)
		}
		if got := w.written("", "contact").Text; got != "Another ministry" {
			t.Errorf("stored is %q", got)
		}
	})
}

func TestTwoPeopleWhoseCellsSaveThemselvesSeeBothTexts(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		page := w.url("records", record)
		one, other := w.as("the Belgian contributor"), w.as("the Belgian coordinator")
		mine, theirs := one.form(page), other.form(page)
		other.post(page+"/cells/title", cellForm(theirs, "title", "title.text", "their title"))

		a := one.post(page+"/cells/title", cellForm(mine, "title", "title.text", "my title"))
		if a.Code != http.StatusConflict {
			t.Fatalf("a stale cell is answered %d", a.Code)
		}
		for _, part := range []string{"their title", "my title", "data-raced", "Not saved: somebody else changed this answer"} {
			if !strings.Contains(a.Body, part) {
				t.Errorf("what comes back lacks %q:\n%s", part, a.Body)
			}
		}
		again := one.post(page+"/cells/title", cellForm(fields(t, a.Body), "title", "title.text", "both titles"))
		if again.Code != http.StatusOK || w.written(record, "title").Text != "both titles" {
			t.Errorf("saving again, knowing both, is answered %d, and stored is %q", again.Code, w.written(record, "title").Text)
		}
		same := one.post(page+"/cells/title", cellForm(mine, "title", "title.text", "both titles"))
		if same.Code != http.StatusOK {
			t.Errorf("the same text from an older version is answered %d", same.Code)
		}
	})
}

func TestACellTypedAfterASubmitComesBackToBeCopied(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		form := b.form(page)
		w.must(w.submitted())
		a := b.post(page+"/cells/title", cellForm(form, "title", "title.text", "typed too late"))
		if a.Code != http.StatusConflict {
			t.Fatalf("answered %d", a.Code)
		}
		for _, part := range []string{"typed too late", "readonly", "Not saved: ", "submitted"} {
			if !strings.Contains(a.Body, part) {
				t.Errorf("what comes back lacks %q:\n%s", part, a.Body)
			}
		}
	})
}

func TestACellOfADeletedRecordSaysThatItIsGone(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		form := b.form(page)
		w.must(w.flow.DeleteRecord(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, record))
		a := b.post(page+"/cells/title", cellForm(form, "title", "title.text", "typed too late"))
		if a.Code != http.StatusUnprocessableEntity || !strings.Contains(a.Body, "can be restored") {
			t.Errorf("answered %d:\n%s", a.Code, words(a.Body))
		}
	})
}

// Who may save a cell: every role, in its own NCP's response and in another's.
func TestWhoMaySaveACell(t *testing.T) {
	own := map[string]int{
		"the Belgian coordinator": 200, "the Belgian contributor": 200, "the Belgian reader": 403,
		"the Danish coordinator": 404, "the Finnish coordinator": 404, "the Norwegian coordinator": 403,
		"the compiler": 403, "the administrator": 404, "nobody": 401,
	}
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		for who, want := range own {
			b := w.as(who)
			for path, cell := range map[string]string{w.url("records", record, "cells", "title"): "title", w.url("questions", "cells", "contact"): "contact"} {
				if a := b.post(path, url.Values{cell + ".text": {"by " + who}, cell + ".version": {"0"}}); a.Code != want && (want != 200 || a.Code != http.StatusConflict) {
					t.Errorf("%s at %s is answered %d, not %d", who, path, a.Code, want)
				}
			}
			elsewhere := responseURL(w.denmark.ID) + "/questions/cells/contact"
			want := map[string]int{"the Danish coordinator": 200, "the Norwegian coordinator": 403, "the compiler": 403, "nobody": 401}[who]
			if a := b.post(elsewhere, url.Values{"contact.text": {"by " + who}}); a.Code != want && (want != 0 || a.Code != 404) {
				t.Errorf("%s in the response of Denmark is answered %d, not %d", who, a.Code, want)
			}
		}
	})
}

func TestOnlyCellsOfThePageAreSaved(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b := w.as("the Belgian contributor")
	for path, form := range map[string]url.Values{
		w.url("records", record, "cells", "nothing"):      {"nothing.text": {"x"}},
		w.url("records", record, "cells", "title"):        {"costs.text": {"x"}},
		w.url("records", record, "cells", "contact"):      {"contact.text": {"x"}},
		w.url("records", "r99", "cells", "title"):         {"title.text": {"x"}},
		w.url("questions", "cells", "title"):              {"title.text": {"x"}},
		w.url("questions", "cells", "once-denmark"):       {"once-denmark.text": {"x"}},
		responseURL("nowhere") + "/questions/cells/title": {"title.text": {"x"}},
	} {
		if a := b.post(path, form); a.Code != http.StatusNotFound {
			t.Errorf("%s is answered %d", path, a.Code)
		}
	}
}

func TestASavedCellIsOneEvent(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		events := func() int {
			all, err := w.flow.Store.Events(t.Context(), models.Scope{Unlimited: true}, string(w.belgium.ID))
			w.must(err)
			return len(all)
		}
		form, before := cellForm(b.form(page), "title"), events()
		for _, text := range []string{"An", "An ambitious", "An ambitious campaign"} {
			a := b.post(page+"/cells/title", with(form, "title.text", text))
			form = cellForm(fields(t, a.Body), "title")
		}
		if after := events(); after > before+1 {
			t.Errorf("three saves of one cell are %d events", after-before)
		}
	})
}
