package handlers

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/workflow/document"
)

const olderAnswer = "Title\tStay safe\nCosts\t1.250,50 EUR\n2. Was it a success?\tYes,\nmany came\n"

// readIn is the page of what a file says, once somebody works.
func (w *world) readIn(b *browser, name, content string) string {
	w.t.Helper()
	a := b.upload(w.url("proposals"), name, content)
	if a.Code != http.StatusSeeOther {
		w.t.Fatalf("answered %d:\n%s", a.Code, words(a.Body))
	}
	return a.To
}

func TestAFileIsShownBesideTheDraftAndTakenOverWhereTicked(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		b, record := w.as("the Belgian coordinator"), w.complete()
		w.works()
		w.cell(t.Context(), record, "title", "Stay safe")
		w.cell(t.Context(), record, "success", "")
		at := w.readIn(b, "answer.txt", olderAnswer)
		page := b.page(at)
		says := words(page)
		for _, want := range []string{"answer.txt", "1 answer is new", "1 is different", "1 stands there already", "49.780 EUR", "1.250,50 EUR"} {
			if !strings.Contains(says, want) {
				t.Errorf("it does not say %q:\n%s", want, says)
			}
		}
		if got := w.written(record, "costs").Text; got != "49.780 EUR" {
			t.Errorf("it was kept before anybody said so: %q", got)
		}
		form := fields(t, page)
		if ticked := form["take"]; len(ticked) != 1 || ticked[0] != record+".success" {
			t.Errorf("ticked are %q, and only what is new should be", ticked)
		}
		if a := b.post(at, form); a.Code != http.StatusSeeOther {
			t.Fatalf("answered %d:\n%s", a.Code, words(a.Body))
		}
		if got := w.written(record, "success").Text; got != "Yes,\nmany came" {
			t.Errorf("it says %q", got)
		}
		if got := w.written(record, "costs").Text; got != "49.780 EUR" {
			t.Errorf("the costs were not ticked, and are %q now", got)
		}
	})
}

func TestAllOfARecordIsTakenWhenSomebodySaysSo(t *testing.T) {
	w := newWorld(t)
	b, record := w.as("the Belgian coordinator"), w.complete()
	w.works()
	w.cell(t.Context(), record, "title", "Stay safe")
	at := w.readIn(b, "answer.txt", olderAnswer)
	form := fields(t, b.page(at))
	form["all"] = []string{record}
	b.post(at, form)
	if got := w.written(record, "costs").Text; got != "1.250,50 EUR" {
		t.Errorf("the costs are %q", got)
	}
}

// What somebody else saved after the page was shown is not overwritten.
func TestAnAnswerTakenOverTooLateIsShownAgain(t *testing.T) {
	w := newWorld(t)
	b, record := w.as("the Belgian coordinator"), w.complete()
	w.works()
	w.cell(t.Context(), record, "title", "Stay safe")
	at := w.readIn(b, "answer.txt", olderAnswer)
	form := fields(t, b.page(at))
	w.cell(t.Context(), record, "costs", "99 EUR, they say")
	form["take"] = []string{record + ".costs"}
	a := b.post(at, form)
	if a.Code != http.StatusConflict || !strings.Contains(words(a.Body), "changed by somebody else") || !strings.Contains(a.Body, "99 EUR, they say") {
		t.Errorf("answered %d:\n%s", a.Code, words(a.Body))
	}
	if got := w.written(record, "costs").Text; got != "99 EUR, they say" {
		t.Errorf("it was overwritten: %q", got)
	}
}

func TestWhatCannotBeReadComesBackWithWhatToDoAndIsNotKept(t *testing.T) {
	w := newWorld(t)
	b := w.as("the Belgian coordinator")
	w.works()
	b.page(w.url("proposals"))
	for name, content := range map[string]string{"empty.docx": "", "scan.pdf": "\x89PNG\r\n\x1a\n", "notes.txt": "Dear all, see attached."} {
		a := b.upload(w.url("proposals"), name, content)
		if a.Code != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(words(a.Body)), name) {
			t.Errorf("%s: answered %d:\n%s", name, a.Code, words(a.Body))
		}
	}
	kept, err := w.flow.Store.ResponseAttachments(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID)
	if w.must(err); len(kept) > 0 {
		t.Errorf("kept are %v", kept)
	}
}

func TestTheFormComesBackAsItWasGiven(t *testing.T) {
	w := newWorld(t)
	b := w.as("the Belgian coordinator")
	w.works()
	w.complete()
	for _, format := range []document.Format{document.DOCX, document.XLSX} {
		a := b.get(w.url("form." + string(format)))
		if a.Code != http.StatusOK || a.Header.Get("Content-Type") != format.MediaType() {
			t.Fatalf("%s: %d, %s", format, a.Code, a.Header.Get("Content-Type"))
		}
		says := words(b.page(w.readIn(b, "form."+string(format), a.Body)))
		if !strings.Contains(says, "nothing to take over") || !strings.Contains(says, "form for this response") {
			t.Errorf("%s: it says\n%s", format, says)
		}
	}
	refused := w.as("the Danish coordinator").upload(responseURL(w.denmark.ID)+"/proposals", "form.docx", b.get(w.url("form.docx")).Body)
	if refused.Code != http.StatusUnprocessableEntity || !strings.Contains(refused.Body, "Belgium") {
		t.Errorf("the form of Belgium in the response of Denmark: %d\n%s", refused.Code, words(refused.Body))
	}
}

func TestFilesThatCanBeReadInAreThoseThatCanBeChosen(t *testing.T) {
	w := newWorld(t)
	b := w.as("the Belgian coordinator")
	for _, ending := range append([]string{".png"}, readable...) {
		b.upload(w.url("attachments"), "answers"+strings.ToUpper(ending), "x")
	}
	page := b.page(w.url())
	if n := strings.Count(page, `href="`+w.url("proposals")+"/"); n != len(readable) {
		t.Errorf("%d files can be read in, not %d:\n%s", n, len(readable), words(page))
	}
	if !strings.Contains(page, `accept="`+strings.Join(readable, ",")+`"`) {
		t.Errorf("other files can be chosen than %q", readable)
	}
	for _, named := range regexp.MustCompile(`\(\.\w+\)`).FindAllString(words(page), -1) {
		if !slices.Contains(readable, strings.Trim(named, "()")) {
			t.Errorf("a file %s is asked for, and not read", named)
		}
	}
}
