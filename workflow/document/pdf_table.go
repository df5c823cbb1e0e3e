package document

import (
	"slices"
	"strings"
)

// A pdfGrid is how a table looks: its rules and shades, and the margins in its
// cells.
type pdfGrid struct {
	upright                  bool // rules between columns too
	label                    string
	top, left, bottom, right int
}

var (
	answersGrid = pdfGrid{true, "EEF3F8", 5000, 7100, 6000, 7100}
	factsGrid   = pdfGrid{false, "", 4000, 2850, 5000, 5650}
)

// tableGap is what stands below a table.
const tableGap = 8000

// A pdfTable is a table being set.
type pdfTable struct {
	*pdfBody
	pdfGrid
	Table
	edges   []int // of the columns, from 0 to lineWidth
	element *pdfElement
	ahead   map[int]*pdfRow // rows made ready and not yet set
	header  *pdfRow         // as it is repeated
}

// facts sets labels beside their texts.
func (d *pdfBody) facts(f Facts) pdfUnit { return d.table(f.table(), factsGrid) }

func (d *pdfBody) table(t Table, g pdfGrid) pdfUnit {
	p := &pdfTable{pdfBody: d, pdfGrid: g, Table: t, ahead: map[int]*pdfRow{}}
	if len(t.Header) > 0 {
		p.Rows = append([]Row{headerOf(t)}, t.Rows...)
	}
	p.edges = p.columnEdges(edges(t.shares()), g)
	return p
}

// columnEdges are where the columns begin and end. A column that is too narrow for a word
// of its header gets what it lacks from the widest.
func (t *pdfTable) columnEdges(shares []int, g pdfGrid) []int {
	widths := make([]int, len(shares)-1)
	for i := range widths {
		widths[i] = lineWidth*shares[i+1]/pageWidth - lineWidth*shares[i]/pageWidth
	}
	for i, text := range t.Header {
		widest := slices.Index(widths, slices.Max(widths))
		lacks := min(t.widestWord(text)+g.left+g.right-widths[i], widths[widest]-lineWidth/4)
		if i != widest && lacks > 0 {
			widths[i], widths[widest] = widths[i]+lacks, widths[widest]-lacks
		}
	}
	edges := []int{0}
	for i, width := range widths {
		edges = append(edges, edges[i]+width)
	}
	return edges
}

func (t *pdfTable) widestWord(text Text) (widest int) {
	for _, s := range text {
		for _, word := range strings.Fields(s.Text) {
			widest = max(widest, t.width(word, &headerRowLook))
		}
	}
	return widest
}

// headerOf is the header of a table as a row.
func headerOf(t Table) (r Row) {
	for _, text := range t.Header {
		r.Cells = append(r.Cells, Cell{Blocks: []Block{Paragraph{Text: text}}})
	}
	return r
}

// heads says that a row is the header of the table.
func (t *pdfTable) heads(i int) bool { return i == 0 && len(t.Header) > 0 }

// head is the height of the first rows, as far as they stay together.
func (t *pdfTable) head() int {
	if len(t.Rows) == 0 {
		return 0
	}
	return t.least(0)
}

// least is how high the least is of a row that may stand at the foot of a page:
// a header and a separator stay with the row after them. So many that they fill
// half a page by themselves do not.
func (t *pdfTable) least(i int) (height int) {
	for ; height < (lowest-marginTop)/2; i++ {
		r := t.row(i)
		if !t.Rows[i].Separator && !t.heads(i) || i+1 == len(t.Rows) {
			return height + r.least()
		}
		height += r.height()
	}
	return height
}

// row is a row made ready; rows are made ready in order.
func (t *pdfTable) row(i int) *pdfRow {
	if t.ahead[i] == nil {
		t.ahead[i] = t.ready(t.Rows[i], t.heads(i))
	}
	return t.ahead[i]
}

func (t *pdfTable) set() {
	if len(t.Rows) == 0 {
		return
	}
	t.y += t.above(0)
	t.after = 0
	t.element = t.tags.open(t.whole, "Table", t.summary())
	for i := range t.Rows {
		t.room(t.least(i))
		t.rows(i)
		delete(t.ahead, i)
	}
	t.tags.close(t.element)
	t.after = tableGap
}

// summary tells those who hear the table what it is.
func (t *pdfTable) summary() string {
	if t.Caption == "" {
		return ""
	}
	return "/A<</O/Table/Summary" + pdfString(t.Caption) + ">>"
}

// room begins a new page, with the header on it, where a height has no place.
func (t *pdfTable) room(height int) {
	if !t.empty && t.y+height > lowest {
		t.turn()
	}
}

// turn begins a new page with the header of the table on it.
func (t *pdfTable) turn() {
	t.newPage()
	if t.header == nil || t.header.height() > (lowest-t.pdfBody.top)/3 {
		return
	}
	t.header.again()
	t.draw(t.header, t.header.ends(), t.header.height())
	t.empty = true
}

// rows sets a row, on as many pages as it needs.
func (t *pdfTable) rows(i int) {
	r := t.row(i)
	r.element = t.tags.open(t.element, "TR")
	for _, c := range r.cells {
		c.column.parent = t.tags.open(r.element, c.role, c.said)
	}
	for {
		ends, used := r.fit(lowest-t.y, t.empty)
		t.draw(r, ends, used)
		if r.done() {
			break
		}
		t.turn()
	}
	for _, c := range r.cells {
		t.tags.close(c.column.parent)
	}
	t.tags.close(r.element)
	if t.heads(i) && len(t.Rows) > 1 {
		t.header = r
	}
}

// table are facts as a table, with the labels at the left.
func (f Facts) table() Table {
	t := Table{Widths: []int{26, 74}}
	for _, fact := range f {
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Header: true, Blocks: []Block{Paragraph{Text: Plain(fact.Label)}}},
			{Blocks: []Block{Paragraph{Text: fact.Text}}},
		}})
	}
	return t
}
