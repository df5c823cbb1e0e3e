package document

import "strconv"

// noteAnchor and chartAnchor begin the anchors that are ours to give; no
// heading has one of these.
const (
	noteAnchor  = "note-"
	chartAnchor = "chart-"
)

// note writes the mark that stands for a remark in the text, and remembers the
// remark for the end of the page.
func (p *htmlPage) note(remark string) {
	if remark == "" {
		return
	}
	p.notes = append(p.notes, remark)
	n := strconv.Itoa(len(p.notes))
	p.markup(`<sup class="note"><a href="#`, noteAnchor, n, `" id="`, noteAnchor, n, `-mark" role="doc-noteref" aria-label="Note `, n, `">`, n, `</a></sup>`)
}

// remarks writes the notes; each leads back to where it was made.
func (p *htmlPage) remarks() {
	if len(p.notes) == 0 {
		return
	}
	p.markup("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"", noteAnchor, "list\">\n<h2 id=\"", noteAnchor, "list\">Notes</h2>\n<ol>\n")
	for i, remark := range p.notes {
		n := strconv.Itoa(i + 1)
		p.markup(`<li id="`, noteAnchor, n, `"><span>`)
		p.lines(remark)
		p.markup(`</span> <a href="#`, noteAnchor, n, `-mark" role="doc-backlink" aria-label="Back to note `, n, ` in the text">↩</a></li>`, "\n")
	}
	p.markup("</ol>\n</section>\n")
}
