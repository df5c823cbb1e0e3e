package document

import (
	"strconv"
	"strings"
)

// contentsRight is what the number of a page has at the right of an entry.
const contentsRight = 28350

// contents make a table of contents ready. Each entry leads to its heading; the
// numbers of the pages are added when all pages are known.
func (d *pdfBody) contents(c Contents) pdfUnit {
	entries := listed(d.outline, c.Depth)
	f := d.flow()
	if len(entries) == 0 {
		return f
	}
	if c.Title != "" {
		f.column.paragraphs = append(f.column.paragraphs, d.paragraph(&headingLooks[1], "P", Plain(c.Title), lineWidth))
	}
	list := &pdfList{role: "TOC", item: "TOCI", left: len(entries)}
	for _, e := range entries {
		f.column.paragraphs = append(f.column.paragraphs, d.contentsEntry(e, list))
	}
	return f
}

func (d *pdfBody) contentsEntry(e entry, list *pdfList) *pdfParagraph {
	const indent = 14200
	look, left := &contentsLooks[e.level], (e.level-1)*indent
	width := lineWidth - left - contentsRight
	p := &pdfParagraph{look: look, role: "Reference", left: left, width: width, list: list, spans: d.dressed(look, e.text)}
	for i := range p.spans {
		p.spans[i].place, p.spans[i].reach = d.places[e.number-1], width+contentsRight
	}
	d.spans(p)
	p.drawn = func(_, y int) { d.later(p, e, y+look.base()) }
	return p
}

// later leaves room for the number of a page.
func (d *pdfBody) later(p *pdfParagraph, e entry, y int) {
	owner := p.element
	if p.pieces != nil {
		owner = p.pieces[0]
	}
	marked := "/" + owner.role + "<</MCID " + strconv.Itoa(d.reserve(owner)) + ">>BDC\n"
	end := &d.ends[len(d.ends)-1]
	end.numbers = append(end.numbers, pdfNumber{e.number, p.look, y, marked})
}

// finish writes the ends of all pages: the numbers in contents, and the foot.
func (d *pdfBody) finish() {
	for i, end := range d.ends {
		d.ink.reset()
		for _, n := range end.numbers {
			d.ink.write(n.marked)
			d.flushRight(strconv.Itoa(d.found[n.entry-1]), n.look, n.y)
			d.ink.write("EMC\n")
		}
		d.ink.write("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n")
		d.flushRight("Page "+strconv.Itoa(i+1)+" of "+strconv.Itoa(len(d.ends)), &furnitureLook, footerLine)
		d.ink.write("EMC\n")
		d.file.stream(end.stream, "", d.ink.b)
	}
}

// flushRight sets a few words up to the right margin.
func (d *pdfBody) flushRight(s string, look *pdfLook, y int) {
	width := d.width(s, look)
	d.ink.fill(look.colour)
	d.ink.at(paperWidth-marginSide-width, y)
	d.plainly(s, look)
	d.ink.endText()
}

// plainly sets a few words of ours.
func (d *pdfBody) plainly(s string, look *pdfLook) {
	for _, r := range s {
		d.ink.show(d.ink.fonts.glyph(look.strong, r), look.size, 0)
	}
}

// width is that of a few words.
func (d *pdfBody) width(s string, look *pdfLook) (sum int) {
	for _, r := range s {
		sum += int(d.ink.fonts.glyph(look.strong, r).advance) * look.size
	}
	return sum
}

// furniture draws what stands at the top of every page.
func (d *pdfBody) furniture() {
	if len(d.running.spans) == 0 {
		return
	}
	d.artifact("/Type/Pagination/Subtype/Header")
	d.pdfPages.paragraph(d.running, nil, 0, len(d.running.lines), marginSide, headerTop)
	d.ink.rectangle(marginSide, headerTop+len(d.running.lines)*d.running.look.lead+6000, lineWidth, ruleWidth, ruleColour)
}

// runningTitle is set on one line, or as many as it needs.
func (d *pdfBody) runningTitle(s string) {
	d.running = &pdfParagraph{look: &furnitureLook, width: lineWidth}
	if text := strings.Join(strings.Fields(s), " "); text != "" {
		d.running.spans = []pdfSpan{{text: text}}
		d.running.lines = pdfLines(d.ink.fonts, d.running.spans, furnitureLook.size, lineWidth)
	}
	const below = 18000
	d.top = max(marginTop, headerTop+min(len(d.running.lines), 20)*furnitureLook.lead+below)
}
