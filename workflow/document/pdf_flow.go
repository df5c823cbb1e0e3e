package document

// A pdfFlow is paragraphs across the whole width.
type pdfFlow struct {
	*pdfBody
	column  pdfColumn
	follows func() int // how high what must stay with them is; nil for nothing
	least   int        // their head, once it is known
}

func (d *pdfBody) flow(paragraphs ...*pdfParagraph) *pdfFlow {
	return &pdfFlow{pdfBody: d, column: pdfColumn{parent: d.whole, paragraphs: paragraphs}}
}

func (f *pdfFlow) head() int {
	if f.least == 0 && len(f.column.paragraphs) > 0 {
		f.least = f.column.paragraphs[0].look.before
		if f.follows != nil {
			f.least += f.column.height() + f.follows()
		} else {
			f.least += f.column.head()
		}
	}
	return f.least
}

func (f *pdfFlow) set() {
	c := &f.column
	if len(c.paragraphs) == 0 {
		return
	}
	if height := f.head(); f.follows != nil && height < lowest-f.top {
		f.room(f.above(0) + height)
	}
	for !c.done() {
		gap := 0
		if c.at == (pdfCursor{}) {
			gap = f.above(c.paragraphs[0].look.before)
		}
		to, used := c.fit(lowest-f.y-gap, f.empty)
		if to != c.at {
			c.draw(&f.pdfPages, marginSide, f.y+gap, to)
			f.y += gap + used
			f.empty = false
		}
		if !c.done() {
			f.newPage()
		}
	}
	last := c.paragraphs[len(c.paragraphs)-1]
	f.after = last.look.after
	if last.list != nil {
		f.after = max(f.after, bodyLook.after)
	}
}
