package handlers

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

func TestErrorsBecomeAStatus(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{&workflow.Refusal{Text: "this AHQ was closed on 3 March"}, 409, "This AHQ was closed on 3 March."},
		{&workflow.Invalid{Pointer: "/reply_by", Text: "choose a later day"}, 422, "Choose a later day."},
		{forms.Problems{{At: "contact", Severity: forms.Error, Text: "write"}}, 422, "contact"},
		{&workflow.StaleCell{}, 409, "changed while you had it open"},
		{&workflow.StaleCells{}, 409, "changed while you had it open"},
		{fmt.Errorf("reading: %w", models.ErrNotFound), 404, "nothing that you may see"},
		{workflow.ErrForbidden, 403, "Ask a coordinator"},
		{models.ErrTooLarge, 413, "too large"},
		{errSignedOut, 401, "You are signed out"},
		{errors.New("sql: connection is closed"), 500, "It was noted down"},
	} {
		if got := statusOf(c.err); got.code != c.code || !strings.Contains(inEnglish(t, got.text), c.says) {
			t.Errorf("%v becomes %d %q, not %d saying %q", c.err, got.code, inEnglish(t, got.text), c.code, c.says)
		}
	}
}

func TestAnAddressOfBytesThatAreNoCharactersIsRefused(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for path, who := range map[string]string{
			"/events?by=%00": admin, "/events?act=%ff": admin, "/events?ncp=%00": admin, "/events?ahq=%00": admin,
			"/ahqs/new?earlier=%00": norway, "/ahqs/new?text=%ff": norway, "/ahqs?text=%00": norway, "/?%00=x": norway,
			"/library?text=cam%00paigns": "nobody", "/library?country=BE&country=%ff": "nobody",
		} {
			w.visit(visit{what: path, who: who, path: path, code: http.StatusBadRequest, says: "bytes that are no characters"})
		}
		for _, path := range []string{"/ahqs/%00", "/responses/%ff", "/editions/%00/preview"} {
			w.visit(visit{what: path, who: norway, path: path, code: http.StatusNotFound})
		}
	})
}

func TestWhatCannotBeAnswered(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		what, who    string
		method, path string
		form         url.Values
		code         int
		says         string
	}{
		{"an address that we do not have", "nobody", "GET", "/nowhere", nil, 404, "Page not found"},
		{"a kind of request that a page does not take", "the compiler", "DELETE", "/", nil, 405, "Not possible here"},
		{"a form from somebody who was signed out meanwhile", "nobody", "POST", w.url("questions"), url.Values{"contact.text": {"long work"}}, 401, "What you typed is not lost."},
		{"a page for somebody who was signed out meanwhile", "nobody", "GET", w.url("questions"), nil, 303, ""},
		{"a form that is too large", "the Belgian coordinator", "POST", w.url("organisations"), url.Values{"organisations": {strings.Repeat("x", largest)}}, 413, "Too large"},
		{"a place that is no number", "the Belgian coordinator", "POST", w.url("records", "r1", "move"), url.Values{"to": {"up"}}, 400, "did not arrive whole"},
		{"no file", "the Belgian coordinator", "POST", w.url("attachments"), url.Values{}, 422, "Choose a file."},
		{"a record that is not there", "the Belgian coordinator", "GET", w.url("records", "r9"), nil, 404, "Page not found"},
		{"a version that is no number", "the Belgian coordinator", "GET", w.url("versions", "last"), nil, 404, "Page not found"},
	} {
		t.Run(c.what, func(t *testing.T) {
			a := w.as(c.who).do(c.method, c.path, c.form)
			if a.Code != c.code || !strings.Contains(a.Body, c.says) {
				t.Errorf("answered %d, not %d saying %q:\n%s", a.Code, c.code, c.says, words(a.Body))
			}
			if a.Code != http.StatusSeeOther {
				checkStructure(t, a.Body)
			}
		})
	}
}

func TestHalfAFormIsNotTakenForAnEmptyOne(t *testing.T) {
	w := newWorld(t)
	b := w.as("the Belgian coordinator")
	b.post(w.url("organisations"), url.Values{"organisations": {"Fedasil"}})
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.server.URL+w.url("organisations"), strings.NewReader("organisations=%zz"))
	w.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if a := b.send(r); a.Code != http.StatusBadRequest {
		t.Errorf("answered %d", a.Code)
	}
	if got := w.responseOf("BE").Organisations; len(got) != 1 || got[0] != "Fedasil" {
		t.Errorf("the organisations are %q", got)
	}
}
