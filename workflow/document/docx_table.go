package document

import (
	"fmt"
	"strconv"
	"strings"
)

// A tableLook is the style of a table, and the shades of its cells; "" is none.
type tableLook struct{ style, label string }

var (
	answersLook = tableLook{"Answers", "EEF3F8"}
	factsLook   = tableLook{"Facts", ""}
)

const (
	headerShade    = "1F3F66"
	separatorShade = "D5E1EE"
)

// docxTable is a table being written: its look and its columns.
type docxTable struct {
	tableLook
	edges []int // of the columns, from 0 to pageWidth
}

// facts writes labels beside their texts.
func (d *docxBody) facts(f Facts) {
	t := Table{Widths: []int{26, 74}}
	for _, fact := range f {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Header: true, Blocks: []Block{Paragraph{Text: Plain(fact.Label)}}},
			{Blocks: []Block{Paragraph{Text: fact.Text}}},
		}})
	}
	d.table(t, factsLook)
}

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
	d.tableBegin(t, w)
	if len(t.Header) > 0 {
		d.headerRow(t.Header, w)
	}
	for _, row := range t.Rows {
		d.row(row, w)
	}
	d.markup("</w:tbl>\n")
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
	d.markup(`<w:tbl><w:tblPr><w:tblStyle w:val="`, w.style, `"/><w:tblW w:w="`, strconv.Itoa(pageWidth), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`)
	d.markup(tableFlags(len(t.Header) > 0, t.headed()))
	d.described("tblCaption", t.Caption)
	d.described("tblDescription", joined(t.Header))
	d.markup(`</w:tblPr><w:tblGrid>`)
	for i, edge := range w.edges[1:] {
		d.markup(`<w:gridCol w:w="`, strconv.Itoa(edge-w.edges[i]), `"/>`)
	}
	d.markup("</w:tblGrid>\n")
}

// tableFlags tells a screen reader where a table has its headers: in the first
// row, in the first column.
func tableFlags(row, column bool) string {
	return fmt.Sprintf(`<w:tblLook w:firstRow="%t" w:lastRow="false" w:firstColumn="%t" w:lastColumn="false" w:noHBand="true" w:noVBand="true"/>`, row, column)
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
