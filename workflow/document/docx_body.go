package document

import "strconv"

// docxBody writes word/document.xml, and remembers what the parts that come
// after it must list.
type docxBody struct {
	pen
	outline   []entry
	headings  int            // written so far
	links     []string       // addresses, in order of appearance
	linkIDs   map[string]int // where they stand in links
	ordered   []int          // the numbering of each ordered list
	notes     []string       // remarks, in order of appearance
	drawings  int            // written so far
	controls  int            // likewise
	breakPage bool           // before the next paragraph
}

const (
	docxHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`
	// A4 upright. Lengths are twentieths of a point; pageWidth is what the margins leave.
	docxTail = `<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1134" w:bottom="1361" w:left="1134" w:header="737" w:footer="624" w:gutter="0"/>`
	docxEnd   = `</w:sectPr></w:body></w:document>`
	pageWidth = 11906 - 2*1134
)

// headingStyles are the styles of the levels; paragraphStyles those of the
// roles a paragraph can have.
var (
	headingStyles   = [deepest + 1]string{"Title", "Heading1", "Heading2", "Heading3", "Heading4"}
	paragraphStyles = map[Style]string{Quiet: "Quiet", Mark: "Mark"}
)

func (d *docxBody) document(blocks []Block) {
	d.markup(docxHead)
	cover := coverLength(blocks)
	for _, b := range blocks[:cover] {
		d.coverBlock(b)
	}
	d.breakPage = cover > 0 && cover < len(blocks)
	for _, b := range blocks[cover:] {
		d.block(b, "Body")
	}
	d.markup(docxTail)
	if cover > 0 {
		d.markup(`<w:titlePg/>`) // no running title above the title
	}
	d.markup(docxEnd)
}

// coverBlock writes a block of the cover, which has a page of its own.
func (d *docxBody) coverBlock(b Block) {
	switch b := b.(type) {
	case Facts:
		d.facts(b, coverLook)
	case Paragraph:
		style := paragraphStyle(b.Style, "Body")
		if b.Style == Quiet {
			style = "Disclaimer"
		}
		d.paragraph(look{style: style}, b.Text)
	default:
		d.block(b, "Body")
	}
}

// block writes one block. Paragraphs without a role of their own get the style
// plain.
func (d *docxBody) block(b Block, plain string) {
	switch b := b.(type) {
	case Heading:
		d.heading(b)
	case Paragraph:
		d.paragraph(look{style: paragraphStyle(b.Style, plain)}, b.Text)
	case List:
		d.list(b)
	case Facts:
		d.facts(b, factsLook)
	case Table:
		d.table(b, answersLook)
	case Chart:
		d.chart(b)
	case Contents:
		d.contents(b)
	case PageBreak:
		d.breakPage = true
	}
}

func paragraphStyle(role Style, plain string) string {
	if style, ok := paragraphStyles[role]; ok {
		return style
	}
	return plain
}

// A look is what is said of a paragraph as a whole.
type look struct {
	style  string
	keep   bool // on one page with what follows
	number int  // numbering it counts in; 0 for none but the style's
	left   bool // it is written to the left
}

// begin opens a paragraph. The order of its properties is the schema's.
func (d *docxBody) begin(l look) {
	d.markup(`<w:p><w:pPr><w:pStyle w:val="`, l.style, `"/>`)
	if l.keep {
		d.markup(`<w:keepNext/>`)
	}
	if d.breakPage {
		d.markup(`<w:pageBreakBefore/>`)
		d.breakPage = false
	}
	if l.number > 0 {
		d.markup(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="`, strconv.Itoa(l.number), `"/></w:numPr>`)
	}
	if l.left {
		d.markup(`<w:bidi/>`)
	}
	d.markup(`</w:pPr>`)
}

func (d *docxBody) paragraph(l look, t Text) {
	l.left = t.toTheLeft()
	d.begin(l)
	d.spans(t)
	d.end()
}

func (d *docxBody) end() { d.markup("</w:p>\n") }

// heading writes a heading between the ends of the bookmark that contents
// point at.
func (d *docxBody) heading(h Heading) {
	d.headings++
	id := strconv.Itoa(d.headings)
	d.begin(look{style: headingStyles[h.Level], left: h.Text.toTheLeft()})
	d.markup(`<w:bookmarkStart w:id="`, id, `" w:name="`, bookmark(d.headings), `"/>`)
	d.spans(h.Text)
	d.markup(`<w:bookmarkEnd w:id="`, id, `"/>`)
	d.end()
}

// bookmark names the nth heading, counted from one, as Word itself would.
func bookmark(n int) string { return "_Toc" + strconv.Itoa(100000000+n) }

// bullets is the one numbering of all lists with bullets; ordered lists have
// one each, so that each counts from one.
const bullets = 1

func (d *docxBody) list(l List) {
	item := look{style: "ListBullet"}
	if l.Ordered {
		item = look{style: "ListNumber", number: bullets + 1 + len(d.ordered)}
		d.ordered = append(d.ordered, item.number)
	}
	for _, text := range l.Items {
		d.paragraph(item, text)
	}
}
