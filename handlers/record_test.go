package handlers

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// with is a form with some of its fields written over.
func with(form url.Values, pairs ...string) url.Values {
	changed := url.Values{}
	for name, values := range form {
		changed[name] = values
	}
	for i := 0; i < len(pairs); i += 2 {
		changed.Set(pairs[i], pairs[i+1])
	}
	return changed
}

// written is what is stored in a cell of Belgium's response.
func (w *world) written(record, question string) forms.Answer {
	w.t.Helper()
	cells, err := w.flow.Store.Cells(w.t.Context(), models.Scope{Unlimited: true}, w.belgium.ID, record)
	w.must(err)
	for _, c := range cells {
		if c.Question == question {
			return answer(c)
		}
	}
	return forms.Answer{}
}

func TestSavingARecord(t *testing.T) {
	for _, c := range []struct {
		what   string
		typed  []string
		code   int
		says   string // on the page that follows
		cell   string
		stored forms.Answer
	}{
		{"a text is kept to the letter", []string{"title.text", "\r\n  Two\r\n\r\nlines ", "then", "stay"}, 303,
			"Saved.", "title", forms.Answer{Text: "\n  Two\n\nlines "}},
		{"an empty one too, and what is missing is said", []string{"title.text", ""}, 303,
			"Missing:", "title", forms.Answer{}},
		{"money is read back", []string{"costs.text", "1.250,50 EUR"}, 303,
			"Read as <strong>1\u00a0250.50\u00a0EUR", "costs", forms.Answer{Text: "1.250,50 EUR"}},
		{"a reason is kept", []string{"costs.text", "", "costs.reason", "no_information"}, 303,
			`<strong>No answer:</strong> No information`, "costs", forms.Answer{Reason: forms.NoInformation}},
		{"an unknown reason is refused, and the text is still there", []string{"costs.text", "5 EUR or so", "costs.reason", "bored"}, 422,
			"5 EUR or so", "costs", forms.Answer{Text: "49.780 EUR"}},
		{"NUL is refused, and what else was typed is still there", []string{"title.text", "a\x00b", "costs.text", "7 EUR"}, 422,
			"7 EUR", "costs", forms.Answer{Text: "49.780 EUR"}},
		{"a correction that is no number comes back", []string{"costs.read.total", "a lot"}, 422,
			`value="a lot"`, "costs", forms.Answer{Text: "49.780 EUR"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			w := newWorld(t)
			record := w.complete()
			b, page := w.as("the Belgian contributor"), w.url("records", record)
			a := b.post(page, with(b.form(page), c.typed...))
			if a.Code != c.code {
				t.Fatalf("answered %d, not %d:\n%s", a.Code, c.code, words(a.Body))
			}
			if a.Code == http.StatusSeeOther {
				a.Body = b.page(a.To)
			}
			if !strings.Contains(a.Body, c.says) {
				t.Errorf("the page does not say %q:\n%s", c.says, words(a.Body))
			}
			if got := w.written(record, c.cell); got != c.stored {
				t.Errorf("stored is %+v, not %+v", got, c.stored)
			}
			checkStructure(t, a.Body)
		})
	}
}

func TestASavedPageSavesNothingTwice(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	events := func() int {
		all, err := w.flow.Store.Events(t.Context(), models.Scope{Unlimited: true}, string(w.belgium.ID))
		w.must(err)
		return len(all)
	}
	form, before := b.form(page), events()
	if a := b.post(page, form); a.Code != http.StatusSeeOther {
		t.Fatalf("answered %d", a.Code)
	}
	if after := events(); after != before {
		t.Errorf("an untouched page wrote %d events", after-before)
	}
}

func TestTwoPeopleInOneCellSeeBothTexts(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	mine := b.form(page)
	other := w.as("the Belgian coordinator")
	other.post(page, with(other.form(page), "title.text", "their title"))

	a := b.post(page, with(mine, "title.text", "my title", "costs.text", "8 EUR"))
	if a.Code != http.StatusConflict {
		t.Fatalf("a stale cell is answered %d", a.Code)
	}
	for _, both := range []string{"their title", "my title", `role="alert"`} {
		if !strings.Contains(a.Body, both) {
			t.Errorf("the page lacks %q:\n%s", both, words(a.Body))
		}
	}
	checkStructure(t, a.Body)
	if got := w.written(record, "title").Text; got != "their title" {
		t.Errorf("stored is %q", got)
	}
	if got := w.written(record, "costs").Text; got != "8 EUR" {
		t.Errorf("the other cell was not saved: %q", got)
	}
	if again := b.post(page, fields(t, a.Body)); again.Code != http.StatusSeeOther {
		t.Errorf("saving again, knowing both, is answered %d", again.Code)
	}
	if got := w.written(record, "title").Text; got != "my title" {
		t.Errorf("after saving again, stored is %q", got)
	}
}

func TestTwoPeopleInTwoCellsDoNotCollide(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	page := w.url("records", record)
	one, other := w.as("the Belgian contributor"), w.as("the Belgian coordinator")
	first, second := one.form(page), other.form(page)
	a := one.post(page, with(first, "title.text", "a new title"))
	b := other.post(page, with(second, "costs.text", "9 EUR"))
	if a.Code != http.StatusSeeOther || b.Code != http.StatusSeeOther {
		t.Errorf("answered %d and %d", a.Code, b.Code)
	}
}

func TestWhatWasTypedAfterASubmitComesBack(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	form := b.form(page)
	w.must(w.submitted())
	a := b.post(page, with(form, "title.text", "typed too late"))
	if a.Code != http.StatusConflict || !strings.Contains(a.Body, "typed too late") || !strings.Contains(a.Body, "readonly") {
		t.Errorf("answered %d:\n%s", a.Code, words(a.Body))
	}
	checkStructure(t, a.Body)
}

func TestConfirmingHoldsForOneText(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	save := func(pairs ...string) {
		t.Helper()
		if a := b.post(page, with(b.form(page), pairs...)); a.Code != http.StatusSeeOther {
			t.Fatalf("answered %d: %s", a.Code, words(a.Body))
		}
	}
	save("success.text", "As we said above.", "success.read.verdict", "yes")
	if got := w.written(record, "success").Confirmed; got == nil || got.Reading == nil || *got.Reading.Verdict != forms.Yes || got.Of != textHash("As we said above.") {
		t.Fatalf("the verdict is not confirmed: %+v", got)
	}
	save("title.text", "another title")
	if w.written(record, "success").Confirmed == nil {
		t.Error("saving another cell took the verdict away")
	}
	save("success.text", "We said something else.")
	if got := w.written(record, "success").Confirmed; got != nil {
		t.Errorf("the verdict of the old text holds for the new one: %+v", got)
	}
	save("costs.text", "about 12.345")
	if body := b.page(page); !strings.Contains(body, `name="costs.confirm.money.currency"`) {
		t.Fatalf("no word is asked for a warning:\n%s", words(body))
	}
	save("costs.confirm.money.currency", "in EUR")
	if got := w.written(record, "costs").Confirmed; got == nil || got.Warnings[forms.MoneyCurrency] != "in EUR" {
		t.Errorf("the warning is not confirmed: %+v", got)
	}
	if body := b.page(page); !strings.Contains(body, `value="in EUR"`) {
		t.Error("the word given is not shown")
	}
}

func TestWhatAPageHasNoFieldForStaysAsItWas(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	reason, text := forms.NotYet, "Yes, many people came."
	of := &forms.Confirmed{Of: textHash(text), Reading: &forms.Correction{Reason: &reason}}
	cells, err := w.flow.Store.Cells(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID, record)
	w.must(err)
	from := cells[slices.IndexFunc(cells, func(c models.Cell) bool { return c.Question == "success" })].Version
	_, err = w.flow.SaveCell(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, workflow.CellSave{
		Place: workflow.Place{Record: record, Question: "success"}, From: from, Answer: forms.Answer{Text: text, Confirmed: of},
	})
	w.must(err)
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	if a := b.post(page, with(b.form(page), "success.read.verdict", "no")); a.Code != http.StatusSeeOther {
		t.Fatalf("answered %d: %s", a.Code, words(a.Body))
	}
	got := w.written(record, "success").Confirmed
	if got == nil || got.Reading.Reason == nil || *got.Reading.Reason != reason || *got.Reading.Verdict != forms.No {
		t.Errorf("confirmed is %s", shownCorrection(got.Reading))
	}
}

func TestRecordsAreAddedMovedDeletedAndRestored(t *testing.T) {
	w := newWorld(t)
	first := w.complete()
	b, list := w.as("the Belgian contributor"), w.url()
	order := func() string {
		d, err := w.flow.Store.Draft(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID)
		w.must(err)
		var ids []string
		for _, r := range d.Records {
			ids = append(ids, r.ID)
		}
		return strings.Join(ids, " ")
	}
	for _, c := range []struct {
		what, path string
		form       url.Values
		order      string
	}{
		{"add", w.url("records"), url.Values{"section": {"origin"}}, "r1 r2"},
		{"duplicate", w.url("records", first, "duplicate"), url.Values{"follow_up": {"no"}}, "r1 r3 r2"},
		{"move down", w.url("records", first, "move"), url.Values{"to": {"1"}}, "r3 r1 r2"},
		{"delete", w.url("records", first, "delete"), nil, "r3 r2"},
		{"restore", w.url("records", first, "restore"), nil, "r3 r1 r2"},
	} {
		if a := b.post(c.path, c.form); a.Code != http.StatusSeeOther {
			t.Fatalf("%s is answered %d: %s", c.what, a.Code, words(a.Body))
		}
		if c.what == "delete" && !strings.Contains(b.page(list), "Deleted (1)") {
			t.Error("the deleted record is not listed")
		}
		if got := order(); got != c.order {
			t.Errorf("after %s the order is %q, not %q", c.what, got, c.order)
		}
	}
	checkStructure(t, b.page(list))
	if a := b.post(w.url("records"), url.Values{"section": {"nowhere"}}); a.Code != http.StatusUnprocessableEntity {
		t.Errorf("a section that is not there is answered %d", a.Code)
	}
}

func TestWhoMayNotWriteFindsNoFieldsToWriteIn(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian reader"), w.url("records", record)
	body := b.page(page)
	if !strings.Contains(body, "You may read this response, not change it.") || strings.Contains(body, ">Save<") {
		t.Errorf("a reader is offered to write:\n%s", words(body))
	}
	if a := b.post(page, url.Values{"title.text": {"x"}}); a.Code != http.StatusForbidden {
		t.Errorf("a reader's save is answered %d", a.Code)
	}
}
