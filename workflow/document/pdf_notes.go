package document

import "strconv"

// A pdfNote is a remark, with its place and that of its number in the text.
type pdfNote struct {
	text         string
	place, above pdfRef
}

// noted is the number of a note, which leads to it.
func (d *pdfBody) noted(text string, look *pdfLook) pdfSpan {
	n := pdfNote{text, d.file.ref(), d.file.ref()}
	d.notes = append(d.notes, n)
	return pdfSpan{text: strconv.Itoa(len(d.notes)), strong: look.strong, raised: true, place: n.place, back: n.above}
}

// note is a remark after its number, which leads back.
func (d *pdfBody) note(i int) pdfUnit {
	n := d.notes[i]
	number := strconv.Itoa(i + 1)
	p := d.paragraph(&noteLook, "P", Plain(n.text), lineWidth-itemIndent)
	p.left, p.list = itemIndent, &pdfList{item: "Note", name: "note " + number, left: 1}
	p.label = &pdfSpan{text: number, place: n.above}
	p.drawn = func(_, y int) { d.destination(n.place, y) }
	return d.flow(p)
}

// withNotes are the blocks of a document, and the heading that its notes stand
// under, if it has any.
func withNotes(d Document) []Block {
	for s := range d.spans() {
		if s.Note != "" {
			return append(d.Blocks[:len(d.Blocks):len(d.Blocks)], Heading{Level: 1, Text: Plain("Notes")})
		}
	}
	return d.Blocks
}
