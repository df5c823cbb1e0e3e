package handlers

import (
	"net/http"
	"strings"
	"testing"
)

const pastedTable = "KOSOVO\nTitle\tStay safe\nCosts:\t1.250,50 EUR\n2. Was it a success?\tYes,\nmany came\nTitle\tanother"

func TestAPastedTableIsShownBesideItsCellsAndTakenOverWhereTicked(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		b, record := w.as("the Belgian coordinator"), w.complete()
		before := w.written(record, "title")
		a := b.post(w.url("records", record, "paste"), map[string][]string{"text": {pastedTable}})
		says := words(a.Body)
		for _, want := range []string{"3 answers were found", "KOSOVO", "another", before.Text} {
			if a.Code != http.StatusOK || !strings.Contains(says, want) {
				t.Fatalf("answered %d, and does not say %q:\n%s", a.Code, want, says)
			}
		}
		if got := w.written(record, "costs"); strings.Contains(got.Text, "1.250,50") {
			t.Errorf("it was kept before anybody said so: %q", got.Text)
		}
		form := fields(t, a.Body)
		form["take"] = []string{"costs"}
		if a := b.post(w.url("records", record, "paste", "take"), form); a.Code != http.StatusSeeOther {
			t.Fatalf("answered %d:\n%s", a.Code, words(a.Body))
		}
		if got := w.written(record, "costs").Text; got != "1.250,50 EUR" {
			t.Errorf("the costs are %q", got)
		}
		if got := w.written(record, "title"); got.Text != before.Text {
			t.Errorf("the title was not ticked, and is %q now", got.Text)
		}
	})
}

func TestAnEmptyCellIsTickedAndOneThatIsFilledIsNot(t *testing.T) {
	w := newWorld(t)
	b, record := w.as("the Belgian coordinator"), w.complete()
	w.cell(t.Context(), record, "success", "")
	a := b.post(w.url("records", record, "paste"), map[string][]string{"text": {pastedTable}})
	if got := fields(t, a.Body)["take"]; len(got) != 1 || got[0] != "success" {
		t.Errorf("ticked are %q", got)
	}
}

func TestWhatIsNoTableComesBackAsItWasPasted(t *testing.T) {
	w := newWorld(t)
	b, record := w.as("the Belgian coordinator"), w.complete()
	b.page(w.url("records", record, "paste"))
	a := b.post(w.url("records", record, "paste"), map[string][]string{"text": {"Dear all,\r\nsee <attached>"}})
	if a.Code != http.StatusUnprocessableEntity || !strings.Contains(a.Body, "Dear all,\nsee &lt;attached&gt;") {
		t.Errorf("answered %d:\n%s", a.Code, a.Body)
	}
}

// A cell that somebody else saved after the table was shown is not overwritten.
func TestATableTakenOverTooLateShowsBothTexts(t *testing.T) {
	w := newWorld(t)
	b, record := w.as("the Belgian coordinator"), w.complete()
	form := fields(t, b.post(w.url("records", record, "paste"), map[string][]string{"text": {pastedTable}}).Body)
	w.cell(t.Context(), record, "costs", "99 EUR, they say")
	form["take"] = []string{"costs"}
	a := b.post(w.url("records", record, "paste", "take"), form)
	if a.Code != http.StatusConflict || !strings.Contains(a.Body, "99 EUR, they say") || !strings.Contains(a.Body, "1.250,50 EUR") {
		t.Errorf("answered %d:\n%s", a.Code, words(a.Body))
	}
}
