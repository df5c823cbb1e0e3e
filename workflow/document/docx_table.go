package document

import (
	"fmt"
	"strconv"
	"strings"
)

// A tableLook is the style of a table. It shades the header row and the column
// of headers.
type tableLook string

const (
	answersLook tableLook = "Answers"
	factsLook   tableLook = "Facts"
	coverLook   tableLook = "CoverFacts"
)

// separatorShade is said of each cell: no style of a table knows such rows.
const separatorShade = "D5E1EE"

// docxTable is a table being written: its look and its columns.
type docxTable struct {
	tableLook
	edges []int // of the columns, from 0 to pageWidth
}

// facts writes labels beside their texts.
func (d *docxBody) facts(f Facts, l tableLook) { d.table(f.table(), l) }

// table writes a table, and a thin paragraph without which Word would join it
// to a table that follows.
func (d *docxBody) table(t Table, l tableLook) {
	if len(t.Header)+len(t.Rows) == 0 {
		return // Word calls a table without rows damaged
	}
	if d.breakPage {
		d.paragraph(look{style: "TableGap"}, nil)
	}
	w := docxTable{l, edges(t.shares())}
	d.lock(t)
	d.tableBegin(t, w)
	if len(t.Header) > 0 {
		d.headerRow(t.Header, w)
	}
	for _, row := range t.Rows {
		d.row(row, w)
	}
	d.markup("</w:tbl>")
	d.unlock(t)
	d.markup("\n")
	d.paragraph(look{style: "TableGap"}, nil)
}

// edges turns shares of the page into the places where columns begin and end,
// so that rounding never leaves a gap.
func edges(shares []int) []int {
	total, sum := 0, 0
	for _, share := range shares {
		total += share
	}
	at := []int{0}
	for _, share := range shares {
		sum += share
		at = append(at, pageWidth*sum/total)
	}
	return at
}

func (d *docxBody) tableBegin(t Table, w docxTable) {
	d.markup(`<w:tbl><w:tblPr><w:tblStyle w:val="`, string(w.tableLook), `"/><w:tblW w:w="`, strconv.Itoa(pageWidth), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`)
	d.markup(tableFlags(len(t.Header) > 0, t.headed()))
	d.described("tblCaption", t.Caption)
	d.described("tblDescription", joined(t.Header))
	d.markup(`</w:tblPr><w:tblGrid>`)
	for i, edge := range w.edges[1:] {
		d.markup(`<w:gridCol w:w="`, strconv.Itoa(edge-w.edges[i]), `"/>`)
	}
	d.markup("</w:tblGrid>\n")
}

// tableFlags tells a screen reader, and the style, where a table has its
// headers: in the first row, in the first column. Older programs read the sum
// of the flags instead.
func tableFlags(row, column bool) string {
	const rowFlag, columnFlag, noBands = 0x20, 0x80, 0x600
	sum := noBands
	if row {
		sum |= rowFlag
	}
	if column {
		sum |= columnFlag
	}
	return fmt.Sprintf(`<w:tblLook w:val="%04X" w:firstRow="%t" w:lastRow="false" w:firstColumn="%t" w:lastColumn="false" w:noHBand="true" w:noVBand="true"/>`, sum, row, column)
}

// described writes what is read out before a table.
func (d *docxBody) described(element, s string) {
	if s != "" {
		d.markup(`<w:`, element, ` w:val="`)
		d.text(s)
		d.markup(`"/>`)
	}
}

func joined(texts []Text) string {
	names := make([]string, len(texts))
	for i, t := range texts {
		for _, span := range t {
			names[i] += span.Text
		}
	}
	return strings.Join(names, ", ")
}
