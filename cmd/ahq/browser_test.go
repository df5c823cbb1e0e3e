package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"ahq/forms/formstest"
)

// A browser is Chromium with a screen of a given size.
type browser struct {
	t   *testing.T
	ctx context.Context
	url string
}

// openBrowser starts Chromium without a window.
func openBrowser(t *testing.T, url string, width, height int64) *browser {
	t.Helper()
	formstest.Require(t, "chromium")
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("force-prefers-reduced-motion", true)) // a click on what still scrolls misses
	within, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	allocator, stop := chromedp.NewExecAllocator(within, options...)
	t.Cleanup(stop)
	ctx, closeTab := chromedp.NewContext(allocator)
	t.Cleanup(closeTab)
	b := &browser{t, ctx, url}
	do(b, chromedp.EmulateViewport(width, height))
	return b
}

// do is a step that must succeed, and what it gives.
func do[T any](b *browser, step chromedp.Action[T]) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, step)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// open goes to a page and keeps a picture of it where AHQ_TEST_PICTURES says.
func (b *browser) open(path, name string) {
	b.t.Helper()
	do(b, chromedp.Navigate(b.url+path))
	b.picture(name)
}

func (b *browser) picture(name string) {
	b.t.Helper()
	folder := os.Getenv("AHQ_TEST_PICTURES")
	if folder == "" || name == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), do(b, chromedp.FullScreenshot(100)), 0o600); err != nil {
		b.t.Fatal(err)
	}
}

func (b *browser) signIn(email string) {
	b.t.Helper()
	do(b, chromedp.Navigate(b.url+"/sign-in"))
	do(b, chromedp.SendKeys("#email", email))
	do(b, chromedp.SendKeys("#password", everybodysPassword))
	do(b, chromedp.Click("main form button"))
	do(b, chromedp.WaitVisible(".who"))
}

// link is where the first link goes whose address holds this.
func (b *browser) link(part string) string {
	b.t.Helper()
	to := do(b, chromedp.Evaluate[string](`document.querySelector('main a[href*="`+part+`"]').getAttribute('href')`))
	return to
}

func (b *browser) text() string {
	b.t.Helper()
	return do(b, chromedp.Evaluate[string](`document.body.innerText`))
}

// overflow is how many pixels of the page are beyond its right edge.
func (b *browser) overflow() int {
	b.t.Helper()
	return do(b, chromedp.Evaluate[int](`document.documentElement.scrollWidth - document.documentElement.clientWidth`))
}

func TestAnAnswerTypedInABrowserIsSavedAndRead(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn("coordinator.fi@example.org")
	b.open(b.link("/responses/")+"/records/r2", "")
	do(b, chromedp.Evaluate[any](`document.querySelector("textarea[name='costs.text']").value = ""`))
	do(b, chromedp.SendKeys("textarea[name='costs.text']", "49.780 €"))
	do(b, chromedp.Click("h1")) // the cell is left
	b.says("Saved ")
	b.until(`document.getElementById("cell-costs").innerText.includes("49")`)
	b.picture("record-saved-1280")
	if said := b.text(); !strings.Contains(said, "49 780") && !strings.Contains(said, "49\u00a0780") {
		t.Errorf("the page does not say how the costs were read:\n%s", said)
	}
}

// Every page of the three desks fits a telephone and a desk, without a sideways scroll.
func TestPagesFitATelephone(t *testing.T) {
	d := startDemo(t)
	for _, size := range []struct {
		name  string
		width int64
	}{{"320", 320}, {"1280", 1280}} {
		t.Run(size.name, func(t *testing.T) {
			b := openBrowser(t, d.url, size.width, 800)
			for _, page := range pagesOfTheDesks() {
				b.signInAs(page.who)
				b.open(page.path(b), page.name+"-"+size.name)
				if beyond := b.overflow(); beyond > 0 {
					t.Errorf("%s is %d pixels too wide", page.name, beyond)
				}
			}
		})
	}
}

// signInAs changes who the browser is, if need be.
func (b *browser) signInAs(who string) {
	b.t.Helper()
	do(b, chromedp.Navigate(b.url+"/"))
	if strings.Contains(do(b, chromedp.Evaluate[string](`(document.querySelector('.who') || {innerText: ''}).innerText`)), who) {
		return
	}
	if strings.Contains(b.text(), "Sign out") {
		do(b, chromedp.Click(".who button"))
		do(b, chromedp.WaitVisible("#email"))
	}
	do(b, chromedp.Navigate(b.url+"/sign-in"))
	do(b, chromedp.Evaluate[any](`[...document.querySelectorAll('main button')].find(b => b.innerText.startsWith("`+who+`")).click()`))
	do(b, chromedp.WaitVisible(".who"))
}

// A deskPage is a page, whose it is, and how its address is found from the home page.
type deskPage struct {
	name string
	who  string
	path func(*browser) string
}

func pagesOfTheDesks() []deskPage {
	at := func(path string) func(*browser) string { return func(*browser) string { return path } }
	below := func(link, rest string) func(*browser) string {
		return func(b *browser) string { return b.link(link) + rest }
	}
	const finland, belgium, norway, administrator = "Finnish coordinator", "Belgian coordinator", "Norwegian coordinator", "Administrator"
	return []deskPage{
		{"home", finland, at("/")},
		{"response", finland, below("/responses/", "")},
		{"record", finland, below("/responses/", "/records/r1")},
		{"check", finland, below("/responses/", "/check")},
		{"decline", finland, below("/responses/", "/decline")},
		{"history", finland, below("/responses/", "/history")},
		{"response-submitted", belgium, below("/responses/", "")},
		{"record-submitted", belgium, below("/responses/", "/records/r18")},
		{"receipt", belgium, below("/responses/", "/receipt")},
		{"version", belgium, below("/responses/", "/versions/1")},
		{"requester-home", norway, at("/")},
		{"ahqs", norway, at("/ahqs")},
		{"ahq", norway, below("/ahqs/", "")},
		{"ahq-new", norway, at("/ahqs/new")},
		{"ahq-new-form", norway, at("/ahqs/new?questionnaire=norway-2016")},
		{"extend", norway, below("/ahqs/", "/extend")},
		{"corrigendum", norway, below("/ahqs/", "/corrigendum")},
		{"compilers", norway, below("/ahqs/", "/compilers")},
		{"enter-for", norway, below("/ahqs/", "/enter-for")},
		{"compile", norway, below("/ahqs/", "/compile")},
		{"ahq-history", norway, below("/ahqs/", "/history")},
		{"tokens", norway, at("/tokens")},
		{"people", administrator, at("/people")},
		{"invite", administrator, at("/people/new")},
		{"participants", administrator, at("/participants")},
		{"outbox", administrator, at("/outbox")},
	}
}
