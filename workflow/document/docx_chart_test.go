package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAChartOfWordIsDrawnFromItsNumbers(t *testing.T) {
	files, _ := parts(t, written(t, DOCX, sample()))
	chart := files["word/charts/chart1.xml"]
	for name, want := range map[string]string{
		"horizontal bars":       `<c:barDir val="bar"/>`,
		"one after the other":   `<c:grouping val="stacked"/>`,
		"the first on top":      `<c:orientation val="maxMin"/>`,
		"colours":               `<a:srgbClr val="1F3F66"/>`,
		"which series is which": `<c:legend>`,
		"the longest bar":       `<c:max val="24"/>`,
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	if strings.Contains(files["word/charts/chart2.xml"], `<c:legend>`) {
		t.Error("a single series has a legend")
	}
	for name, want := range map[string]string{
		"what is heard":    `descr="Most campaigns were perceived as a success; few were evaluated.` + "\nSuccess: Yes 17, No 2, ",
		"what it is about": `title="What the campaigns were"`,
	} {
		if !strings.Contains(files["word/document.xml"], want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

func TestTheNumbersBehindAChartCanBeChanged(t *testing.T) {
	files, _ := parts(t, written(t, DOCX, sample()))
	chart := chartIn(t, files["word/charts/chart1.xml"])
	var formulas []string
	for _, s := range chart.Series {
		formulas = append(formulas, s.Formulas...)
	}
	want := []string{"Numbers!$B$2:$B$4", "Numbers!$C$2:$C$4", "Numbers!$D$2:$D$4", "Numbers!$E$2:$E$4"}
	if diff := cmp.Diff(want, formulas); diff != "" {
		t.Error(diff)
	}
	book, _ := parts(t, []byte(files["word/embeddings/chart1.xlsx"]))
	for _, cell := range []string{
		`<c r="C1" t="inlineStr"><is><t xml:space="preserve">No</t></is></c>`,
		`<c r="A2" t="inlineStr"><is><t xml:space="preserve">Success</t></is></c>`,
		`<c r="C3"><v>14</v></c>`,
	} {
		if !strings.Contains(book["xl/worksheets/sheet1.xml"], cell) {
			t.Errorf("no %s", cell)
		}
	}
}

func TestAChartWithoutAnythingIsNotDrawn(t *testing.T) {
	for name, chart := range map[string]Chart{
		"nothing":       {Title: "T"},
		"no categories": {Series: []Series{{Name: "Yes"}}},
		"no series":     {Categories: []string{"a"}},
	} {
		_, names := parts(t, written(t, DOCX, Document{Blocks: []Block{chart}}))
		if slices.Contains(names, "word/charts/chart1.xml") {
			t.Errorf("%s: there is a chart in Word", name)
		}
		if strings.Contains(page(t, chart), "<figure>") {
			t.Errorf("%s: there is a figure in HTML", name)
		}
	}
}

func TestAChartWithTooFewValuesHasNothingThere(t *testing.T) {
	c := Chart{Title: "T", Categories: []string{"a", "b"}, Series: []Series{{"Yes", []int{1}}}}
	want := []string{"T", "Yes", "a", "1", "b", "0"}
	for f, read := range asideReaders {
		if diff := cmp.Diff(want, read(t, written(t, f, Document{Blocks: []Block{c}}))); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
}

func TestColumnsOfASheetAreNamed(t *testing.T) {
	for n, want := range map[int]string{0: "A", 1: "B", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := sheetColumn(n); got != want {
			t.Errorf("column %d: got %s, want %s", n, got, want)
		}
	}
}

func TestACellHoldsWhatASheetAllows(t *testing.T) {
	for _, letter := range []string{"a", "€", "😀", "\xff"} {
		got, err := sheetText(strings.Repeat(letter, 40_000))
		if err != nil {
			t.Fatal(err)
		}
		units := 0
		for _, r := range got {
			units++
			if r > 0xFFFF {
				units++
			}
		}
		if units > 32767 || units < 32766 {
			t.Errorf("%q: %d units", letter, units)
		}
	}
}
