package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestAPlotSaysWhatItShows(t *testing.T) {
	plot := Plot{
		Title: "Costs <b> & more", Alt: "Two bars.", Series: []string{"Stated", "Estimated"},
		Ticks: []PlotTick{{0, "2009"}, {.5, "2013"}, {1, "2017"}},
		Rows: []PlotRow{
			{"Belgium: \"10\" EUR", [][]PlotBar{{{0, .5, 0}, {.5, 2, 1}}}},
			{"A country whose name is as long as a sentence that nobody would cut, and then some more words to be sure of it", [][]PlotBar{{{0, .1, 0}}, {{-1, .1, 0}}}},
		},
	}
	var page, file bytes.Buffer
	if err := WritePlot(&page, "one", plot); err != nil {
		t.Fatal(err)
	}
	if err := WritePlotFile(&file, plot); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, in, has, not string }{
		{"in a page it is an image with a name", page.String(), `role="img" aria-labelledby="one-title one-desc"`, "<style"},
		{"its texts are no tags", page.String(), "Costs &lt;b&gt; &amp; more", "<b>"},
		{"what is said in colour is said in words", page.String(), ">Estimated</text>", "style="},
		{"nothing stands out over its ends", page.String(), `x="50.00%" y="`, `width="196`},
		{"as a file it brings its look", file.String(), "<style>", "style="},
	} {
		if !strings.Contains(c.in, c.has) || strings.Contains(c.in, c.not) {
			t.Errorf("%s: want %q and no %q in\n%s", c.what, c.has, c.not, c.in)
		}
	}
	for decoder := xml.NewDecoder(&file); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
