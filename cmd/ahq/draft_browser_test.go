package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A requester makes an AHQ from nothing, with the keyboard alone and where the
// browser runs no script; an NCP is asked what was written.
func TestAnAHQIsMadeFromNothingByKeyboardAndWithoutScript(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	do(b, withoutScript)
	b.signIn("coordinator.no@example.org")
	b.open("/ahqs/new", "")
	b.follow("a[href='/ahqs/new?blank=yes']", "ahq-form")
	b.write("#topic", "offices that answer by mail")
	b.write("#reply_by", "02202017")
	b.follow("main .bar button", "questionnaire")

	b.follow("main a[href$='/new-question']", "question")
	b.write("#label", "How many offices answer by mail?")
	b.followAgain("button[value=another]", "question")
	b.write("#label", "Does one of them answer at night?")
	b.write("#kind", "One of several")
	b.followAgain("button[value=list]", "question") // a choice has options to write
	b.write("#option-1", "One does")
	b.write("#option-2", "None does")
	b.follow("button[value=list]", "questionnaire")

	b.follow("main a[href$='/new-table']", "table")
	b.write("#title", "Offices")
	b.write("#record", "office")
	b.follow("main .bar button", "table")
	b.follow("main a[href*='/new-question?table=']", "question")
	b.write("#label", "Name of the office")
	b.follow("button[value=list]", "table")
	b.follow("main .back a", "questionnaire")
	b.tabTo("#q2 summary")
	b.press(kb.Enter)
	b.followAgain("#q2 button[value=up]", "questionnaire")
	if first := do(b, chromedp.Evaluate[string](`document.querySelector("ol.tasks .task-name").innerText`)); !strings.Contains(first, "at night") {
		t.Errorf("the first question is %q", first)
	}
	b.picture("questionnaire-1280")
	b.follow("main a[href$='/trial']", "trial")
	b.picture("trial-1280")
	b.followAgain("main form.cells .bar button", "trial")
	if said := b.text(); !strings.Contains(strings.ToLower(said), "missing") {
		t.Errorf("what is missing is not told:\n%s", said)
	}
	b.follow("main .about a", "ahq")
	ahq := do(b, chromedp.Evaluate[string](`location.pathname`))
	b.follow("main a[href$='/issue']", "issue")
	b.follow("main .bar button", "ahq")
	b.seesAsked(d.url, ahq)
}

// seesAsked signs in as an NCP, and answers what was made.
func (b *browser) seesAsked(url, ahq string) {
	b.t.Helper()
	ncp := openBrowser(b.t, url, 1280, 900)
	ncp.signIn("coordinator.fi@example.org")
	ncp.open(ahq, "")
	response := ncp.link("/responses/")
	ncp.open(response+"/questions", "asked-1280")
	for _, asked := range []string{"How many offices answer by mail?", "Does one of them answer at night?", "None does"} {
		if said := ncp.text(); !strings.Contains(said, asked) {
			b.t.Errorf("the NCP is not asked %q:\n%s", asked, said)
		}
	}
	ncp.open(response, "")
	do(ncp, chromedp.Click("form[action$='/records'] button"))
	ncp.arrives("record")
	if said := ncp.text(); !strings.Contains(said, "Name of the office") {
		b.t.Errorf("the NCP does not see the table:\n%s", said)
	}
}

// followAgain follows to a page of the same name.
func (b *browser) followAgain(selector, page string) {
	b.t.Helper()
	do(b, chromedp.Evaluate[any](`document.body.dataset.left = "yes"`))
	b.tabTo(selector)
	b.press(kb.Enter)
	b.until(`document.readyState === "complete" && !document.body.dataset.left && document.body.dataset.page === %q`, page)
}

// write into a field by keyboard; in a list it chooses what begins so.
func (b *browser) write(field, text string) {
	b.t.Helper()
	b.tabTo(field)
	b.press(text)
	if got := do(b, chromedp.Evaluate[string](fmt.Sprintf("document.querySelector(%q).value", field))); got == "" {
		b.t.Fatalf("%s is empty", field)
	}
}
