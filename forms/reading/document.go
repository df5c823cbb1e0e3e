package reading

import (
	"fmt"
	"strconv"
	"strings"
)

// A Document is the text of a file as a stream of lines, whatever the file was.
type Document struct {
	Text    string
	Lines   []Line
	Labels  bool  // it is the left column of another: no answers are in it
	Flowing bool  // a line is a paragraph: none was broken because it was full
	Seal    *Seal // it is a form that we gave out; nil: it is none, or nothing says so any more

	fields []field       // of a form, that say themselves what they are for
	grids  []grid        // the sheets of a workbook that are seen
	spots  map[Spot]Spot // where a cell stands in its sheet, when the sheet was laid out anew
}

// A Line of a document, and where it stands.
type Line struct {
	From, To int  // in the text, in bytes, without what ends it
	Number   int  // from 1; 0: its place in the document
	Page     int  // from 1
	Top      bool // nothing of its page stands above it
	Cell     Spot // in a table; zero: it is in none
	Right    int  // where its right column begins, in bytes of it; 0: it has one only

	Furniture bool // the file says so itself
	Filled    bool // one word takes all of it, and was cut if it goes on
}

// A Spot in a table, counted from 1.
type Spot struct{ Table, Row, Column int }

func (d Document) line(i int) string { return d.Text[d.Lines[i].From:d.Lines[i].To] }

// number of a line, for people.
func (d Document) number(i int) int {
	if n := d.Lines[i].Number; n > 0 {
		return n
	}
	return i + 1
}

// blank: nothing but space is in the line.
func (d Document) blank(i int) bool { return strings.TrimSpace(d.line(i)) == "" }

// spotName is a cell as people find it: "Campaigns!C5" in a workbook.
func (d Document) spotName(s Spot) string {
	if there, ok := d.spots[s]; ok {
		s = there
	}
	for _, g := range d.grids {
		if g.number == s.Table {
			return g.name + "!" + columnLetters(s.Column) + strconv.Itoa(s.Row)
		}
	}
	return s.String()
}

// String is the place in a table as people find it: "2:5:2".
func (s Spot) String() string {
	if s == (Spot{}) {
		return ""
	}
	return fmt.Sprintf("%d:%d:%d", s.Table, s.Row, s.Column)
}
