package main

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// What one saves stands at once in the page of who has the same record open, even
// where they are in that cell and have typed nothing.
func TestATextArrivesWhereNobodyTyped(t *testing.T) {
	d := startDemo(t)
	v := signIn(t, d.url, "coordinator.be@example.org", everybodysPassword)
	response := v.get("/").link(t, "/responses/")
	v.send(v.get(response+"/withdraw"), response+"/withdraw", nil)
	one, other := openBrowser(t, d.url, 1280, 900), openBrowser(t, d.url, 320, 800)
	one.signIn("coordinator.be@example.org")
	other.signIn("contributor.be@example.org")
	one.open(response+"/records/r2", "")
	other.open(response+"/records/r2", "")
	do(other, chromedp.Focus("#costs"))
	do(one, chromedp.Focus("#costs"))
	one.until(`document.querySelector(".also").textContent.includes("Belgian contributor (in Costs")`)

	do(one, chromedp.Evaluate[any](`document.activeElement.select()`))
	do(one, chromedp.KeyEvent("12.345 EUR in all"))
	other.until(`document.getElementById("costs").value === "12.345 EUR in all"`)
	other.until(`document.activeElement.id === "costs"`)
	other.until(`document.querySelector(".changed").textContent.startsWith("Changed by Belgian coordinator")`)

	v.send(v.get(response+"/check"), response+"/submit", map[string]string{"wider": "yes"})
	other.until(`[...document.querySelectorAll("form.cells textarea")].every((text) => text.readOnly)`)
}
