package document

import "strconv"

// table writes a table. Separators begin a new group of rows, which they head.
func (p *htmlPage) table(t Table) {
	if len(t.Header)+len(t.Rows) == 0 {
		return
	}
	p.markup("<table>\n")
	if t.Caption != "" {
		p.element("caption", t.Caption)
	}
	p.columnWidths(t.shares())
	columns := t.columns()
	if len(t.Header) > 0 {
		p.headerRow(t.Header, columns)
	}
	p.rows(t.Rows, columns)
	p.markup("</table>\n")
}

// columnWidths names widths by class, in steps of five: a page whose policy
// forbids inline styles cannot say them otherwise.
func (p *htmlPage) columnWidths(shares []int) {
	total := 0
	for _, share := range shares {
		total += share
	}
	p.markup("<colgroup>")
	for _, share := range shares {
		fives := max((share*20+total/2)/total, 1)
		p.markup(`<col class="w`, strconv.Itoa(5*fives), `">`)
	}
	p.markup("</colgroup>\n")
}

func (p *htmlPage) headerRow(texts []Text, columns int) {
	p.markup("<thead>\n<tr>")
	for i, t := range texts {
		span := 1
		if i == len(texts)-1 {
			span = columns - i
		}
		p.cellBegin("th", "col", span)
		p.spans(t)
		p.markup("</th>")
	}
	p.markup("</tr>\n</thead>\n")
}

func (p *htmlPage) rows(rows []Row, columns int) {
	p.markup("<tbody>\n")
	for i, row := range rows {
		if row.Separator && i > 0 {
			p.markup("</tbody>\n<tbody>\n")
		}
		p.row(row, columns)
	}
	p.markup("</tbody>\n")
}

func (p *htmlPage) row(r Row, columns int) {
	if r.Separator || r.short() {
		p.markup("<tr>")
	} else {
		p.markup(`<tr class="long">`)
	}
	for c := range r.places(columns) {
		name, scope := "td", ""
		switch {
		case r.Separator:
			name, scope = "th", "rowgroup"
		case c.Header:
			name, scope = "th", "row"
		}
		p.cellBegin(name, scope, c.to-c.from)
		for _, b := range c.Blocks {
			p.block(b)
		}
		p.markup("</", name, ">")
	}
	p.markup("</tr>\n")
}

func (p *htmlPage) cellBegin(name, scope string, span int) {
	p.markup("<", name)
	if scope != "" {
		p.markup(` scope="`, scope, `"`)
	}
	if span > 1 {
		p.markup(` colspan="`, strconv.Itoa(span), `"`)
	}
	p.markup(">")
}
