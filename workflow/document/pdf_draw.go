package document

import (
	"strings"
	"unicode/utf8"
)

// A pdfRule is a line under a link.
type pdfRule struct{ x, y, width int }

// paragraph draws some lines of a paragraph.
func (p *pdfPages) paragraph(t *pdfParagraph, parent *pdfElement, from, to, x, y int) {
	if from == 0 {
		p.opening(t, parent, x, y)
	}
	p.behind(t, x+t.left, y, to-from)
	rules := p.lines(t, t.lines[from:to], x+t.left, y)
	for _, r := range rules {
		p.artifact("")
		p.ink.rectangle(r.x, r.y+1000, r.width, ruleWidth, linkColour)
	}
	if from == 0 && t.drawn != nil {
		t.drawn(x, y)
	}
	if to == len(t.lines) {
		p.closing(t)
	}
}

// lines draws lines, and gives back what must be drawn under them.
func (p *pdfPages) lines(t *pdfParagraph, lines []pdfLine, x, y int) (rules []pdfRule) {
	for i := range lines {
		draw := p.line
		if lines[i].turned {
			draw = p.turned
		}
		rules = draw(t, &lines[i], pdfPosition{x, y + t.look.base()}, rules)
		y += t.look.lead
	}
	return rules
}

// A pdfPosition is where the next glyph is drawn.
type pdfPosition struct{ x, y int }

// opening begins the elements of a paragraph, and draws its label.
func (p *pdfPages) opening(t *pdfParagraph, parent *pdfElement, x, y int) {
	if parent == nil {
		return
	}
	if t.list != nil {
		parent = p.item(t, parent)
	}
	if t.label != nil {
		p.label(t, parent, x, y)
	}
	t.element = p.tags.open(parent, t.role, t.said)
}

// item begins an item of a list, and the list with its first item.
func (p *pdfPages) item(t *pdfParagraph, parent *pdfElement) *pdfElement {
	if t.list.role != "" {
		if t.list.element == nil {
			t.list.element = p.tags.open(parent, t.list.role)
		}
		parent = t.list.element
	}
	t.item = p.tags.open(parent, t.list.item)
	if t.list.name != "" {
		t.item.said = "/ID" + pdfName(t.list.name)
		p.tags.ids[t.list.name] = t.item.ref
	}
	return t.item
}

// label draws what stands before the first line.
func (p *pdfPages) label(t *pdfParagraph, parent *pdfElement, x, y int) {
	spans := []pdfSpan{*t.label}
	label := &pdfParagraph{look: t.look, role: "Lbl", spans: spans, left: max(t.left-labelWidth, 0), width: labelWidth,
		lines: pdfLines(p.ink.fonts, spans, t.look.size, lineWidth)}
	p.paragraph(label, parent, 0, len(label.lines), x, y)
}

// closing ends the elements of a paragraph.
func (p *pdfPages) closing(t *pdfParagraph) {
	for _, piece := range t.pieces {
		p.tags.close(piece)
	}
	p.tags.close(t.element)
	p.tags.close(t.item)
	if t.list != nil {
		if t.list.left--; t.list.left == 0 {
			p.tags.close(t.list.element)
		}
	}
}

// behind draws the shade of a paragraph that must be seen.
func (p *pdfPages) behind(t *pdfParagraph, x, y, lines int) {
	if t.look.shade == "" {
		return
	}
	const over, bar = 4000, 3000
	height := lines*t.look.lead + 2*over
	p.artifact("")
	p.ink.rectangle(x-7000, y-over, t.width+7000, height, t.look.shade)
	p.ink.rectangle(x-7000, y-over, bar, height, t.look.bar)
}

// span sets the colour of a span, and says its size and how high it stands.
func (p *pdfPages) span(t *pdfParagraph, n, y int) (size, rise int) {
	s := t.spans[n]
	if s.back != 0 {
		p.destination(s.back, y)
		t.spans[n].back = 0
	}
	size = s.size(t.look.size)
	if s.raised {
		rise = t.look.size * 350
	}
	if s.link != "" || s.raised {
		p.ink.fill(linkColour)
	} else {
		p.ink.fill(t.look.colour)
	}
	return size, rise
}

// piece is the element that a span belongs to: links have their own, and what is
// in another language.
func (p *pdfPages) piece(t *pdfParagraph, n int) *pdfElement {
	s := t.spans[n]
	if t.element == nil || !s.leads() && s.lang == "" {
		return t.element
	}
	if t.pieces == nil {
		t.pieces = make([]*pdfElement, len(t.spans))
	}
	if t.pieces[n] == nil {
		t.pieces[n] = p.tags.open(t.element, s.role(), s.speaks())
	}
	return t.pieces[n]
}

// role of a span that has an element of its own.
func (s pdfSpan) role() string {
	if s.leads() {
		return "Link"
	}
	return "Span"
}

// speaks says its language, in the words of PDF.
func (s pdfSpan) speaks() string {
	if s.lang == "" {
		return ""
	}
	return "/Lang" + pdfString(s.lang)
}

// line draws a line whose characters stand one after the other.
func (p *pdfPages) line(t *pdfParagraph, l *pdfLine, at pdfPosition, rules []pdfRule) []pdfRule {
	start := at.x
	for _, run := range l.runs {
		p.mark(p.piece(t, run.span))
		size, rise := p.span(t, run.span, at.y)
		s, from, seen := t.spans[run.span], at.x, at.x
		p.ink.at(at.x, at.y)
		for i := run.from; i < run.to; {
			r, length := rune(s.text[i]), 1
			if r >= utf8.RuneSelf {
				r, length = utf8.DecodeRuneInString(s.text[i:])
			}
			g := p.ink.fonts.glyph(s.strong, r)
			p.ink.show(g, size, rise)
			at.x += int(g.advance) * size
			if g.role != blank {
				seen = at.x
			}
			if g.role == tabulator {
				wide := tabStop - (at.x-start)%tabStop
				p.ink.move(wide / size)
				at.x += wide
			}
			i += length
		}
		if last := run == l.runs[len(l.runs)-1]; last && l.soft {
			p.ink.show(p.ink.fonts.hyphen(s.strong), size, rise)
		} else if last && l.hard {
			p.ink.show(p.ink.fonts.glyph(s.strong, ' '), size, rise) // so that words stay two when lines are joined
		}
		rules = p.linked(t, run.span, pdfRule{from, at.y, seen - from}, rules)
	}
	return rules
}

// linked makes what was drawn of a span lead where the span leads.
func (p *pdfPages) linked(t *pdfParagraph, n int, drawn pdfRule, rules []pdfRule) []pdfRule {
	s := t.spans[n]
	if t.element == nil || !s.leads() || drawn.width == 0 {
		return rules
	}
	p.link(t.pieces[n], s, drawn.x, drawn.y, max(drawn.width, s.reach), s.size(t.look.size)*1000)
	if s.link == "" {
		return rules
	}
	return append(rules, drawn)
}

// leads says whether a span is a link.
func (s pdfSpan) leads() bool { return s.link != "" || s.place != 0 }

// said is what is read out for a link.
func (s pdfSpan) said() string { return strings.Join(strings.Fields(s.text), " ") }
