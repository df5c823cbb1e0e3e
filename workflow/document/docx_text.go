package document

import "strconv"

func (d *docxBody) spans(t Text) {
	for _, s := range t {
		target := address(s.Link)
		if target == "" {
			d.run("", s)
			continue
		}
		d.markup(`<w:hyperlink r:id="rIdLink`, strconv.Itoa(d.link(target)), `" w:history="1">`)
		d.run("Hyperlink", s)
		d.markup(`</w:hyperlink>`)
	}
}

// link is where an address stands among the links of the document.
func (d *docxBody) link(target string) int {
	id, known := d.linkIDs[target]
	if !known {
		id = len(d.links)
		d.links = append(d.links, target)
		d.linkIDs[target] = id
	}
	return id
}

// run writes a span in a character style; "" is the paragraph's own.
func (d *docxBody) run(style string, s Span) {
	d.markup(`<w:r>`)
	if style != "" || s.Strong {
		d.markup(`<w:rPr>`)
		if style != "" {
			d.markup(`<w:rStyle w:val="`, style, `"/>`)
		}
		if s.Strong {
			d.markup(`<w:b/><w:bCs/>`)
		}
		d.markup(`</w:rPr>`)
	}
	d.runText(s.Text)
	d.markup(`</w:r>`)
}

// runEnds are the elements that stand for a line end and a tab.
var runEnds = map[rune]string{'\n': `<w:br/>`, '\t': `<w:tab/>`, 0: ``}

func (d *docxBody) runText(s string) {
	for piece, end := range pieces(s) {
		if piece != "" {
			d.markup(`<w:t xml:space="preserve">`)
			d.text(piece)
			d.markup(`</w:t>`)
		}
		d.markup(runEnds[end])
	}
}
