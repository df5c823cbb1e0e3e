package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// submitted hands Belgium's response in.
func (w *world) submitted() error {
	_, err := w.flow.Submit(w.t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, models.WiderYes)
	return err
}

func TestSubmitting(t *testing.T) {
	yes := url.Values{"wider": {"yes"}}
	for _, c := range []struct {
		what string
		is   func(w *world, record string)
		who  string
		form url.Values
		code int
		says string
	}{
		{"a complete response", nil, "the Belgian coordinator", yes, 303, ""},
		{"with the costs left empty", func(w *world, record string) { w.cell(w.t.Context(), record, "costs", "") },
			"the Belgian coordinator", yes, 422, `/records/r1?check=r1-costs#costs"`},
		{"without a choice of wider dissemination", nil, "the Belgian coordinator", url.Values{}, 422, `href="#wider"`},
		{"twice, which gives the first receipt", func(w *world, _ string) { w.must(w.submitted()) },
			"the Belgian coordinator", yes, 303, ""},
		{"again with another choice", func(w *world, _ string) { w.must(w.submitted()) },
			"the Belgian coordinator", url.Values{"wider": {"no"}}, 409, "take it back first"},
		{"a first answer after closing", func(w *world, _ string) {
			_, err := w.flow.Close(w.t.Context(), w.actor("the Norwegian coordinator"), w.ahq.ID)
			w.must(err)
		}, "the Belgian coordinator", yes, 409, "was closed on 19 January 2017"},
		{"by a contributor", nil, "the Belgian contributor", yes, 403, "You may not do this"},
		{"by another NCP", nil, "the Danish coordinator", yes, 404, "Page not found"},
		{"by the requester", nil, "the Norwegian coordinator", yes, 403, "You may not do this"},
	} {
		t.Run(c.what, func(t *testing.T) {
			w := newWorld(t)
			record := w.complete()
			if c.is != nil {
				c.is(w, record)
			}
			a := w.as(c.who).post(w.url("submit"), c.form)
			if a.Code != c.code || !strings.Contains(a.Body, c.says) {
				t.Fatalf("answered %d, not %d saying %q:\n%s", a.Code, c.code, c.says, a.Body)
			}
			if a.Code != http.StatusSeeOther {
				checkStructure(t, a.Body)
				return
			}
			receipt := w.as(c.who).page(a.To)
			if !strings.Contains(receipt, "Version 1, 19 January 2017, 10:02") {
				t.Errorf("the receipt says:\n%s", words(receipt))
			}
			checkStructure(t, receipt)
		})
	}
}

func TestTakingAResponseBack(t *testing.T) {
	returned := func(w *world) {
		w.must(w.submitted())
		_, err := w.flow.Return(w.t.Context(), w.actor("the Norwegian coordinator"), w.belgium.ID, "Which year was it?", []workflow.Place{{Record: "r1", Question: "costs"}})
		w.must(err)
	}
	for _, c := range []struct {
		what  string
		is    func(*world)
		act   string
		word  string
		code  int
		state models.State
		says  string // on the response's page, or on the act's own
	}{
		{"withdrawing", func(w *world) { w.must(w.submitted()) }, "withdraw", "", 303, models.Draft, "Withdrawn: it is a draft again."},
		{"withdrawing a draft", func(*world) {}, "withdraw", "", 409, models.Draft, "There is a problem"},
		{"declining", func(*world) {}, "decline", "no campaigns here", 303, models.Draft, "no campaigns here"},
		{"declining without a word", func(*world) {}, "decline", "", 422, models.Draft, "There is a problem"},
		{"amending what is not compiled keeps the word", func(w *world) { w.must(w.submitted()) }, "amend", "a wrong sum", 409, models.Submitted, "a wrong sum"},
		{"taking over what is nobody else's", func(*world) {}, "take-over", "", 409, models.Draft, "There is a problem"},
		{"withdrawing what was returned already", returned, "withdraw", "", 409, models.Draft, "There is a problem"},
	} {
		t.Run(c.what, func(t *testing.T) {
			w := newWorld(t)
			w.complete()
			c.is(w)
			b := w.as("the Belgian coordinator")
			checkStructure(t, b.page(w.url(c.act)))
			a := b.post(w.url(c.act), url.Values{"word": {c.word}})
			if a.Code == http.StatusSeeOther {
				a.Body = b.page(a.To)
			}
			if a.Code != c.code || !strings.Contains(a.Body, c.says) {
				t.Errorf("answered %d, not %d saying %q:\n%s", a.Code, c.code, c.says, words(a.Body))
			}
			if got := w.responseOf("BE").State; got != c.state {
				t.Errorf("it is %s, not %s", got, c.state)
			}
		})
	}
}

func TestAReturnedResponseSaysWhy(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.must(w.submitted())
		_, err := w.flow.Return(t.Context(), w.actor("the Norwegian coordinator"), w.belgium.ID, "Which year was it?", []workflow.Place{{Record: "r1", Question: "costs"}})
		w.must(err)
		b := w.as("the Belgian coordinator")
		for path, says := range map[string]string{
			"/": "Which year was it?", w.url(): "Returned by Norway", w.url("records", "r1"): "Please look again:",
			w.url("history"): "Which year was it?", w.url("history") + "?": "<bdi>Costs</bdi></a>", w.url("versions", "1"): "A campaign",
		} {
			body := b.page(path)
			if !strings.Contains(body, says) {
				t.Errorf("%s does not say %q:\n%s", path, says, words(body))
			}
			checkStructure(t, body)
		}
	})
}

func TestTheQuestionsAskedOnce(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		b, page := w.as("the Belgian contributor"), w.url("questions")
		form := b.form(page)
		if form.Has("once-denmark.text") {
			t.Error("Belgium is asked what only Denmark is asked")
		}
		if a := b.post(page, with(form, "contact.text", "The ministry")); a.Code != http.StatusSeeOther {
			t.Fatalf("answered %d", a.Code)
		}
		if got := w.written("", "contact"); got != (forms.Answer{Text: "The ministry"}) {
			t.Errorf("stored is %+v", got)
		}
		if a := b.post(page, with(form, "contact.text", "Somebody else")); a.Code != http.StatusConflict || !strings.Contains(a.Body, "Somebody else") {
			t.Errorf("a stale answer is answered %d:\n%s", a.Code, words(a.Body))
		}
	})
}

func TestWhatStandsBesideTheAnswers(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		b := w.as("the Belgian coordinator")
		b.post(w.url("organisations"), url.Values{"organisations": {"Fedasil\r\n\r\n  Immigration Office "}})
		if body := b.page(w.url()); !strings.Contains(body, "Fedasil\nImmigration Office</textarea>") {
			t.Errorf("the organisations are not there:\n%s", words(body))
		}
		a := b.upload(w.url("attachments"), "list.txt", "a list of campaigns")
		if a.Code != http.StatusSeeOther {
			t.Fatalf("attaching is answered %d: %s", a.Code, words(a.Body))
		}
		if body := b.page(w.url()); !strings.Contains(body, `<bdi>list.txt</bdi></a> <span class="hint">19 bytes</span>`) {
			t.Errorf("the file is not listed with its size:\n%s", words(body))
		}
		attached, err := w.flow.Store.ResponseAttachments(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID)
		w.must(err)
		file := "/attachments/" + string(attached[0].ID)
		if a := b.get(file); a.Body != "a list of campaigns" || a.Header.Get("Content-Disposition") != `attachment; filename=list.txt` {
			t.Errorf("the file comes back as %q, %q", a.Body, a.Header.Get("Content-Disposition"))
		}
		if a := w.as("the Danish coordinator").get(file); a.Code != http.StatusNotFound {
			t.Errorf("another NCP gets it with %d", a.Code)
		}
		draft := b.get(w.url("draft.docx"))
		if draft.Code != http.StatusOK || !strings.HasPrefix(draft.Body, "PK") {
			t.Errorf("the draft as Word is answered %d", draft.Code)
		}
		b.post(w.url("attachments", string(attached[0].ID), "remove"), nil)
		if a := b.get(file); a.Code != http.StatusNotFound {
			t.Errorf("a removed file is answered %d", a.Code)
		}
	})
}
