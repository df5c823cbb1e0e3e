package reading

import "strings"

// A document that is being written. Its lines lie in heaps, one filled after the other,
// until it is done: a text that grew in one piece would be copied again and again.
type document struct {
	heaps [][]written
	lines int
	bytes int // of the text
}

// A written line, and what it says.
type written struct {
	text string
	Line
}

// perHeap is how many lines lie in one.
const perHeap = 256

// full says whether a document is too large to be read.
func (d *document) full() error { return tooLarge(d.bytes, d.lines) }

// add a line to a document. One that is full grows no further.
func (d *document) add(text string, l Line) {
	if d.full() != nil {
		return
	}
	if d.lines%perHeap == 0 {
		d.heaps = append(d.heaps, make([]written, 0, perHeap))
	}
	l.From, l.To = d.bytes, d.bytes+len(text)
	heap := &d.heaps[d.lines/perHeap]
	*heap = append(*heap, written{text, l})
	d.lines, d.bytes = d.lines+1, l.To+1
}

// done is the document with its text in one piece.
func (d *document) done() Document {
	var text strings.Builder
	text.Grow(d.bytes)
	lines := make([]Line, 0, d.lines)
	for _, heap := range d.heaps {
		for _, w := range heap {
			text.WriteString(w.text)
			text.WriteByte('\n')
			lines = append(lines, w.Line)
		}
	}
	return Document{Text: text.String(), Lines: lines}
}
