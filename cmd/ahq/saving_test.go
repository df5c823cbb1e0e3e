package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

const finland = "coordinator.fi@example.org"

// at is the same browser for a part of a test, in a page where cells save themselves.
func (b *browser) at(t *testing.T, page string) *browser {
	t.Helper()
	here := &browser{t, b.ctx, b.url}
	here.open(page, "")
	here.says("Each answer is saved by itself")
	return here
}

// tab is another one of the same browser.
func (b *browser) tab(path string) *browser {
	b.t.Helper()
	ctx, closeTab := chromedp.NewContext(b.ctx)
	b.t.Cleanup(closeTab)
	return (&browser{b.t, ctx, b.url}).at(b.t, path)
}

// until waits for something to be so in the page, and fails when it never is.
func (b *browser) until(what string, with ...any) {
	b.t.Helper()
	if len(with) > 0 {
		what = fmt.Sprintf(what, with...)
	}
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if so, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("Boolean("+what+")")); err == nil && so {
			return
		}
	}
	b.picture("never-so")
	b.t.Fatalf("never so: %s\nthe page says: %s", what, b.text())
}

// arrives waits until all of a page is there, and its scripts ran.
func (b *browser) arrives(page string) {
	b.t.Helper()
	b.until(`document.readyState === "complete" && document.body.dataset.page === %q`, page)
}

// says waits until the page says this of what is saved.
func (b *browser) says(words string) {
	b.t.Helper()
	b.until(`document.querySelector(".saving")?.firstElementChild.textContent.includes(%q)`, words)
}

// types writes at the end of a cell, as somebody does.
func (b *browser) types(cell, text string) {
	b.t.Helper()
	do(b, chromedp.Evaluate[any](fmt.Sprintf(`(() => { const at = document.getElementById(%q); if (at !== document.activeElement) { at.focus(); at.setSelectionRange(at.value.length, at.value.length); } })()`, cell)))
	do(b, chromedp.KeyEvent(text))
}

// holds is the text in a cell of the page.
func (b *browser) holds(cell string) string {
	b.t.Helper()
	return do(b, chromedp.Evaluate[string](fmt.Sprintf(`document.getElementById(%q).value`, cell)))
}

// leaves moves on to another cell.
func (b *browser) leaves(to string) {
	b.t.Helper()
	do(b, chromedp.Evaluate[any](fmt.Sprintf(`document.getElementById(%q).focus()`, to)))
}

// stored is the text of a cell as the server has it.
func (d *demo) stored(t *testing.T, record, cell string) string {
	t.Helper()
	v := signIn(t, d.url, finland, everybodysPassword)
	form, _ := v.get(record).form(t, record)
	return form.Get(cell + ".text")
}

func (d *demo) mustHold(t *testing.T, record, cell, text string) {
	t.Helper()
	if got := d.stored(t, record, cell); got != text {
		t.Errorf("the server has %q in %s, not %q", got, cell, text)
	}
}

// kept is how many texts wait in the browser.
func (b *browser) kept() int {
	b.t.Helper()
	return do(b, chromedp.Evaluate[int](`Object.keys(localStorage).length`))
}

// kill ends the server as a power cut does, and port is where it was.
func (d *demo) kill(t *testing.T) (port string) {
	t.Helper()
	if err := d.process.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = d.process.Wait() // it was killed
	return strings.TrimPrefix(d.url, "http://")
}

// Each part finds the record as the one before left it.
func TestCellsSaveThemselves(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn(finland)
	record := b.link("/responses/") + "/records/r2"
	for _, part := range []struct {
		name string
		play func(*testing.T, *demo, *browser, string)
	}{
		{"what is typed is saved", typing},
		{"what was read appears when the cell is left, and undoing stays", leaving},
		{"a verdict is saved by one click", clicking},
		{"what stands beside the cells is saved", beside},
		{"a session that ends asks over the page", signedOut},
		{"two tabs in one cell see both texts, and merge", racing},
		{"two tabs in two cells are both saved", together},
		{"saving and closing waits for what is unsaved, and going back shows it", closed},
		{"saving and closing closes where nothing is unsaved", unchanged},
	} {
		t.Run(part.name, func(t *testing.T) { part.play(t, d, b.at(t, record), record) })
	}
}

func typing(t *testing.T, d *demo, b *browser, record string) {
	before := b.holds("title")
	b.types("title", " and more")
	b.says("Saved ")
	b.types("title", ", still more")
	b.leaves("period")
	b.until(`document.querySelector("[name='title.version']").value > 2`)
	b.says("Saved ")
	b.picture("saving-saved-1280")
	if n := b.kept(); n > 0 {
		t.Errorf("%d texts are kept in the browser after they were saved", n)
	}
	b.open(record, "")
	if got, want := b.holds("title"), before+" and more, still more"; got != want {
		t.Errorf("after a reload the cell holds %q, not %q", got, want)
	}
	d.mustHold(t, record, "title", before+" and more, still more")
}

func leaving(t *testing.T, _ *demo, b *browser, _ string) {
	do(b, chromedp.Evaluate[any](`(() => { const at = document.getElementById("costs"); at.focus(); at.select(); document.execCommand("delete"); window.same = at; })()`))
	b.types("costs", "12.345 EUR")
	b.says("Saved ")
	if strings.Contains(b.text(), "12\u00a0345") {
		t.Error("the reading appears while somebody types")
	}
	b.leaves("title")
	b.until(`document.getElementById("cell-costs").innerText.includes("12\u00a0345")`)
	if !do(b, chromedp.Evaluate[bool](`document.getElementById("costs") === window.same`)) {
		t.Error("the field is another one than somebody typed in")
	}
	b.leaves("costs")
	do(b, chromedp.Evaluate[any](`document.execCommand("undo")`))
	if got := b.holds("costs"); got == "12.345 EUR" {
		t.Error("what was typed before saving cannot be undone")
	}
	b.says("Saved ")
}

func clicking(t *testing.T, d *demo, b *browser, record string) {
	const yes, chosen = `#cell-success .options button[value="yes"]`, `document.querySelector("#cell-success .options [aria-pressed=true]")?.innerText.includes("as chosen")`
	b.types("success", "As we said above.")
	b.leaves("title")
	b.says("Saved ")
	do(b, chromedp.Click(yes))
	b.until(chosen)
	b.says("Saved ")
	b.open(record, "")
	b.until(chosen)
	b.types("success", " And more.")
	b.leaves("title")
	b.until(`!(` + chosen + `)`) // it was said of another text
}

func beside(t *testing.T, d *demo, b *browser, record string) {
	do(b, chromedp.Evaluate[any](`(() => { const at = document.getElementById("status-is"); at.value = "ongoing"; at.dispatchEvent(new Event("input", {bubbles: true})); at.dispatchEvent(new Event("change", {bubbles: true})); })()`))
	b.says("Saved")
	v := signIn(t, d.url, finland, everybodysPassword)
	if form, _ := v.get(record).form(t, record); form.Get("status") != "ongoing" {
		t.Errorf("the status is stored as %q", form.Get("status"))
	}
}

func signedOut(t *testing.T, d *demo, b *browser, record string) {
	title := b.holds("title")
	do(b, chromedp.Evaluate[any](`fetch("/sign-out", {method: "POST"}).then(() => { window.out = true; })`))
	b.until(`window.out`)
	b.types("title", " typed on")
	b.until(`document.querySelector("dialog").open`)
	b.picture("saving-again-1280")
	b.says("you were signed out")
	do(b, chromedp.KeyEvent("a wrong password\r"))
	b.until(`document.querySelector("dialog .wrong").textContent`)
	do(b, chromedp.Evaluate[any](`document.getElementById("again-password").value = ""`))
	do(b, chromedp.KeyEvent(everybodysPassword+"\r"))
	b.until(`!document.querySelector("dialog").open`)
	b.says("Saved ")
	if got := b.holds("title"); got != title+" typed on" {
		t.Errorf("the page holds %q", got)
	}
	d.mustHold(t, record, "title", title+" typed on")
}

func racing(t *testing.T, d *demo, one *browser, record string) {
	title := one.holds("title")
	other := one.tab(record)
	one.types("title", " of one")
	one.says("Saved ")
	other.types("title", " of the other")
	other.says("somebody else changed this answer")
	other.leaves("period")
	other.until(`document.querySelector("#cell-title .theirs")?.textContent.includes(" of one")`)
	other.picture("saving-raced-1280")
	if got := other.holds("title"); got != title+" of the other" {
		t.Errorf("the second page holds %q", got)
	}
	d.mustHold(t, record, "title", title+" of one")
	other.types("title", " and of one")
	do(other, chromedp.Evaluate[any](`document.querySelector("#cell-title .theirs [name='title.mine']").click()`))
	other.says("Saved ")
	other.until(`!document.querySelector("#cell-title .theirs")`)
	d.mustHold(t, record, "title", title+" of the other and of one")
	if n := other.kept(); n > 0 {
		t.Errorf("%d texts are kept in the browser after they were saved", n)
	}
}

func together(t *testing.T, d *demo, one *browser, record string) {
	title, partners := one.holds("title"), one.holds("partners")
	other := one.tab(record)
	one.types("title", " of one")
	other.types("partners", " of the other")
	one.says("Saved ")
	other.says("Saved ")
	d.mustHold(t, record, "title", title+" of one")
	d.mustHold(t, record, "partners", partners+" of the other")
}

func closed(t *testing.T, d *demo, b *browser, record string) {
	title := b.holds("title")
	b.types("title", " at last")
	do(b, chromedp.Evaluate[any](`document.querySelector(".bar [value=list]").click(); document.querySelector(".bar [value=list]").click()`))
	b.until(`location.pathname === "` + strings.TrimSuffix(record, "/records/r2") + `" && document.querySelector(".notice")`)
	d.mustHold(t, record, "title", title+" at last")
	do(b, chromedp.NavigateBack())
	b.until(`document.getElementById("title")?.value.endsWith(" at last")`)
}

func unchanged(t *testing.T, _ *demo, b *browser, _ string) {
	b.leaves("title")
	do(b, chromedp.Click(".bar [value=list]"))
	b.arrives("response")
}

// The server dies in the middle of typing. Whoever types goes on, and nothing is
// lost: in the page, over a closed tab, and in the database. What one signs out
// from is nobody's.
func TestNothingIsLostWhenTheServerDies(t *testing.T) {
	data := t.TempDir()
	d := startDemo(t, "--data", data)
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn(finland)
	record := b.link("/responses/") + "/records/r2"
	b = b.at(t, record)
	title, partners := b.holds("title"), b.holds("partners")
	b.types("title", " one")
	b.says("Saved ")
	b.types("title", " two")
	port := d.kill(t)
	b.types("title", " three")
	b.types("partners", " four")
	b.says("Not saved yet: no connection. Your text is kept in this browser")
	b.picture("saving-away-1280")
	if got := b.holds("title"); got != title+" one two three" {
		t.Errorf("the page holds %q", got)
	}

	d = startDemo(t, "--data", data, "--addr", port)
	b.says("Saved ")
	d.mustHold(t, record, "title", title+" one two three")
	d.mustHold(t, record, "partners", partners+" four")
	if n := b.kept(); n > 0 {
		t.Errorf("%d texts are kept in the browser after they were saved", n)
	}

	d.kill(t)
	b.types("title", " five")
	b.says("Not saved yet")
	do(b, chromedp.Navigate("about:blank"))
	d = startDemo(t, "--data", data, "--addr", port)
	b.open(record, "")
	b.says("Saved ")
	if got := b.holds("title"); got != title+" one two three five" {
		t.Errorf("after closing the tab the page holds %q", got)
	}
	d.mustHold(t, record, "title", title+" one two three five")

	d.kill(t)
	b.types("title", " not for others")
	b.says("Not saved yet")
	if b.kept() != 1 {
		t.Fatal("nothing is kept in the browser")
	}
	do(b, chromedp.Evaluate[any](`window.confirm = () => true; document.querySelector(".who button").click()`))
	b.until(`!document.querySelector(".saving")`) // nobody answers
	d = startDemo(t, "--data", data, "--addr", port)
	b.signInAs("Belgian coordinator")
	if n := b.kept(); n > 0 {
		t.Errorf("%d texts are left for the next one", n)
	}
	d.mustHold(t, record, "title", title+" one two three five")
}

// Somebody else submits while one still types, and the page has not heard of it:
// it says so when it saves, and the text can be copied.
func TestWhatIsTypedAfterASubmitStaysInThePage(t *testing.T) {
	d := startDemo(t)
	const belgium = "coordinator.be@example.org"
	colleague := signIn(t, d.url, belgium, everybodysPassword)
	response := colleague.get("/").link(t, "/responses/")
	colleague.send(colleague.get(response+"/withdraw"), response+"/withdraw", map[string]string{"why": "for a test"})
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn(belgium)
	do(b, deaf)
	b = b.at(t, response+"/records/r1")
	title := b.holds("title")
	if p := colleague.send(colleague.get(response+"/check"), response+"/submit", map[string]string{"wider": "yes"}); !strings.Contains(p.body, "Response submitted") {
		t.Fatalf("it is not submitted: %d\n%s", p.code, p.body)
	}
	b.types("title", " too late")
	b.says("Not saved: ")
	b.until(`document.getElementById("title").readOnly && document.getElementById("costs").readOnly`)
	b.picture("saving-submitted-1280")
	if got := b.holds("title"); got != title+" too late" {
		t.Errorf("the page holds %q", got)
	}
	b.open(response+"/records/r1", "")
	b.says("Not saved: ")
	if got := b.holds("title"); got != title+" too late" {
		t.Errorf("after a reload the page holds %q", got)
	}
}

// deaf pages hear nothing of what others do.
func deaf(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
	if _, err := cdp.Call(ctx, target, network.Enable, network.EnableParams{}); err != nil {
		return chromedp.Void{}, err
	}
	_, err := cdp.Call(ctx, target, network.SetBlockedURLs, network.SetBlockedURLsParams{
		URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/*/live", Block: true}},
	})
	return chromedp.Void{}, err
}
