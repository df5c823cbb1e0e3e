package document

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// asides are what a document says beside its text: the notes, then of each
// chart the title, the series and the categories with their numbers.
func asides(blocks []Block) []string {
	var notes, charts []string
	for _, b := range blocks {
		notes = append(notes, notesOf(b)...)
		if c, ok := b.(Chart); ok && !c.empty() {
			charts = append(charts, c.Title)
			for _, s := range c.Series {
				charts = append(charts, s.Name)
			}
			for n, category := range c.Categories {
				charts = append(charts, category)
				for _, s := range c.Series {
					charts = append(charts, strconv.Itoa(s.value(n)))
				}
			}
		}
	}
	all := slices.Concat(notes, charts)
	for i, s := range all {
		all[i] = printable(s)
	}
	return all
}

func notesOf(b Block) (notes []string) {
	switch b := b.(type) {
	case Paragraph:
		for _, span := range b.Text {
			if span.Note != "" {
				notes = append(notes, span.Note)
			}
		}
	case List:
		for _, item := range b.Items {
			notes = append(notes, notesOf(Paragraph{Text: item})...)
		}
	case Facts:
		for _, fact := range b {
			notes = append(notes, notesOf(Paragraph{Text: fact.Text})...)
		}
	case Table:
		notes = notesOf(List{Items: b.Header})
		for _, row := range b.Rows {
			for _, cell := range row.Cells {
				for _, inner := range cell.Blocks {
					notes = append(notes, notesOf(inner)...)
				}
			}
		}
	}
	return notes
}

// asideReaders read them back.
var asideReaders = map[Format]func(testing.TB, []byte) []string{DOCX: docxAsides, HTML: htmlAsides}

func TestEveryNoteAndChartIsInTheFile(t *testing.T) {
	for f, read := range asideReaders {
		if diff := cmp.Diff(asides(sample().Blocks), read(t, written(t, f, sample()))); diff != "" {
			t.Errorf("%s (-document +file):\n%s", f, diff)
		}
	}
}

func docxAsides(t testing.TB, file []byte) (all []string) {
	t.Helper()
	files, _ := parts(t, file)
	if content, ok := files["word/footnotes.xml"]; ok {
		for _, note := range wordText(t, content) {
			all = append(all, strings.TrimPrefix(note, " ")) // after its number
		}
	}
	for n := 1; ; n++ {
		content, ok := files["word/charts/chart"+strconv.Itoa(n)+".xml"]
		if !ok {
			return all
		}
		c := chartIn(t, content)
		all = append(all, strings.Join(c.Title, ""))
		for _, s := range c.Series {
			all = append(all, s.Name...)
		}
		for i, category := range c.Series[0].Categories {
			all = append(all, category)
			for _, s := range c.Series {
				all = append(all, s.Values[i])
			}
		}
	}
}

// A drawnChart is what Word keeps of a chart.
type drawnChart struct {
	Title  []string `xml:"chart>title>tx>rich>p>r>t"`
	Series []struct {
		Name       []string `xml:"tx>strRef>strCache>pt>v"`
		Categories []string `xml:"cat>strRef>strCache>pt>v"`
		Values     []string `xml:"val>numRef>numCache>pt>v"`
		Formulas   []string `xml:"val>numRef>f"`
	} `xml:"chart>plotArea>barChart>ser"`
}

func chartIn(t testing.TB, content string) (c drawnChart) {
	t.Helper()
	if err := xml.Unmarshal([]byte(content), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// htmlAsides reads what is printed: the notes without the way back, the title
// of a figure, and its table without the word above the categories.
func htmlAsides(t testing.TB, file []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var notes, charts []string
	for n := range root.Descendants() {
		switch {
		case n.Data == "li" && within(n, "section"):
			notes = append(notes, nodeText(n.FirstChild))
		case n.Data == "figure":
			title := ""
			if n.FirstChild.NextSibling.Data == "figcaption" {
				title = nodeText(n.FirstChild.NextSibling)
			}
			charts = append(charts, title)
		case n.Data == "th" && within(n, "thead") && within(n, "figure") && nodeText(n) != "Category":
			charts = append(charts, nodeText(n))
		case n.Data == "p" && within(n, "figure"):
			charts = append(charts, nodeText(n))
		}
	}
	return append(notes, charts...)
}
