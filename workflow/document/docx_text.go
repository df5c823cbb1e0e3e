package document

import "strconv"

func (d *docxBody) spans(t Text) {
	for _, s := range t {
		d.span(s)
		d.note(s.Note)
	}
}

// Character styles of a span, plain and strong; "" is the paragraph's own.
var (
	runStyles  = map[bool]string{false: "", true: "Strong"}
	linkStyles = map[bool]string{false: "Hyperlink", true: "StrongHyperlink"}
)

func (d *docxBody) span(s Span) {
	target := address(s.Link)
	if target == "" {
		d.spoken(runStyles[s.Strong], s)
		return
	}
	d.markup(`<w:hyperlink r:id="rIdLink`, strconv.Itoa(d.link(target)), `" w:history="1">`)
	d.spoken(linkStyles[s.Strong], s)
	d.markup(`</w:hyperlink>`)
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

// run writes a text in a character style.
func (d *docxBody) run(style, s string) { d.spoken(style, Span{Text: s}) }

// spoken is a run in its language. The order of its properties is the schema's.
func (d *docxBody) spoken(style string, s Span) {
	d.markup(`<w:r>`)
	if style != "" || s.Lang != "" {
		d.markup(`<w:rPr>`)
		if style != "" {
			d.markup(`<w:rStyle w:val="`, style, `"/>`)
		}
		d.language(s)
		d.markup(`</w:rPr>`)
	}
	d.runText(s.Text)
	d.markup(`</w:r>`)
}

// language of a run; Word has a second one for what is written to the left.
func (d *docxBody) language(s Span) {
	switch {
	case s.Lang == "":
	case s.toTheLeft():
		d.markup(`<w:rtl/><w:lang w:bidi="`)
		d.text(s.Lang)
		d.markup(`"/>`)
	default:
		d.markup(`<w:lang w:val="`)
		d.text(s.Lang)
		d.markup(`"/>`)
	}
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
