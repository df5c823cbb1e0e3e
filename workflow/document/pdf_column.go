package document

// A pdfParagraph is a paragraph broken into lines.
type pdfParagraph struct {
	look  *pdfLook
	role  string // in the tree: "P", "H1"
	said  string // more of it, in the tree
	spans []pdfSpan
	lines []pdfLine
	left  int // how far in
	width int
	label *pdfSpan       // bullet or number, before the first line
	list  *pdfList       // that it is an item of
	drawn func(x, y int) // called when the first line is, with where it is

	element, item *pdfElement
	pieces        []*pdfElement // by span
}

// A pdfList is what several paragraphs are items of.
type pdfList struct {
	role, item string // in the tree: "L", "LI"; "" if its items stand alone
	name       string // of its only item, in the tree
	left       int    // items still to come
	element    *pdfElement
}

// A pdfColumn is paragraphs one under the other, drawn a page at a time.
type pdfColumn struct {
	parent     *pdfElement // nil: nothing of it is part of the text
	paragraphs []*pdfParagraph
	at         pdfCursor
}

// A pdfCursor is a line of a column.
type pdfCursor struct{ paragraph, line int }

func (c *pdfColumn) done() bool { return c.at.paragraph == len(c.paragraphs) }

// gap is what stands between a paragraph and the one before.
func (c *pdfColumn) gap(n int) int {
	if n == 0 {
		return 0
	}
	return max(c.paragraphs[n-1].look.after, c.paragraphs[n].look.before)
}

// height is that of the whole column.
func (c *pdfColumn) height() (sum int) {
	for i, p := range c.paragraphs {
		sum += c.gap(i) + len(p.lines)*p.look.lead
	}
	return sum
}

// head is the height of the least that may stand at the foot of a page.
func (c *pdfColumn) head() int {
	if len(c.paragraphs) == 0 {
		return 0
	}
	p := c.paragraphs[0]
	n := len(p.lines)
	if n > 3 {
		n = 2
	}
	return n * p.look.lead
}

// fit says up to which line the rest of the column fits into a room, and how
// high that is. No line of a paragraph is left alone. In an empty room there is
// always place for one line.
func (c *pdfColumn) fit(room int, empty bool) (end pdfCursor, used int) {
	end = c.at
	for end.paragraph < len(c.paragraphs) {
		p, gap := c.paragraphs[end.paragraph], 0
		if end.line == 0 && end != c.at {
			gap = c.gap(end.paragraph)
		}
		rest := len(p.lines) - end.line
		n := max((room-used-gap)/p.look.lead, 0)
		if n >= rest {
			used += gap + rest*p.look.lead
			end = pdfCursor{end.paragraph + 1, 0}
			continue
		}
		n = company(n, rest, end.line == 0)
		if n == 0 && empty && end == c.at {
			n = 1
		}
		if n > 0 {
			used += gap + n*p.look.lead
			end.line += n
		}
		break
	}
	return end, used
}

// company takes lines away so that neither the first nor the last of a
// paragraph stands alone.
func company(n, rest int, first bool) int {
	if rest-n == 1 {
		n--
	}
	if first && n < 2 {
		return 0
	}
	return n
}

// draw sets the lines up to a cursor; x and y are where the column begins.
func (c *pdfColumn) draw(p *pdfPages, x, y int, end pdfCursor) {
	for first := true; c.at != end; first = false {
		t := c.paragraphs[c.at.paragraph]
		if c.at.line == 0 && !first {
			y += c.gap(c.at.paragraph)
		}
		to := len(t.lines)
		if c.at.paragraph == end.paragraph {
			to = end.line
		}
		p.paragraph(t, c.parent, c.at.line, to, x, y)
		y += (to - c.at.line) * t.look.lead
		c.at.line = to
		if to == len(t.lines) {
			c.at = pdfCursor{c.at.paragraph + 1, 0}
		}
	}
}
