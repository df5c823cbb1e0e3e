package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The whole way of an NCP, from signing in to the receipt, for who uses no mouse.
func TestTheWayToTheReceiptIsGoneByKeyboard(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	b.open("/sign-in", "")
	b.tabTo("#email")
	b.press("coordinator.fi@example.org", kb.Tab, everybodysPassword, kb.Enter)
	do(b, chromedp.WaitVisible(".who"))
	b.follow("main a[href*='/responses/']", "response")
	for _, record := range []string{"r1", "r2"} {
		b.follow("main a[href$='/records/"+record+"']", "record")
		b.answerByKeyboard()
		b.follow(".bar button[value=list]", "response")
	}
	b.follow("main a[href$='/check']", "check")
	b.tabTo("input[name=wider][value=yes]")
	b.press(" ")
	b.follow("form[action$='/submit'] button:not(.second)", "receipt")
	if said := b.text(); !strings.Contains(said, "Response submitted") {
		t.Errorf("the receipt says:\n%s", said)
	}
}

// answerByKeyboard writes into every empty answer of a record, one after the other.
func (b *browser) answerByKeyboard() {
	b.t.Helper()
	const empty = "textarea[name$='.text']:not(#heading, #note):not(:valid)"
	do(b, chromedp.Evaluate[any](`document.querySelectorAll("textarea[name$='.text']").forEach(t => { t.required = true })`)) // so that empty ones can be told
	for n := do(b, chromedp.Evaluate[int](fmt.Sprintf("document.querySelectorAll(%q).length", empty))); n > 0; n-- {
		b.tabTo(empty)
		b.press("Not known.")
	}
	do(b, chromedp.Evaluate[any](`document.querySelectorAll("textarea[name$='.text']").forEach(t => { t.required = false })`))
}

// press keys, one string after the other: what is typed, or a key of kb.
func (b *browser) press(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		do(b, chromedp.KeyEvent(k))
	}
}

// tabTo presses Tab until the focus stands on what the selector says.
func (b *browser) tabTo(selector string) {
	b.t.Helper()
	const most = 600
	for range most {
		b.press(kb.Tab)
		if do(b, chromedp.Evaluate[bool](fmt.Sprintf("document.activeElement.matches(%q)", selector))) {
			return
		}
	}
	b.t.Fatalf("Tab does not lead to %s", selector)
}

// follow a link or a button by keyboard, to a page of that name.
func (b *browser) follow(selector, page string) {
	b.t.Helper()
	b.tabTo(selector)
	b.press(kb.Enter)
	b.arrives(page)
}

// The same way where the browser runs no script.
func TestTheWayToTheReceiptNeedsNoScript(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	do(b, withoutScript)
	b.signIn("coordinator.fi@example.org")
	response := b.link("/responses/")
	for _, record := range []string{"r1", "r2"} {
		b.open(response+"/records/"+record, "")
		for _, name := range do(b, chromedp.Evaluate[[]string](`[...document.querySelectorAll("textarea[name$='.text']:not(#heading, #note)")].filter(t => t.value === "").map(t => t.id)`)) {
			do(b, chromedp.SendKeys("#"+name, "Not known."))
		}
		do(b, chromedp.Click(".bar button[value=list]"))
		b.arrives("response")
	}
	b.open(response+"/check", "")
	do(b, chromedp.Click("input[name=wider][value=yes]"))
	do(b, chromedp.Click("form[action$='/submit'] button:not(.second)"))
	b.arrives("receipt")
	if said := b.text(); !strings.Contains(said, "Response submitted") {
		t.Errorf("the receipt says:\n%s", said)
	}
}

// withoutScript runs no script of a page; what a test evaluates still runs.
func withoutScript(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
	_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return chromedp.Void{}, err
}
