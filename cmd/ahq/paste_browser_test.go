package main

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What is pasted keeps its structure as text.
func TestWhatIsPastedKeepsListsParagraphsAndLinks(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn("coordinator.fi@example.org")
	b.open(b.link("/responses/")+"/records/r2/paste", "")
	for _, c := range []struct{ says, html, want string }{
		{"paragraphs", `<style>p{}</style><p class=x>One <b>bold</b>
			word</p><p>Two<br>lines</p>`, "One bold word\n\nTwo\nlines"},
		{"lists, also within each other", `<p>See:</p><ul><li>one</li><li>two<ul><li>deeper</li></ul></li></ul><ol start=3><li>three</li><li><p>four</p></li></ol>`,
			"See:\n\n• one\n• two\n  • deeper\n3. three\n4. four"},
		{"a link whose words are others", `<a href="https://ec.example.eu/a">the page</a>, <a href="https://www.x.example/">x.example</a>, <a href="javascript:alert(1)">no</a>`,
			"the page (https://ec.example.eu/a), x.example, no"},
		{"a list as Word writes it", `<p class=MsoListParagraphCxSpFirst><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>one<o:p></o:p></p>` +
			`<p class=MsoListParagraphCxSpLast><span style='mso-list:Ignore'>b)<span>&nbsp;</span></span>two</p>`, "• one\nb) two"},
		{"a table", `<table><tr><td><p>Title</p></td><td><p>A</p><p>B</p></td></tr><tr><td>Costs</td><td><ul><li>1</li></ul></td></tr></table>`, "Title\tA\nB\nCosts\t• 1"},
		{"scripts and pictures are dropped", `<script>x</script><img alt="y">text<svg><text>z</text></svg>`, "text"},
	} {
		got := do(b, chromedp.Evaluate[string](`(() => {
			const into = document.querySelector("#text");
			into.value = ""; into.focus();
			const clipboardData = new DataTransfer();
			clipboardData.setData("text/html", `+strconv.Quote(c.html)+`);
			into.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
			return into.value;
		})()`))
		if got != c.want {
			t.Errorf("%s: pasted is %q, not %q", c.says, got, c.want)
		}
	}
}

// A table pasted into a record goes to the page that shows where it would go.
func TestATablePastedIntoARecordIsShownFirst(t *testing.T) {
	d := startDemo(t)
	b := openBrowser(t, d.url, 1280, 900)
	b.signIn("coordinator.fi@example.org")
	b.open(b.link("/responses/")+"/records/r2", "")
	do(b, chromedp.Evaluate[any](`(() => {
		const into = document.querySelector("textarea[name='costs.text']");
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/html", "<table><tr><td>Title of the campaign</td><td>Stay safe</td></tr><tr><td>Costs of the campaign</td><td>5 EUR</td></tr><tr><td>Implementing partner(s)</td><td>The police</td></tr></table>");
		into.focus();
		into.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	})()`))
	do(b, chromedp.WaitVisible("form[action$='/paste/take']"))
	b.picture("paste-1280")
	if said := b.text(); !strings.Contains(said, "3 answers were found") {
		t.Errorf("the page says:\n%s", said)
	}
}
