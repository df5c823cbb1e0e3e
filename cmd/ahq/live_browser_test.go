package main

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// becomes waits for something to be so in the page, and fails when it never is.
func (b *browser) becomes(what string, with ...any) {
	b.t.Helper()
	what = fmt.Sprintf(what, with...)
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if so, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("Boolean("+what+")")); err == nil && so {
			return
		}
	}
	b.t.Fatalf("never so: %s\nthe page says: %s", what, b.text())
}

const (
	others = `document.querySelector(".also").textContent.includes(%q)`
	marked = `document.getElementById("cell-costs").previousElementSibling.textContent.includes(%q)`
	inList = `document.getElementById("r2").textContent.includes(%q)`
	told   = `document.querySelector("#live [role=alert]")?.textContent.startsWith(%q)`
)

// Two people of an NCP have the same record open, and one of them the list of all
// records too: they see where the other is, and what happens to the response.
func TestTwoPeopleSeeEachOther(t *testing.T) {
	d := startDemo(t)
	v := signIn(t, d.url, "coordinator.be@example.org", everybodysPassword)
	response := v.get("/").link(t, "/responses/")
	v.send(v.get(response+"/withdraw"), response+"/withdraw", nil)
	one, other := openBrowser(t, d.url, 1280, 900), openBrowser(t, d.url, 320, 800)
	list := openBrowser(t, d.url, 1280, 900)
	one.signIn("coordinator.be@example.org")
	other.signIn("contributor.be@example.org")
	list.signIn("coordinator.be@example.org")
	one.open(response+"/records/r2", "")
	other.open(response+"/records/r2", "")
	list.open(response, "")

	do(one, chromedp.Focus("#costs"))
	other.becomes(others, "Belgian coordinator (in Costs")
	other.becomes(marked, "Belgian coordinator")
	list.becomes(inList, "you (in another window)")
	do(other, chromedp.Focus("#costs"))
	one.becomes(others, "Belgian contributor (in Costs")
	list.becomes(inList, "Belgian contributor")
	if other.overflow() > 0 {
		t.Errorf("the page is %d pixels too wide", other.overflow())
	}
	other.picture("live-here-320")
	one.picture("live-here-1280")

	v.send(v.get(response+"/records/r2"), response+"/records/r2", map[string]string{"title.text": "somebody is at home here"})
	list.becomes(inList, "somebody is at home here")
	list.becomes(inList, "Here now:")
	list.picture("live-list-1280")

	do(one, chromedp.Navigate(d.url+response))
	other.becomes("!("+others+")", "Belgian coordinator (in Costs")
	v.send(v.get(response+"/check"), response+"/submit", map[string]string{"wider": "yes"})
	other.becomes(told, "Belgian coordinator submitted this response")
	list.becomes(told, "You submitted this response")
	other.picture("live-submitted-320")
}
