package document

import "strconv"

func (p *htmlPage) block(b Block) {
	switch b := b.(type) {
	case Heading:
		p.heading(b)
	case Paragraph:
		p.paragraph(b)
	case List:
		p.list(b)
	case Facts:
		p.facts(b)
	case Table:
		p.table(b)
	case Chart:
		p.chart(b)
	case Contents:
		p.contents(b)
	case PageBreak:
		p.markup("<div class=\"page-break\"></div>\n")
	}
}

// heading writes level 0 as h1, and so on.
func (p *htmlPage) heading(h Heading) {
	name := "h" + strconv.Itoa(h.Level+1)
	p.markup("<", name, ` id="`)
	p.text(p.outline[p.headings].anchor)
	p.markup(`"`, direction(h.Text), ">")
	p.spans(h.Text)
	p.markup("</", name, ">\n")
	p.headings++
}

// htmlParagraphs begin the paragraphs of each role.
var htmlParagraphs = map[Style]string{Quiet: `<p class="quiet"`, Mark: `<p class="mark"`}

func (p *htmlPage) paragraph(b Paragraph) {
	begin, ok := htmlParagraphs[b.Style]
	if !ok {
		begin = "<p"
	}
	p.markup(begin, direction(b.Text), ">")
	p.spans(b.Text)
	p.markup("</p>\n")
}

func (p *htmlPage) list(l List) {
	name := "ul"
	if l.Ordered {
		name = "ol"
	}
	p.markup("<", name, ">\n")
	for _, item := range l.Items {
		p.markup("<li", direction(item), ">")
		p.spans(item)
		p.markup("</li>\n")
	}
	p.markup("</", name, ">\n")
}

func (p *htmlPage) facts(f Facts) {
	p.markup("<dl>\n")
	for _, fact := range f {
		p.markup("<div><dt>")
		p.lines(fact.Label)
		p.markup("</dt><dd>")
		p.spans(fact.Text)
		p.markup("</dd></div>\n")
	}
	p.markup("</dl>\n")
}

// direction of a paragraph, where it is not that of the document.
func direction(t Text) string {
	if t.toTheLeft() {
		return ` dir="rtl"`
	}
	return ""
}

func (p *htmlPage) spans(t Text) {
	for _, s := range t {
		begin, end := "", ""
		if s.Strong {
			begin, end = "<strong>", "</strong>"
		}
		p.markup(begin)
		p.spoken(s)
		p.markup(end)
		p.note(s.Note)
	}
}

// spoken is a span in its language.
func (p *htmlPage) spoken(s Span) {
	if s.Lang == "" {
		p.span(s)
		return
	}
	p.markup(`<span lang="`)
	p.text(s.Lang)
	p.markup(`"`, direction(Text{s}), ">")
	p.span(s)
	p.markup("</span>")
}

func (p *htmlPage) span(s Span) {
	target := address(s.Link)
	if target == "" {
		p.lines(s.Text)
		return
	}
	p.markup(`<a href="`)
	p.text(target)
	p.markup(`" rel="noopener">`)
	p.lines(s.Text)
	p.markup("</a>")
}

// htmlEnds are what a line end and a tab are written as.
var htmlEnds = map[rune]string{'\n': "<br>", '\t': "\t", 0: ""}

func (p *htmlPage) lines(s string) {
	for piece, end := range pieces(s) {
		p.text(piece)
		p.markup(htmlEnds[end])
	}
}
