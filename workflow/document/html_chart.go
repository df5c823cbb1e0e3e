package document

import (
	"fmt"
	"strconv"
)

// chart writes a chart as a figure: which series is which, the bars, and the
// numbers as a table for those who cannot see bars, or want to copy them.
func (p *htmlPage) chart(c Chart) {
	if c.empty() {
		return
	}
	p.charts++
	p.markup("<figure>\n")
	if c.Title != "" {
		p.markup("<figcaption>")
		p.lines(c.Title)
		p.markup("</figcaption>\n")
	}
	if len(c.Series) > 1 {
		p.legend(c.Series)
	}
	p.bars(c)
	p.markup("<details>\n<summary>The numbers</summary>\n")
	p.table(numbers(c))
	p.markup("</details>\n</figure>\n")
}

func (p *htmlPage) legend(series []Series) {
	p.markup("<ul class=\"legend\">\n")
	for i, s := range series {
		p.markup(`<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" fill="#`, shadeOf(i).Fill, `"/></svg> <span>`)
		p.lines(s.Name)
		p.markup("</span></li>\n")
	}
	p.markup("</ul>\n")
}

// Lengths of the drawing, in pixels. Along the bars it is drawn in percent, so
// that it fits a telephone as well as a page and its letters keep their size.
const (
	chartLine    = 19
	chartBar     = 24
	chartGap     = 14
	chartReach   = 88 // percent, of the longest bar: what is left is for its total
	chartLetters = 34 // of a category's name that fit on a telephone
	chartLines   = 3  // of a category's name; the table has the rest
)

// bars draws the categories one below the other, each under its name.
func (p *htmlPage) bars(c Chart) {
	names, height := make([][]string, len(c.Categories)), 0
	for n, category := range c.Categories {
		names[n] = wrapped(category, chartLetters, chartLines)
		height += len(names[n])*chartLine + chartBar + chartGap
	}
	id := chartAnchor + strconv.Itoa(p.charts)
	p.markup(`<svg class="bars" role="img" aria-labelledby="`, id, `-title `, id, `-desc" width="100%" height="`, strconv.Itoa(height), "\" font-size=\"14\">\n<title id=\"", id, `-title">`)
	p.text(c.Title)
	p.markup("</title>\n<desc id=\"", id, `-desc">`)
	p.text(c.Alt)
	p.markup("</desc>\n")
	y := 0
	for n, lines := range names {
		for _, line := range lines {
			p.markup(`<text x="0" y="`, strconv.Itoa(y+chartLine-5), `" fill="#222">`)
			p.text(line)
			p.markup("</text>\n")
			y += chartLine
		}
		p.bar(c, n, y)
		y += chartBar + chartGap
	}
	p.markup("</svg>\n")
}

// bar draws one category, the numbers in it where they fit, and its total behind
// it.
func (p *htmlPage) bar(c Chart, n, y int) {
	share := func(value int) float64 { return chartReach * float64(value) / float64(max(c.max(), 1)) }
	x := 0
	for i, s := range c.Series {
		value := s.value(n)
		if value <= 0 {
			continue
		}
		digits := strconv.Itoa(value)
		p.markup(fmt.Sprintf(`<rect x="%.2f%%" y="%d" width="%.2f%%" height="%d" fill="#%s" stroke="#fff"/>`, share(x), y, share(value), chartBar, shadeOf(i).Fill))
		if len(c.Series) > 1 && share(value) > float64(3*len(digits)) {
			p.markup(fmt.Sprintf(`<text x="%.2f%%" y="%d" text-anchor="middle" fill="#%s">%s</text>`, share(x)+share(value)/2, y+17, shadeOf(i).Ink, digits))
		}
		p.markup("\n")
		x += value
	}
	p.markup(fmt.Sprintf(`<text x="%.2f%%" y="%d" dx="7" fill="#222" font-weight="bold">%d</text>`, share(x), y+17, c.total(n)), "\n")
}

// numbers are the counts of a chart as a table.
func numbers(c Chart) Table {
	t := Table{Caption: c.Title, Header: []Text{Plain("Category")}}
	for _, s := range c.Series {
		t.Header = append(t.Header, Plain(s.Name))
	}
	for n, category := range c.Categories {
		row := Row{Cells: []Cell{{Header: true, Blocks: []Block{Paragraph{Text: Plain(category)}}}}}
		for _, s := range c.Series {
			row.Cells = append(row.Cells, Cell{Blocks: []Block{Paragraph{Text: Plain(strconv.Itoa(s.value(n)))}}})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
