package handlers

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ahq/forms"
)

// button of a page that has these words, as its form sends it.
func button(t testing.TB, page, words string) (name, value string) {
	t.Helper()
	for n := range parse(t, page).Descendants() {
		if n.Type == html.ElementNode && n.Data == "button" && strings.Join(strings.Fields(textOf(n)), " ") == words {
			return attr(n, "name"), attr(n, "value")
		}
	}
	t.Fatalf("no button says %q:\n%s", words, page)
	return "", ""
}

// click presses a button of a page without scripts, and comes to the next page.
func (b *browser) click(page, words string) string {
	b.t.Helper()
	body := b.page(page)
	name, value := button(b.t, body, words)
	form := fields(b.t, body)
	form.Add(name, value)
	a := b.post(page, form)
	if a.Code != http.StatusSeeOther {
		b.t.Fatalf("%q is answered %d: %s", words, a.Code, a.Body)
	}
	return b.page(strings.Split(a.To, "#")[0])
}

func TestWhatWasReadIsConfirmedInOneClick(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		after := b.click(page, "Right: Costs")
		checkStructure(t, after)
		got := w.written(record, "costs").Confirmed
		if got == nil || shownCorrection(got.Reading) != `{"total":"49780.00","currency":"EUR"}` || got.Of != textHash("49.780 EUR") {
			t.Fatalf("confirmed is %+v", got)
		}
		if !strings.Contains(after, "Confirmed: <strong>49\u00a0780\u00a0EUR, total</strong>") {
			t.Errorf("the page does not say what was confirmed:\n%s", words(after))
		}
		if a := b.post(page, with(b.form(page), "title.text", "Another title")); a.Code != http.StatusSeeOther || w.written(record, "costs").Confirmed == nil {
			t.Error("saving another cell takes back what was confirmed")
		}
		b.click(page, "Undo: Costs")
		if got := w.written(record, "costs").Confirmed; got != nil {
			t.Errorf("after undoing, %+v is confirmed", got)
		}
	})
}

func TestWhatWasReadOfOneTextIsNotConfirmedOfAnother(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	name, value := button(t, b.page(page), "Right: Costs")
	a := b.post(page, with(b.form(page), "costs.text", "12 NOK", name, value))
	if got := w.written(record, "costs"); a.Code != http.StatusSeeOther || got.Text != "12 NOK" || got.Confirmed != nil {
		t.Errorf("answered %d, stored is %+v", a.Code, got)
	}
	if !strings.HasSuffix(a.To, "#costs") {
		t.Errorf("it comes back to %q, not to its cell", a.To)
	}
}

func TestHowATextIsReadIsChangedFromWhatWasRead(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	form := b.form(page)
	if form.Get("costs.read.total") != "49780" || form.Get("costs.read.currency") != "EUR" {
		t.Fatalf("the fields hold %q %q, not what was read", form.Get("costs.read.total"), form.Get("costs.read.currency"))
	}
	for _, c := range []struct {
		what, total, currency, said string
	}{
		{"one of two", "49.78", "EUR", `{"total":"49.78"}`},
		{"the other too", "49.78", "NOK", `{"total":"49.78","currency":"NOK"}`},
		{"the first no more", "", "NOK", `{"currency":"NOK"}`},
		{"nothing any more", "49780", "", ``},
	} {
		b.post(page, with(b.form(page), "costs.read.total", c.total, "costs.read.currency", c.currency))
		got := ""
		if confirmed := w.written(record, "costs").Confirmed; confirmed != nil {
			got = shownCorrection(confirmed.Reading)
		}
		if got != c.said {
			t.Errorf("%s: %s is said, not %s", c.what, got, c.said)
		}
	}
}

func TestAVerdictIsChosenInOneClick(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		if body := b.page(page); !strings.Contains(body, `aria-pressed="true"><bdi>Yes</bdi> <small>as read</small>`) {
			t.Fatalf("what was read is not shown:\n%s", words(body))
		}
		after := b.click(page, "Cannot say yet")
		if got := w.written(record, "success").Confirmed; got == nil || *got.Reading.Verdict != forms.Unknown {
			t.Errorf("confirmed is %+v", got)
		}
		if !strings.Contains(after, `aria-pressed="true"><bdi>Cannot say yet</bdi> <small>as chosen</small>`) {
			t.Errorf("what was chosen is not shown:\n%s", words(after))
		}
		b.click(page, "Cannot say yet as chosen")
		if got := w.written(record, "success").Confirmed; got != nil {
			t.Errorf("pressed again, it stays: %+v", got)
		}
	})
}

func TestAReasonIsGivenInOneClick(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		w.cell(t.Context(), record, "costs", "") // the one answer of the page that is empty
		for _, c := range []struct {
			click  string
			reason forms.Reason
		}{
			{"Not applicable", forms.NotApplicable}, {"No information", forms.NoInformation}, {"Not yet", forms.NotYet}, {"May not be disclosed", forms.NotDisclosed},
		} {
			b.click(page, c.click)
			if got := w.written(record, "costs"); got.Reason != c.reason || got.Text != "" {
				t.Errorf("%s stores %+v", c.click, got)
			}
		}
		b.click(page, "Undo: Costs")
		if got := w.written(record, "costs"); got.Reason != "" {
			t.Errorf("after undoing, stored is %+v", got)
		}
	})
}

func TestAnAnswerThatWasCopiedBecomesSameAsInOneClick(t *testing.T) {
	w := newWorld(t)
	first := w.complete()
	second, err := w.flow.DuplicateRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, first, true)
	w.must(err)
	long := "Yes, many people came, and most of them stayed until the end."
	w.cell(t.Context(), first, "success", long)
	w.cell(t.Context(), second.ID, "success", long)
	b, page := w.as("the Belgian contributor"), w.url("records", second.ID)
	after := b.click(page, "Say “same as in 1. CAMEROON” instead")
	if got := w.written(second.ID, "success"); got.Reason != forms.SameAs || got.As != first || got.Text != "" {
		t.Errorf("stored is %+v", got)
	}
	if !strings.Contains(after, "<strong>No answer:</strong> Same as in 1. CAMEROON") {
		t.Errorf("the page does not say so:\n%s", words(after))
	}
	checkStructure(t, after)
}

func TestAWarningIsConfirmedWithAWordAndUsualWordsAreOffered(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	w.cell(t.Context(), record, "costs", "40 000")
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	body := b.page(page)
	if !strings.Contains(body, `list="costs.confirm.money.currency.words"`) || !strings.Contains(body, `<option value="in EUR">`) {
		t.Errorf("no usual words are offered:\n%s", body)
	}
	checkStructure(t, body)
	if !strings.Contains(body, `href="#costs"><strong>Please check:</strong>`) {
		t.Error("the summary does not lead to the cell")
	}
	b.post(page, with(b.form(page), "costs.confirm.money.currency", "in EUR"))
	if body := b.page(page); strings.Contains(body, "Please check") || strings.Contains(body, "What still needs a look") {
		t.Errorf("what was confirmed is still asked:\n%s", words(body))
	}
}

func TestAPageThatNobodyHasBegunIsCalm(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		r, err := w.flow.AddRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, "origin")
		w.must(err)
		b, page := w.as("the Belgian contributor"), w.url("records", r.ID)
		body := b.page(page)
		for _, loud := range []string{"Missing", "still needs a look", "aria-invalid", `class="error"`} {
			if strings.Contains(body, loud) {
				t.Errorf("an empty page says %q", loud)
			}
		}
		checkStructure(t, body)
		b.post(page, with(b.form(page), "title.text", "A title"))
		body = b.page(page)
		if !strings.Contains(body, "2 missing") || !strings.Contains(body, `<li><a href="#costs" dir="auto">Costs</a></li>`) {
			t.Errorf("what is missing is not told:\n%s", words(body))
		}
	})
}

func TestEveryAnswerOfARecordCanBeJumpedTo(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	w.cell(t.Context(), record, "costs", "40 000")
	body := w.as("the Belgian contributor").page(w.url("records", record))
	for cell, state := range map[string]string{"heading": "Done", "note": "Empty", "title": "Done", "costs": "Check", "success": "Done"} {
		if !strings.Contains(body, `data-of="`+cell+`">`+state+"<") {
			t.Errorf("the list does not say that %s is %q", cell, state)
		}
	}
}

func TestWhatHasNotStartedIsSaidOnceForAllFollowUpQuestions(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		w.cell(t.Context(), record, "success", "")
		b, page := w.as("the Belgian contributor"), w.url("records", record)
		form := with(b.form(page), "then", "not-started", "title.text", "Typed before the click")
		if a := b.post(page, form); a.Code != http.StatusSeeOther || !strings.HasSuffix(a.To, "#later") {
			t.Fatalf("answered %d, to %q", a.Code, a.To)
		}
		if got := w.written(record, "success"); got.Reason != forms.NotYet {
			t.Errorf("stored is %+v", got)
		}
		if got := w.written(record, "title"); got.Text != "Typed before the click" || got.Reason != "" {
			t.Errorf("the title is %+v", got)
		}
		b.click(page, "Undo: it has started")
		if got := w.written(record, "success"); got.Reason != "" {
			t.Errorf("after undoing, stored is %+v", got)
		}
	})
}

func TestOfTwoTextsOneIsKept(t *testing.T) {
	for _, c := range []struct{ button, stored string }{
		{"Keep mine: Title", "A campaign for all of us"},
		{"Take theirs: Title", "A campaign for everybody"},
	} {
		t.Run(c.button, func(t *testing.T) {
			w := newWorld(t)
			record := w.complete()
			b, page := w.as("the Belgian contributor"), w.url("records", record)
			mine := with(b.form(page), "title.text", "A campaign for all of us")
			w.cell(t.Context(), record, "title", "A campaign for everybody")
			a := b.post(page, mine)
			checkStructure(t, a.Body)
			for _, both := range []string{"only theirs: </span>everybody", "only yours: </span>all of us"} {
				if a.Code != http.StatusConflict || !strings.Contains(a.Body, both) {
					t.Errorf("answered %d, without %q:\n%s", a.Code, both, a.Body)
				}
			}
			name, value := button(t, a.Body, c.button)
			form := fields(t, a.Body)
			form.Set(name, value)
			if again := b.post(page, form); again.Code != http.StatusSeeOther {
				t.Errorf("choosing is answered %d", again.Code)
			}
			if got := w.written(record, "title").Text; got != c.stored {
				t.Errorf("stored is %q", got)
			}
		})
	}
}

func TestALongAnswerSaysHowLongItIsNearTheLimitOnly(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	for length, says := range map[int]string{10_000: "", 190_000: `<p class="hint length">190,000 of at most 200,000 characters.`, 200_001: "Error:"} {
		w.cell(t.Context(), record, "title", strings.Repeat("é", length))
		body := b.page(page)
		if !strings.Contains(body, says) || says == "" && strings.Contains(body, "hint length") {
			t.Errorf("at %d characters, it does not say %q", length, says)
		}
	}
}

func TestAReaderFindsNoButtons(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	body := w.as("the Belgian reader").page(w.url("records", record))
	for _, n := range readPage(t, body).all("button") {
		if name := attr(n, "name"); name != "" && !has(n, "disabled") {
			t.Errorf("a reader is offered %q", textOf(n))
		}
	}
	if !strings.Contains(body, "Read as <strong>49\u00a0780\u00a0EUR, total</strong>") {
		t.Error("a reader does not see what was read")
	}
	checkStructure(t, body)
}

func TestOfARecordThatIsThereTwiceOneCostCounts(t *testing.T) {
	w := newWorld(t)
	pages := w.seeded()
	b := w.as("the Belgian coordinator")
	for _, page := range pages {
		body := b.page(page)
		checkStructure(t, body)
		_, says, found := strings.Cut(body, `name="costs.confirm.record.twice" value="`)
		if !found {
			continue
		}
		id, _, _ := strings.Cut(says, `"`)
		if a := b.post(page, with(b.form(page), "costs.confirm.record.twice", id)); a.Code != http.StatusSeeOther {
			t.Fatalf("answered %d", a.Code)
		}
		after := b.page(page)
		if strings.Contains(after, "Delete one of the two") || !strings.Contains(after, "counts\n<input type=\"hidden\" name=\"costs.confirm.record.twice\" value=\""+id) {
			t.Errorf("the page does not say whose cost counts:\n%s", words(after))
		}
		return
	}
	t.Error("no record of the seed is there twice")
}

// Whatever a form says in the names of buttons, it breaks nothing.
func TestButtonsThatNobodyOfferedAreRefused(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	b, page := w.as("the Belgian contributor"), w.url("records", record)
	for _, c := range []struct {
		field, value string
		code         int
	}{
		{"costs.right", "{", 422},
		{"costs.right", `{"nonsense":1}`, 422},
		{"costs.filled", "[]", 422},
		{"costs.because", "bored", 422},
		{"costs.because", "same_as:../x", 422},
		{"costs.instead", "same_as:", 303},
		{"success.read.verdict", "perhaps", 303},
		{"costs.mine", "yes", 303},
	} {
		form := b.form(page)
		form.Set(c.field, c.value)
		if a := b.post(page, form); a.Code != c.code {
			t.Errorf("%s=%s is answered %d, not %d", c.field, c.value, a.Code, c.code)
		}
	}
}
