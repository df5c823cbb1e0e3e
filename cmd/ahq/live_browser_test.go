package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

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
	other.until(others, "Belgian coordinator (in Costs")
	other.until(marked, "Belgian coordinator")
	list.until(inList, "you (in another window)")
	do(other, chromedp.Focus("#costs"))
	one.until(others, "Belgian contributor (in Costs")
	list.until(inList, "Belgian contributor")
	if other.overflow() > 0 {
		t.Errorf("the page is %d pixels too wide", other.overflow())
	}
	other.picture("live-here-320")
	one.picture("live-here-1280")

	v.send(v.get(response+"/records/r2"), response+"/records/r2", map[string]string{"title.text": "somebody is at home here"})
	list.until(inList, "somebody is at home here")
	list.until(inList, "Here now:")
	list.picture("live-list-1280")

	do(one, chromedp.Navigate(d.url+response))
	other.until("!("+others+")", "Belgian coordinator (in Costs")
	v.send(v.get(response+"/check"), response+"/submit", map[string]string{"wider": "yes"})
	other.until(told, "Belgian coordinator submitted this response")
	list.until(told, "You submitted this response")
	other.picture("live-submitted-320")
}
