package document

// contents nests the entries as their headings are nested; a level that is
// skipped opens one list, not two.
func (p *htmlPage) contents(c Contents) {
	entries := listed(p.outline, c.Depth)
	if len(entries) == 0 {
		return
	}
	p.markup(`<nav aria-label="`)
	p.text(c.Title)
	p.markup("\">\n")
	if c.Title != "" {
		p.element("h2", c.Title)
	}
	var open []int // the levels of the lists we are in
	for _, e := range entries {
		for len(open) > 0 && open[len(open)-1] > e.level {
			p.markup("</li></ol>")
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1] == e.level {
			p.markup("</li>\n")
		} else {
			p.markup("\n<ol>")
			open = append(open, e.level)
		}
		p.contentsEntry(e)
	}
	for range open {
		p.markup("</li></ol>")
	}
	p.markup("\n</nav>\n")
}

func (p *htmlPage) contentsEntry(e entry) {
	p.markup("<li", direction(e.text), `><a href="#`)
	p.text(e.anchor)
	p.markup(`">`)
	p.spans(e.text)
	p.markup("</a>")
}
