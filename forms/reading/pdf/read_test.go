package pdf

import (
	"fmt"
	"strings"
	"testing"
)

func TestWhatIsPaintedIsReadAsItStands(t *testing.T) {
	for _, c := range []struct{ says, program, want string }{
		{"one text", `BT /F1 12 Tf 50 700 Td (The title of the campaign) Tj ET`, "The title of the campaign"},
		{"brackets, signs and digits to the base of eight", `BT /F1 12 Tf 50 700 Td (a \(b\) (c) \\ d\
e \351t\351) Tj ET`, `a (b) (c) \ de été`},
		{"hexadecimal digits", `BT /F1 12 Tf 50 700 Td <74 68 65 20 63 61 6D 70 61 69 67 6E> Tj ET`, "the campaign"},
		{"letters moved together, and words apart", `BT /F1 12 Tf 50 700 Td [(cam) 20 (pai) -20 (gns) -400 (and) -400 (media)] TJ ET`, "campaigns and media"},
		{"lines in the order in which they stand", `BT /F1 12 Tf 50 600 Td (below the other) Tj 0 100 Td (above the other) Tj ET`, "above the other\nbelow the other"},
		{"lines by their leading", `BT /F1 12 Tf 14 TL 50 700 Td (one line) Tj T* (another line) Tj (a third one) ' 1 0.5 (and a fourth) " ET`, "one line\nanother line\na third one\nand a fourth"},
		{"lines that set their leading", `BT /F1 12 Tf 50 700 Td (one line) Tj 0 -20 TD (another line) Tj T* (the third line) Tj ET`, "one line\nanother line\nthe third line"},
		{"paper that is moved, and back", `q 2 0 0 2 50 300 cm BT /F1 12 Tf 0 50 Td (moved text) Tj ET Q BT /F1 12 Tf 50 300 Td (not moved) Tj ET`, "moved text\nnot moved"},
		{"a number above the line", `BT /F1 12 Tf 50 700 Td (campaigns) Tj 4 Ts /F1 6 Tf (1) Tj 0 Ts /F1 12 Tf ( and so on) Tj ET`, "campaigns1 and so on"},
		{"narrow letters", `BT /F1 12 Tf 50 Tz 50 700 Td (narrow ) Tj (letters) Tj ET`, "narrow letters"},
		{"a text painted twice to be bold", `BT /F1 12 Tf 50 700 Td (bold text) Tj ET BT /F1 12 Tf 50.3 700 Td (bold text) Tj ET`, "bold text"},
		{"Greek and Cyrillic, a letter that is three, one beyond 16 bits", `BT /F2 12 Tf 50 700 Td <00010002000300040005000600070001000100010001> Tj ET`, "ΑffiАБВB😀ΑΑΑΑ"},
		{"letters by their names", `BT /F3 12 Tf 50 700 Td (\001\002A BCDEFGH) Tj ET`, "αfié BCDEFGH"},
		{"a font in which letters are drawings", `BT /F4 12 Tf 50 700 Td (aaaa aaaaaa) Tj ET`, "aaaa aaaaaa"},
		{"a form", `BT /F1 10 Tf 20 0 Td (before what is) Tj ET /X1 Do`, "before what is in a form"},
		{"a picture in the program", "BI /W 2 /H 2 ID \x00(EI\xff) Tj EI BT /F1 12 Tf 50 700 Td (behind a picture) Tj ET", "behind a picture"},
		{"what is turned stands at the end", `BT /F1 12 Tf 0 1 -1 0 20 100 Tm (up the margin) Tj 1 0 0 1 50 300 Tm (on the page) Tj ET`, "on the page\nup the margin"},
		{"an actual text in place of signs", `/Span <</ActualText <FEFF00AD>>> BDC BT /F1 12 Tf 50 700 Td (-) Tj ET EMC BT /F1 12 Tf 60 700 Td (and letters) Tj ET`, "\u00ad and letters"},
		{"nothing wrong that is not written to the end", `BT /F1 12 Tf 50 700 Td (some letters) Tj (and more`, "some letters"},
	} {
		t.Run(c.says, func(t *testing.T) {
			d, err := Read(pages(c.program))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(d.Text); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

// Two columns are told apart where words stand under one another behind a room; a line
// of the one only is of that one, and one across both of none.
func TestColumnsAreToldApart(t *testing.T) {
	at := func(x, y int, text string) string {
		return fmt.Sprintf("BT /F1 10 Tf %d %d Td (%s) Tj ET ", x, y, text)
	}
	d, err := Read(pages(
		at(50, 800, "head of every page")+
			at(50, 700, "title of the")+at(200, 700, "stay safe")+
			at(50, 688, "campaign")+
			at(50, 676, "costs")+at(200, 676, "10 euro, and what comes")+
			at(218, 664, "on top of it")+
			at(50, 652, "one line that runs across both of the columns here")+
			at(50, 640, "audience")+at(200, 640, "young people")+
			at(50, 628, "a label as wide as its column")+at(205, 628, "partners")+
			at(500, 40, "page 1"),
		at(50, 800, "head of every page")+at(200, 760, "partners, and more")+at(500, 40, "page 2")))
	if err != nil {
		t.Fatal(err)
	}
	want := `head of every page
title of the|stay safe
campaign
costs|10 euro, and what comes
|on top of it
one line that runs across both of the columns here
audience|young people
a label as wide as its column|partners
page 1
head of every page
|partners, and more
page 2
`
	if got := strings.ReplaceAll(d.Text, "\t", "|"); got != want {
		t.Errorf("%s", got)
	}
	for i, l := range d.Lines {
		if page := 1 + i/9; l.Page != page || l.Top != (i%9 == 0) {
			t.Errorf("line %d is on page %d, top %v", i, l.Page, l.Top)
		}
	}
}

// Where rules are drawn, a label may stand in the middle of its row, and a number
// before it.
func TestRulesSayWhereRowsAre(t *testing.T) {
	text := func(x, y int, text string) string {
		return fmt.Sprintf("BT /F1 10 Tf %d %d Td (%s) Tj ET ", x, y, text)
	}
	rules := ""
	for _, y := range []int{720, 675, 630, 590} {
		rules += fmt.Sprintf("40 %d m 180 %d l S 180 %d 300 0.5 re f ", y, y, y)
	}
	d, err := Read(pages(rules+"40 300 m 41 700 l n "+
		text(60, 740, "GUINEA")+
		text(200, 708, "stay safe")+text(60, 702, "title of the")+text(200, 696, "and at home")+text(60, 690, "campaign")+text(200, 684, "with us")+text(60, 650, "audience")+text(200, 650, "everybody"),
		rules+text(50, 705, "1")+text(200, 705, "10 euro")+text(60, 699, "costs of the")+text(200, 693, "and more")+text(60, 687, "campaign")+
			text(60, 650, "partners")+text(200, 650, "an office")+text(60, 610, "audience")+text(200, 610, "young people")+
			text(60, 550, "partners")+text(200, 550, "none")))
	if err != nil {
		t.Fatal(err)
	}
	want := `GUINEA
title of the|stay safe
campaign|and at home
|with us
audience|everybody
1 costs of the|10 euro
campaign|and more
partners|an office
audience|young people
partners|none
`
	if got := strings.ReplaceAll(d.Text, "\t", "|"); got != want {
		t.Errorf("%s", got)
	}
}

// What a file marks as an artifact is no text of the document.
func TestArtifactsAreFurniture(t *testing.T) {
	d, err := Read(pages(`/Artifact <</Type/Pagination>> BDC BT /F1 12 Tf 50 800 Td (a running title) Tj ET EMC BT /F1 12 Tf 50 700 Td (an answer) Tj ET`))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Lines) != 2 || !d.Lines[0].Furniture || d.Lines[1].Furniture {
		t.Errorf("%+v", d.Lines)
	}
}
