package document

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// page is the HTML of these blocks.
func page(t *testing.T, blocks ...Block) string {
	t.Helper()
	return string(written(t, HTML, Document{Title: "T", Blocks: blocks}))
}

func TestEveryElementIsClosed(t *testing.T) {
	void := []string{"meta", "br", "col"}
	tokens := html.NewTokenizer(bytes.NewReader(written(t, HTML, sample())))
	var open []string
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if !errors.Is(tokens.Err(), io.EOF) || len(open) > 0 {
				t.Fatalf("%v, with %q still open", tokens.Err(), open)
			}
			return
		case html.StartTagToken:
			if name := tokens.Token().Data; !slices.Contains(void, name) {
				open = append(open, name)
			}
		case html.EndTagToken:
			name := tokens.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes %q", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func TestTheStyleIsTheOneThePolicyNames(t *testing.T) {
	_, after, _ := strings.Cut(page(t), "<style>")
	style, _, _ := strings.Cut(after, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; HTMLStyleHash() != want {
		t.Errorf("got %s, want %s", HTMLStyleHash(), want)
	}
}

func TestThePageNeedsNothingThatAStrictPolicyForbids(t *testing.T) {
	file := string(written(t, HTML, sample()))
	if found := regexp.MustCompile(`(?i) style=|<script|<link|<img|url\(|@import| on[a-z]+="`).FindString(file); found != "" {
		t.Errorf("the page has %q", found)
	}
	if n := strings.Count(file, "<style>"); n != 1 {
		t.Errorf("%d styles, want 1", n)
	}
}

func TestWhatAReaderOfThePageReliesOn(t *testing.T) {
	file := string(written(t, HTML, sample()))
	for name, want := range map[string]string{
		"the language":       `<html lang="en-GB">`,
		"the title":          `<title>EMN Ad-Hoc Query on &lt;sample&gt; campaigns</title>`,
		"a way past the top": `<a class="skip" href="#main">`,
		"where it leads":     `<main id="main" tabindex="-1">`,
		"contents":           `<nav aria-label="Contents">`,
		"a nested entry":     `<a href="#kosovo">MACEDONIA &amp; KOSOVO Two lines</a>`,
		"where that leads":   `<h4 id="kosovo">MACEDONIA &amp; KOSOVO<br>Two lines</h4>`,
		"a table's name":     `<caption>Who answered</caption>`,
		"a column's header":  `<th scope="col">Country</th>`,
		"a row's header":     `<th scope="row"><p>Austria</p>`,
		"a separator":        "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"2\"><p>Additional questions from Norway</p>",
		"a link":             `<a href="https://example.org/?a=1&amp;b=2" rel="noopener">link</a>`,
		"an unsafe link":     ` word and an unsafe one.</p>`,
		"a mark":             `<p class="mark">Withheld`,
		"the cover":          "<div class=\"cover\">\n<h1",
		"a note's mark":      `<sup class="note"><a href="#note-1" id="note-1-mark" role="doc-noteref" aria-label="Note 1">1</a></sup>`,
		"a note":             `<li id="note-2"><span>MACEDONIA &amp; &lt;KOSOVO&gt;</span> <a href="#note-2-mark"`,
		"a chart's name":     `<svg class="bars" role="img" aria-labelledby="chart-1-title chart-1-desc"`,
		"what it shows":      `<desc id="chart-1-desc">Most campaigns were perceived as a success; few were evaluated.</desc>`,
		"a bar":              `<rect x="0.00%" y="19" width="62.33%" height="24" fill="#1F3F66" stroke="#fff"/><text x="31.17%" y="36" text-anchor="middle" fill="#FFFFFF">17</text>`,
		"its numbers":        "<th scope=\"row\"><p>Success</p>\n</th><td><p>17</p>\n</td>",
		"widths":             `<col class="w30"><col class="w70">`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

func TestContentsAreNestedAsTheHeadingsAre(t *testing.T) {
	tests := []struct {
		name   string
		levels []int
		want   string
	}{
		{"none", nil, ""},
		{"beside each other", []int{1, 1}, "[(a)(a)]"},
		{"below", []int{1, 2, 2, 1}, "[(a[(a)(a)])(a)]"},
		{"a level left out", []int{1, 3, 2}, "[(a[(a)][(a)])]"},
		{"up by two", []int{1, 2, 3, 1}, "[(a[(a[(a)])])(a)]"},
		{"deeper than asked", []int{1, 4}, "[(a)]"},
		{"beginning deep", []int{2, 1}, "[(a)][(a)]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			blocks := []Block{Contents{Title: "Contents", Depth: 3}}
			for _, level := range test.levels {
				blocks = append(blocks, Heading{Level: level, Text: Plain("h")})
			}
			_, after, _ := strings.Cut(page(t, blocks...), "</h2>")
			nav, _, _ := strings.Cut(after, "</nav>")
			got := strings.NewReplacer("<ol>", "[", "</ol>", "]", "<li>", "(", "</li>", ")", "</a>", "a", "\n", "").Replace(nav)
			got = regexp.MustCompile(`<a [^>]*>h`).ReplaceAllString(got, "")
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestEveryLinkInThePageLeadsSomewhere(t *testing.T) {
	file := string(written(t, HTML, sample()))
	ids := map[string]int{}
	for _, match := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(file, -1) {
		ids[match[1]]++
	}
	for id, times := range ids {
		if times > 1 {
			t.Errorf("%d things are called %q", times, id)
		}
	}
	for _, match := range regexp.MustCompile(` (?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(file, -1) {
		for id := range strings.FieldsSeq(match[1]) {
			if ids[id] == 0 {
				t.Errorf("nothing is called %q", id)
			}
		}
	}
}

func TestOnlyLongRowsMayBreakInPrint(t *testing.T) {
	for text, want := range map[string]bool{"49 780 EUR": false, strings.Repeat("word ", 200): true} {
		if got := strings.Contains(page(t, Table{Rows: []Row{{Cells: []Cell{words(text)}}}}), `<tr class="long">`); got != want {
			t.Errorf("%.12q: may break is %v, want %v", text, got, want)
		}
	}
}

func TestEveryWidthOfAColumnHasItsClass(t *testing.T) {
	for width := 1; width <= 100; width++ {
		table := Table{Widths: []int{width, 100 - width}, Rows: []Row{{}}}
		for _, match := range regexp.MustCompile(`<col class="(w\d+)">`).FindAllStringSubmatch(page(t, table), -1) {
			if match[1] != "w100" && !strings.Contains(pageStyle, "."+match[1]+" {") {
				t.Errorf("%d %%: the style has no .%s", width, match[1])
			}
		}
	}
}
