package document

import "strconv"

// pdfBody sets the blocks of a document, one below the other.
type pdfBody struct {
	pdfPages
	whole   *pdfElement // the document, in the tree
	blocks  []Block
	units   []pdfUnit // of the blocks looked at so far and not yet set
	running *pdfParagraph
	top     int  // of the text on a page
	y       int  // where the next block begins
	after   int  // what the last one wants below it
	empty   bool // nothing stands on the page yet
	outline []entry
	places  []pdfRef // of the headings
	found   []int    // the pages that they are on, from 1
	titled  int      // headings made ready so far
	notes   []pdfNote
}

// A pdfUnit is a block made ready to be set.
type pdfUnit interface {
	// head is how high the least of it is that may stand at the foot of a page,
	// with what it wants above it.
	head() int
	set()
}

func (d *pdfBody) document() {
	d.units = make([]pdfUnit, len(d.blocks))
	d.newPage()
	for i := range d.blocks {
		d.unit(i).set()
		d.units[i] = nil
	}
	for i := range d.notes {
		d.note(i).set()
	}
	d.end()
}

// unit is a block made ready; blocks are made ready in order.
func (d *pdfBody) unit(i int) pdfUnit {
	if d.units[i] == nil {
		d.units[i] = d.ready(i)
	}
	return d.units[i]
}

func (d *pdfBody) ready(i int) pdfUnit {
	switch b := d.blocks[i].(type) {
	case Heading:
		return d.heading(b, i)
	case Paragraph:
		return d.flow(d.paragraphOf(b, &bodyLook, lineWidth))
	case List:
		return d.flow(d.items(b, &itemLook, lineWidth)...)
	case Facts:
		return d.facts(b)
	case Table:
		return d.table(b, answersGrid)
	case Chart:
		return d.chart(b)
	case Contents:
		return d.contents(b)
	}
	return pdfBreak{d}
}

// next is the least height of what follows a block; notes follow the last.
func (d *pdfBody) next(i int) int {
	if i+1 >= len(d.blocks) {
		return noteLook.lead
	}
	return d.unit(i + 1).head()
}

// newPage ends the page and begins another.
func (d *pdfBody) newPage() {
	if d.page != 0 {
		d.end()
	}
	d.begin()
	d.furniture()
	d.y, d.after, d.empty = d.top, 0, true
}

// above is what stands between the last block and one that wants so much.
func (d *pdfBody) above(before int) int {
	if d.empty {
		return 0
	}
	return max(d.after, before)
}

// room makes sure of a height on this page, or begins another.
func (d *pdfBody) room(height int) {
	if !d.empty && d.y+height > lowest {
		d.newPage()
	}
}

type pdfBreak struct{ *pdfBody }

func (pdfBreak) head() int { return 0 }

func (b pdfBreak) set() {
	if !b.empty {
		b.newPage()
	}
}

// heading makes a heading ready: it stays with what follows it, and contents
// and bookmarks lead to it.
func (d *pdfBody) heading(h Heading, i int) pdfUnit {
	look := &headingLooks[h.Level]
	p := d.paragraph(look, "H"+strconv.Itoa(h.Level+1), h.Text, lineWidth)
	number := d.titled
	d.titled++
	p.drawn = func(_, y int) {
		d.destination(d.places[number], y)
		d.found[number] = len(d.done) + 1
	}
	f := d.flow(p)
	f.follows = func() int { return look.after + d.next(i) }
	return f
}

// paragraph breaks a text into lines.
func (d *pdfBody) paragraph(look *pdfLook, role string, t Text, width int) *pdfParagraph {
	return d.spans(&pdfParagraph{look: look, role: role, spans: d.dressed(look, t), width: width})
}

func (d *pdfBody) spans(p *pdfParagraph) *pdfParagraph {
	p.lines = pdfLines(d.ink.fonts, p.spans, p.look.size, p.width)
	return p
}

// paragraphOf is a paragraph in the look of its role, or else a plain one.
func (d *pdfBody) paragraphOf(b Paragraph, plain *pdfLook, width int) *pdfParagraph {
	look := pdfRole(b.Style, plain)
	p := &pdfParagraph{look: look, role: "P", spans: d.dressed(look, b.Text), width: width}
	if look.bar != "" {
		p.left, p.width = barIndent, width-barIndent
	}
	return d.spans(p)
}

// items are the paragraphs of a list; in a narrow cell they stand less far in.
func (d *pdfBody) items(l List, look *pdfLook, width int) []*pdfParagraph {
	list, indent := &pdfList{role: "L", item: "LI", left: len(l.Items)}, min(itemIndent, width/3)
	var paragraphs []*pdfParagraph
	for i, text := range l.Items {
		p := d.paragraph(look, "LBody", text, width-indent)
		p.left, p.list, p.label = indent, list, &pdfSpan{text: "•"}
		if l.Ordered {
			p.label = &pdfSpan{text: strconv.Itoa(i+1) + "."}
		}
		paragraphs = append(paragraphs, p)
	}
	return paragraphs
}

// dressed are the spans of a text as they are set, with the numbers of its
// notes.
func (d *pdfBody) dressed(look *pdfLook, t Text) (spans []pdfSpan) {
	for _, s := range t {
		set := pdfSpan{text: s.Text, strong: s.Strong || look.strong, lang: s.Lang}
		if s.Link != "" {
			set.link = address(s.Link)
		}
		spans = append(spans, set)
		if s.Note != "" {
			spans = append(spans, d.noted(s.Note, look))
		}
	}
	return spans
}
