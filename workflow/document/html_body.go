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
	p.markup(`">`)
	p.lines(h.Text)
	p.markup("</", name, ">\n")
	p.headings++
}

// htmlParagraphs begin the paragraphs of each role.
var htmlParagraphs = map[Style]string{Quiet: `<p class="quiet">`, Mark: `<p class="mark">`}

func (p *htmlPage) paragraph(b Paragraph) {
	begin, ok := htmlParagraphs[b.Style]
	if !ok {
		begin = "<p>"
	}
	p.markup(begin)
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
		p.markup("<li>")
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

func (p *htmlPage) spans(t Text) {
	for _, s := range t {
		begin, end := "", ""
		if s.Strong {
			begin, end = "<strong>", "</strong>"
		}
		p.markup(begin)
		if target := address(s.Link); target != "" {
			p.markup(`<a href="`)
			p.text(target)
			p.markup(`" rel="noopener">`)
			p.lines(s.Text)
			p.markup("</a>")
		} else {
			p.lines(s.Text)
		}
		p.markup(end)
		p.note(s.Note)
	}
}

// htmlEnds are what a line end and a tab are written as.
var htmlEnds = map[rune]string{'\n': "<br>", '\t': "\t", 0: ""}

func (p *htmlPage) lines(s string) {
	for piece, end := range pieces(s) {
		p.text(piece)
		p.markup(htmlEnds[end])
	}
}
