package handlers

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
	"ahq/workflow/document"
)

func TestWhoChangesAnAnswerComesBackToIt(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b := w.as("the Belgian coordinator")
		for _, c := range []struct{ change, cell, text, back string }{
			{w.url("records", record) + "?check=r1-costs", "costs.text", "7 EUR", "r1-costs"},
			{w.url("questions") + "?check=answer-contact", "contact.text", "The office", "answer-contact"},
		} {
			if body := b.page(w.url("check")); !strings.Contains(body, `href="`+c.change+"#") || !strings.Contains(body, `id="`+c.back+`"`) {
				t.Fatalf("no way leads from the page to %s and back:\n%s", c.change, body)
			}
			body := b.page(c.change)
			if !strings.Contains(body, `href="`+w.url("check")+"#"+c.back+`"><bdi>Check your answers`) || !strings.Contains(body, `action="`+c.change+`"`) {
				t.Errorf("%s does not lead back:\n%s", c.change, body)
			}
			stay := b.post(c.change, with(fields(t, body), c.cell, c.text, "then", "stay"))
			if stay.To != c.change {
				t.Errorf("saving leads to %s", stay.To)
			}
			if a := b.post(c.change, with(b.form(c.change), "then", "list")); a.To != w.url("check")+"#"+c.back {
				t.Errorf("saving and closing leads to %s", a.To)
			}
		}
		for _, nowhere := range []string{"//evil.example", "a%0d%0ab", "%22%3E"} {
			if body := b.page(w.url("records", record) + "?check=" + nowhere); strings.Contains(body, "Check your answers") {
				t.Errorf("%q leads somewhere", nowhere)
			}
		}
	})
}

func TestConfirmingAWarningOnThePageOfAllAnswers(t *testing.T) {
	for _, c := range []struct {
		what string
		who  string
		send []string
		code int
		says string
		kept bool
	}{
		{"with a word", "the Belgian contributor", []string{"word", "in EUR"}, 303, "Confirmed as it is: <bdi>in EUR</bdi>", true},
		{"without one", "the Belgian contributor", []string{"word", "  "}, 422, "Say in a word why", false},
		{"of an older text", "the Belgian contributor", []string{"word", "in EUR", "version", "1"}, 409, "look at what it says now", false},
		{"of no such question", "the Belgian contributor", []string{"word", "in EUR", "question", "nope"}, 422, "no question", false},
		{"by who only reads", "the Belgian reader", []string{"word", "in EUR"}, 403, "You may not do this", false},
		{"by another NCP", "the Danish coordinator", []string{"word", "in EUR"}, 404, "Page not found", false},
	} {
		t.Run(c.what, func(t *testing.T) {
			both(t, func(t *testing.T, w *world) {
				record := w.complete()
				w.cell(t.Context(), record, "costs", "49 780")
				body := w.as("the Belgian contributor").page(w.url("check"))
				checkStructure(t, body)
				if !strings.Contains(body, `id="r1-costs.money.currency"`) {
					t.Fatalf("the warning cannot be confirmed here:\n%s", body)
				}
				form := url.Values{"record": {record}, "question": {"costs"}, "rule": {"money.currency"}, "version": {"2"}}
				a := w.as(c.who).post(w.url("check", "confirm"), with(form, c.send...))
				if a.Code == http.StatusSeeOther {
					if a.To != w.url("check")+"#r1-costs" {
						t.Errorf("it leads to %s", a.To)
					}
					a.Body = w.as(c.who).page(a.To)
				}
				if a.Code != c.code || !strings.Contains(a.Body, c.says) {
					t.Errorf("answered %d, not %d saying %q:\n%s", a.Code, c.code, c.says, words(a.Body))
				}
				checkStructure(t, a.Body)
				stored := w.written(record, "costs")
				if kept := stored.Confirmed != nil && stored.Confirmed.Warnings[forms.MoneyCurrency] == "in EUR"; kept != c.kept || stored.Text != "49 780" {
					t.Errorf("stored is %+v", stored)
				}
			})
		})
	}
}

func TestAWarningIsConfirmedBesideWhatWasConfirmedBefore(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	total := forms.Correction{Total: new(forms.Decimal)}
	_, err := w.flow.SaveCell(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, workflow.CellSave{
		Place: workflow.Place{Record: record, Question: "costs"}, From: 1,
		Answer: forms.Answer{Text: "49 780", Confirmed: &forms.Confirmed{Of: textHash("49 780"), Reading: &total}},
	})
	w.must(err)
	w.as("the Belgian contributor").post(w.url("check", "confirm"), url.Values{
		"record": {record}, "question": {"costs"}, "rule": {"money.currency"}, "version": {"2"}, "word": {"in EUR"},
	})
	if stored := w.written(record, "costs").Confirmed; stored == nil || stored.Reading == nil || stored.Reading.Total == nil || len(stored.Warnings) != 1 {
		t.Errorf("stored is %+v", stored)
	}
}

func TestAllAnswersStandAsTheyPrint(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		w.cell(t.Context(), record, "heading", "CAMEROON\n& CHAD:")
		w.cell(t.Context(), record, "title", "Two parts, see www.example.org:\n\n1. inform\n2. listen")
		w.cell(t.Context(), record, "note", "Nothing to add")
		_, err := w.flow.SaveRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, record, workflow.RecordSave{Section: "origin", Status: forms.Finished, From: 1})
		w.must(err)
		w.must(w.flow.SetOrganisations(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, []string{"Fedasil"}))
		body := w.as("the Belgian reader").page(w.url("check"))
		checkStructure(t, body)
		for _, says := range []string{`<a href="http://www.example.org" rel="noopener">www.example.org</a>:`, "<ol>\n<li>inform</li>\n<li>listen</li>\n</ol>", "&amp; CHAD</p>"} {
			if !strings.Contains(body, says) {
				t.Errorf("the page does not say %q:\n%s", says, body)
			}
		}
		var printed bytes.Buffer
		_, err = w.flow.DownloadDraft(t.Context(), w.actor("the Belgian reader").Scope(), w.belgium.ID, workflow.Printing{}, document.HTML, &printed)
		w.must(err)
		inOrder := []string{"Fedasil", "Whom can we ask?", "The ministry", "In countries of origin", "CAMEROON", "Title", "Two parts", "inform", "Costs", "49.780 EUR",
			"Finished", "Nothing to add", "Norway asks further", "Was it a success?", "many people came"}
		for what, page := range map[string]string{"the document": "<main>" + printed.String(), "the page": body} {
			_, rest, _ := strings.Cut(words(page), "Who contributed")
			if what == "the document" {
				_, rest, _ = strings.Cut(words(page), "Contributions from")
			}
			for _, next := range inOrder {
				before := rest
				if _, rest, _ = strings.Cut(rest, next); rest == "" {
					t.Errorf("in %s %q does not follow: %s", what, next, before)
					break
				}
			}
		}
	})
}

func TestWhatTheRequesterAsksStandsAtItsAnswer(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		w.must(w.submitted())
		_, err := w.flow.Return(t.Context(), w.actor("the Norwegian coordinator"), w.belgium.ID, "Which year was it?", []workflow.Place{{Record: record, Question: "title"}})
		w.must(err)
		b := w.as("the Belgian coordinator")
		body := b.page(w.url("check"))
		checkStructure(t, body)
		for _, says := range []string{"Norway asks you to look again", `<a href="#r1-title"><bdi>1. CAMEROON: Title</bdi></a>`, "You have not changed it since version 1.", "What you changed since version 1: 0 answers"} {
			if !strings.Contains(body, says) {
				t.Errorf("before it was changed the page does not say %q:\n%s", says, words(body))
			}
		}
		w.clock = w.clock.Add(time.Hour)
		w.cell(t.Context(), record, "title", "A campaign of 2015")
		body = b.page(w.url("check"))
		_, row, _ := strings.Cut(body, `id="r1-title"`)
		for _, says := range []string{"Which year was it?", "What you changed since version 1:", "of 2015"} {
			if !strings.Contains(row, says) {
				t.Errorf("after it was changed the answer does not say %q:\n%s", says, words(body))
			}
		}
		if !strings.Contains(body, "What you changed since version 1: 1 answer<") || !strings.Contains(body, "It takes the place of version 1") {
			t.Errorf("the page says:\n%s", words(body))
		}
	})
}

func TestWhatIsSaidBeforeSubmitting(t *testing.T) {
	late := func(w *world) { w.clock = w.clock.AddDate(0, 0, 10) }
	closed := func(w *world) {
		_, err := w.flow.Close(w.t.Context(), w.actor("the Norwegian coordinator"), w.ahq.ID)
		w.must(err)
	}
	for _, c := range []struct {
		when   string
		who    string
		is     func(*world)
		says   []string
		silent []string
	}{
		{"in time", "the Belgian coordinator", func(*world) {},
			[]string{"Norway is told", "can withdraw it; after that, amend it", "closes the AHQ after 23 January 2017", "May your answer be disseminated wider?"}, []string{"marked late", " checked"}},
		{"late", "the Belgian coordinator", late, []string{"The reply-by date was 23 January 2017.", "marked late"}, []string{"after 23 January 2017"}},
		{"after closing, for the first time", "the Belgian coordinator", closed, []string{"Ask Norway to reopen it."}, []string{"Submit the response"}},
		{"returned, after closing", "the Belgian coordinator", func(w *world) {
			w.must(w.submitted())
			_, err := w.flow.Return(w.t.Context(), w.actor("the Norwegian coordinator"), w.belgium.ID, "Why?", nil)
			w.must(err)
			closed(w)
		}, []string{"For version 1 you chose “Yes: our answer may be published”. Please choose again.", "since you have answered before, and marked late", "This is about the response as a whole.", "Submit the response"}, []string{" checked"}},
		{"by a contributor", "the Belgian contributor", func(*world) {}, []string{"A coordinator of Belgium submits this response."}, []string{"Submit the response"}},
		{"by a reader", "the Belgian reader", func(*world) {}, []string{"All answers"}, []string{"Submit the response", ">Change<"}},
		{"with a warning", "the Belgian coordinator", func(w *world) { w.cell(w.t.Context(), "r1", "costs", "49 780") },
			[]string{"1 warning stays open. Norway sees that.", `href="#r1-costs"`}, nil},
		{"submitted", "the Belgian coordinator", func(w *world) { w.must(w.submitted()) }, []string{"All answers"}, []string{"Submit the response", "What you changed"}},
	} {
		t.Run(c.when, func(t *testing.T) {
			w := newWorld(t)
			w.complete()
			c.is(w)
			body := w.as(c.who).page(w.url("check"))
			checkStructure(t, body)
			for _, says := range c.says {
				if !strings.Contains(body, says) {
					t.Errorf("the page does not say %q:\n%s", says, words(body))
				}
			}
			for _, silent := range c.silent {
				if strings.Contains(body, silent) {
					t.Errorf("the page says %q:\n%s", silent, words(body))
				}
			}
		})
	}
}

func TestOfRecordsThatAreThereTwiceOneCounts(t *testing.T) {
	w := newWorld(t)
	q := campaigns
	q.Tables = append([]forms.Table(nil), q.Tables...)
	q.Tables[0].Unique = []string{"title", "costs"}
	w.ahq.Questionnaire = q
	w.must(w.flow.Store.Tx(t.Context(), func(tx *models.Tx) error {
		a, err := tx.AHQ(t.Context(), models.Scope{Unlimited: true}, w.ahq.ID)
		if err != nil {
			return err
		}
		a.Questionnaire = q
		return tx.SaveAHQ(t.Context(), &a)
	}))
	record := w.complete()
	_, err := w.flow.DuplicateRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, record, true)
	w.must(err)
	b := w.as("the Belgian contributor")
	body := b.page(w.url("check"))
	checkStructure(t, body)
	if !strings.Contains(body, `name="word" value="r1">`) {
		t.Fatalf("it does not offer the two:\n%s", words(body))
	}
	b.post(w.url("check", "confirm"), url.Values{"record": {"r2"}, "question": {"costs"}, "rule": {"record.twice"}, "version": {"1"}, "word": {"r1"}})
	if body := b.page(w.url("check")); strings.Contains(body, `name="word" value="r1">`) {
		t.Errorf("it still asks:\n%s", words(body))
	}
}

func TestManyProblemsAreNotAllListedAtOnce(t *testing.T) {
	w := newWorld(t)
	w.complete()
	for range 8 {
		_, err := w.flow.AddRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, "origin")
		w.must(err)
	}
	body := w.as("the Belgian coordinator").page(w.url("check"))
	checkStructure(t, body)
	_, summary, _ := strings.Cut(body, `<details class="summary" open>`)
	summary, _, _ = strings.Cut(summary, "</details>")
	if n := strings.Count(summary, "<li"); n != mostLinks || !strings.Contains(summary, "These 24 errors stand in the way") || !strings.Contains(summary, "4 more stand in the records below.") {
		t.Errorf("%d are listed:\n%s", n, summary)
	}
	if !strings.Contains(body, `<a href="#r9"><bdi>Campaign 9</bdi></a> <span class="mark error">3 errors</span>`) {
		t.Errorf("beside the names of records stands:\n%s", words(body))
	}
}
