package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// order is the records of the list, as a browser shows them.
func (b *browser) order() string {
	b.t.Helper()
	return do(b, chromedp.Evaluate[string](`[...document.querySelectorAll("#tasks li[id]")].map((row) => row.id).join(" ")`))
}

// Nothing of this loads the page: what was put into it by hand stays.
func TestTheTaskListIsPutInOrderWithoutLoadingThePage(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn("coordinator.fi@example.org")
	list := b.link("/responses/")
	b.open(list, "")
	do(b, chromedp.Evaluate[any](`window.same = true`))

	do(b, chromedp.Click("#r1 summary"))
	do(b, chromedp.Focus("#r1 [name=to]"))
	do(b, chromedp.KeyEvent(kb.Enter))
	do(b, chromedp.WaitVisible("#r2 + #r1"))
	if on := do(b, chromedp.Evaluate[string](`document.activeElement.textContent`)); on != "Move up for 2. IRAQ" {
		t.Errorf("the keyboard is on %q after a move", on)
	}
	if said := do(b, chromedp.Evaluate[string](`document.getElementById("said").textContent`)); said != "2. IRAQ is now 2 of 2." {
		t.Errorf("said is %q", said)
	}

	do(b, chromedp.Click("#r2 summary"))
	do(b, chromedp.Click(`#r2 form[action$="/delete"] button`))
	do(b, chromedp.WaitVisible(".gone"))
	b.picture("list-gone-1280")
	do(b, chromedp.KeyEvent(kb.Enter)) // on Undo
	do(b, chromedp.WaitVisible("#r2 + #r1"))

	do(b, chromedp.Evaluate[any](`drag(document.querySelector("#r1"), document.querySelector("#r2"));
		function drag(what, to) {
			const dataTransfer = new DataTransfer();
			for (const [on, kind] of [[what, "dragstart"], [to, "dragover"], [to, "drop"], [what, "dragend"]])
				on.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
		}`))
	do(b, chromedp.WaitVisible("#r1 + #r2"))
	if got := b.order(); got != "r1 r2" {
		t.Errorf("the order is %q", got)
	}
	if !do(b, chromedp.Evaluate[bool](`window.same === true`)) {
		t.Error("the page was loaded anew")
	}
	if b.open(list, ""); strings.Contains(b.text(), "Undo") {
		t.Error("what was undone is still offered")
	}
}
