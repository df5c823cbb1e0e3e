package document

import (
	"slices"
	"strconv"
)

// A pdfRow is a row made ready.
type pdfRow struct {
	pdfGrid
	cells   []*pdfCell
	short   bool // it is not broken
	element *pdfElement
}

// A pdfCell is a cell: where it is, what is behind it, what it says.
type pdfCell struct {
	from, to   int // from the left of the table
	shade      string
	role, said string // in the tree
	column     pdfColumn
}

// ready lays the cells of a row into the table.
func (t *pdfTable) ready(r Row, heads bool) *pdfRow {
	row := &pdfRow{pdfGrid: t.pdfGrid}
	for p := range r.places(len(t.edges) - 1) {
		c := &pdfCell{from: t.edges[p.from], to: t.edges[p.to], role: "TD"}
		look := &cellLook
		switch {
		case heads:
			c.role, c.said, c.shade, look = "TH", "/Scope/Column", houseColour, &headerRowLook
		case r.Separator:
			c.role, c.said, c.shade, look = "TH", "/Scope/Row", separatorShade, &labelLook
		case p.Header:
			c.role, c.said, c.shade, look = "TH", "/Scope/Row", t.label, &labelLook
		}
		if span := p.to - p.from; span > 1 {
			c.said += "/ColSpan " + strconv.Itoa(span)
		}
		if c.said != "" {
			c.said = "/A<</O/Table" + c.said + ">>"
		}
		c.column.paragraphs = t.inCell(p.Blocks, look, c.to-c.from-row.left-row.right)
		row.cells = append(row.cells, c)
	}
	row.short = row.height() <= row.top+row.bottom+shortLines*cellLook.lead
	return row
}

// shortLines is how many lines a row may have to be kept on one page.
const shortLines = 8

// inCell are the paragraphs of a cell: one at least, so that a row has a height.
func (t *pdfTable) inCell(blocks []Block, look *pdfLook, width int) (paragraphs []*pdfParagraph) {
	width = max(width, narrowest)
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			paragraphs = append(paragraphs, t.paragraphOf(b, look, width))
		case List:
			paragraphs = append(paragraphs, t.items(b, look, width)...)
		}
	}
	if len(paragraphs) == 0 {
		paragraphs = append(paragraphs, t.paragraph(look, "P", nil, width))
	}
	return paragraphs
}

// narrowest is a width that every character fits into.
const narrowest = 15000

func (r *pdfRow) margins() int { return r.top + r.bottom }

func (r *pdfRow) height() (most int) {
	for _, c := range r.cells {
		most = max(most, c.column.height())
	}
	return most + r.margins()
}

// least is the height of what may stand at the foot of a page: all of a short
// row, and some lines of each cell of another.
func (r *pdfRow) least() (most int) {
	if r.short {
		return r.height()
	}
	for _, c := range r.cells {
		most = max(most, c.column.head())
	}
	return most + r.margins()
}

func (r *pdfRow) done() bool {
	return !slices.ContainsFunc(r.cells, func(c *pdfCell) bool { return !c.column.done() })
}

// fit says how far each cell comes in a room, and how high the row is then.
func (r *pdfRow) fit(room int, empty bool) (ends []pdfCursor, most int) {
	for _, c := range r.cells {
		end, used := c.column.fit(room-r.margins(), empty)
		ends = append(ends, end)
		most = max(most, used)
	}
	return ends, most + r.margins()
}

// ends are the ends of all cells.
func (r *pdfRow) ends() (ends []pdfCursor) {
	for _, c := range r.cells {
		ends = append(ends, pdfCursor{len(c.column.paragraphs), 0})
	}
	return ends
}

// again makes a header ready to be drawn once more, for those who see it only.
func (r *pdfRow) again() {
	for _, c := range r.cells {
		c.column.at, c.column.parent = pdfCursor{}, nil
		for _, p := range c.column.paragraphs {
			p.element, p.item, p.pieces, p.list, p.drawn = nil, nil, nil, nil, nil
		}
	}
}

// draw draws a row, or a part of it: shades, texts, rules.
func (t *pdfTable) draw(r *pdfRow, ends []pdfCursor, height int) {
	t.artifact("")
	for _, c := range r.cells {
		if c.shade != "" {
			t.ink.rectangle(marginSide+c.from, t.y, c.to-c.from, height, c.shade)
		}
	}
	for i, c := range r.cells {
		c.column.draw(&t.pdfPages, marginSide+c.from+r.left, t.y+r.top, ends[i])
	}
	t.artifact("")
	for _, y := range []int{t.y, t.y + height} {
		t.ink.rectangle(marginSide, y-ruleWidth/2, lineWidth, ruleWidth, ruleColour)
	}
	if t.upright {
		for _, c := range r.cells {
			t.ink.rectangle(marginSide+c.from-ruleWidth/2, t.y, ruleWidth, height, ruleColour)
		}
		t.ink.rectangle(marginSide+lineWidth-ruleWidth/2, t.y, ruleWidth, height, ruleColour)
	}
	t.y += height
	t.empty = false
}
