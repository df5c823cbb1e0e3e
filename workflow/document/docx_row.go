package document

import (
	"strconv"
	"strings"
)

// headerRow writes the row that Word repeats on every page.
func (d *docxBody) headerRow(texts []Text, w docxTable) {
	var row Row
	for _, t := range texts {
		row.Cells = append(row.Cells, Cell{Blocks: []Block{Paragraph{Text: t}}})
	}
	d.markup(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for p := range row.places(len(w.edges) - 1) {
		d.cellBegin(p, w, "")
		d.cellBlocks(p.Blocks, look{style: "TableHeading", keep: true})
	}
	d.markup("</w:tr>\n")
}

// row writes a row. A separator is kept with what it names; an answer that may
// be longer than a page must be free to break.
func (d *docxBody) row(r Row, w docxTable) {
	d.markup(`<w:tr>`)
	if r.Separator || r.short() {
		d.markup(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
	for p := range r.places(len(w.edges) - 1) {
		switch {
		case p.Fill != nil:
			d.fill(p, w)
		case r.Separator:
			d.cellBegin(p, w, separatorShade)
			d.cellBlocks(p.Blocks, look{style: "TableSeparator", keep: true})
		case p.Header:
			d.cellBegin(p, w, "")
			d.cellBlocks(p.Blocks, look{style: "TableLabel"})
		default:
			d.cellBegin(p, w, "")
			d.cellBlocks(p.Blocks, look{style: "TableText"})
		}
	}
	d.markup("</w:tr>\n")
}

func (d *docxBody) cellBegin(p place, w docxTable, shade string) {
	d.markup(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(w.edges[p.to]-w.edges[p.from]), `" w:type="dxa"/>`)
	if span := p.to - p.from; span > 1 {
		d.markup(`<w:gridSpan w:val="`, strconv.Itoa(span), `"/>`)
	}
	if shade != "" {
		d.markup(`<w:shd w:val="clear" w:color="auto" w:fill="`, shade, `"/>`)
	}
	d.markup(`</w:tcPr>`)
}

// cellBlocks fills a cell and closes it; a cell of Word ends in a paragraph,
// even an empty one.
func (d *docxBody) cellBlocks(blocks []Block, plain look) {
	written := false
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			d.paragraph(look{style: paragraphStyle(b.Style, plain.style), keep: plain.keep}, b.Text)
			written = true
		case List:
			d.list(b)
			written = written || len(b.Items) > 0
		}
	}
	if !written {
		d.paragraph(plain, nil)
	}
	d.markup(`</w:tc>`)
}

// short says that no cell can fill a page, however narrow its column.
func (r Row) short() bool {
	const bytesOfLine, lines = 60, 8
	for _, cell := range r.Cells {
		left := lines
		for _, b := range cell.Blocks {
			for _, text := range paragraphsOf(b) {
				left--
				for _, span := range text {
					left -= len(span.Text)/bytesOfLine + strings.Count(span.Text, "\n") + strings.Count(span.Text, "\r")
				}
			}
		}
		if left < 0 {
			return false
		}
	}
	return true
}

// paragraphsOf are the paragraphs that a block in a cell is printed as.
func paragraphsOf(b Block) []Text {
	switch b := b.(type) {
	case Paragraph:
		return []Text{b.Text}
	case List:
		return b.Items
	}
	return nil
}
