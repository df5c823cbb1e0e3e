package reading

import "strings"

// A flow writes a document out of paragraphs and tables, as the formats of word
// processors have them. A table within a cell is text of that cell.
type flow struct {
	document
	paragraph strings.Builder
	written   bool // the open paragraph has begun
	page      int
	top       bool
	tables    int
	depth     int // of tables within tables
	spot      Spot
}

func newFlow() *flow { return &flow{page: 1, top: true} }

func (f *flow) done() Document {
	f.endParagraph()
	d := f.document.done()
	d.Flowing = true
	return d
}

// full counts what is still to be written.
func (f *flow) full() error { return tooLarge(f.bytes+f.paragraph.Len(), f.lines) }

// say adds to the open paragraph.
func (f *flow) say(text string) {
	f.paragraph.WriteString(text)
	f.written = true
}

func (f *flow) newPage() { f.page, f.top = f.page+1, true }

// endParagraph writes it, a line for each of its own.
func (f *flow) endParagraph() {
	if !f.written {
		return
	}
	text := strings.ReplaceAll(f.paragraph.String(), "\x00", "")
	f.paragraph.Reset()
	f.written = false
	for line := range strings.SplitSeq(text, "\n") {
		l := Line{Page: f.page, Top: f.top && f.spot == (Spot{})}
		if f.spot.Column > 0 {
			l.Cell = f.spot
		}
		f.add(line, l)
		f.top = f.top && strings.TrimSpace(line) == ""
	}
}

func (f *flow) startTable() {
	f.endParagraph()
	if f.depth++; f.depth == 1 {
		f.tables++
		f.spot = Spot{Table: f.tables}
	}
}

func (f *flow) endTable() {
	f.endParagraph()
	if f.depth = max(0, f.depth-1); f.depth == 0 {
		f.spot = Spot{}
	}
}

func (f *flow) startRow() {
	f.endParagraph()
	if f.depth == 1 {
		f.spot.Row, f.spot.Column = f.spot.Row+1, 0
	}
}

// startCell begins the cell behind so many columns.
func (f *flow) startCell(behind int) {
	f.endParagraph()
	if f.depth == 1 {
		f.spot.Column += behind
	}
}
