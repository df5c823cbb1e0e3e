package document

import (
	"strconv"
	"strings"
)

// A pdfChart is a chart being set: a row for each category, and as many on a
// page as there is room for.
type pdfChart struct {
	*pdfBody
	Chart
	title  *pdfParagraph
	names  []*pdfParagraph // of the categories
	series []*pdfParagraph // their names
	within bool            // the numbers stand in the bars
	full   int             // how wide the longest bar is
}

// Widths and heights in a chart.
const (
	figureNames  = 130000
	figureGap    = 8000 // between names, bars and numbers
	figureBar    = 12500
	figureRow    = 17500 // as many as there are NCPs have room on a page
	figureSquare = 8000
	figureSlit   = 600 // between series
)

func (d *pdfBody) chart(c Chart) pdfUnit {
	p := &pdfChart{pdfBody: d, Chart: c, title: d.paragraph(&labelLook, "P", Plain(c.Title), lineWidth)}
	for _, name := range c.Categories {
		p.names = append(p.names, d.paragraph(&chartLook, "P", Plain(name), figureNames))
	}
	for _, s := range c.Series {
		p.series = append(p.series, d.paragraph(&chartLook, "P", Plain(s.Name), lineWidth-figureSquare-figureGap))
	}
	p.measure()
	return p
}

// measure decides where the numbers stand: in the bars, if each has place there.
func (c *pdfChart) measure() {
	const beside = 3 * figureGap
	c.full, c.within = lineWidth-figureNames-2*figureGap-beside, len(c.Series) > 1
	widest := 0
	for i := range c.Categories {
		widest = max(widest, c.width(c.numbers(i), &chartLook))
		for _, s := range c.Series {
			if v := s.value(i); v > 0 && c.bar(v) < c.width(strconv.Itoa(v), &chartLook)+figureGap {
				c.within = false
			}
		}
	}
	if !c.within {
		c.full = max(lineWidth-figureNames-2*figureGap-widest, lineWidth/4)
	}
}

// bar is how long a bar is that counts so much.
func (c *pdfChart) bar(count int) int { return count * c.full / max(c.max(), 1) }

// numbers are what stands behind the bar of a category.
func (c *pdfChart) numbers(category int) string {
	var all []string
	for _, s := range c.Series {
		all = append(all, strconv.Itoa(s.value(category)))
	}
	return strings.Join(all, " · ")
}

// before is the height of what stands above the bars.
func (c *pdfChart) before() int {
	height := len(c.title.lines)*c.title.look.lead + c.title.look.after
	if len(c.series) > 1 {
		height += c.legend(func(*pdfParagraph, int, int, int) {})
	}
	return height
}

func (c *pdfChart) row(i int) int {
	return max(figureRow, len(c.names[i].lines)*chartLook.lead+figureRow-figureBar)
}

// height is that of the whole chart.
func (c *pdfChart) height() int {
	height := c.before()
	for i := range c.names {
		height += c.row(i)
	}
	return height
}

// head is the whole chart, where that fits on a page.
func (c *pdfChart) head() int {
	switch {
	case len(c.names) == 0:
		return 0
	case bodyLook.after+c.height() <= lowest-c.top:
		return bodyLook.after + c.height()
	}
	return bodyLook.after + c.before() + c.row(0)
}

func (c *pdfChart) set() {
	if len(c.names) == 0 {
		return
	}
	c.room(c.above(bodyLook.after) + c.head())
	c.y += c.above(bodyLook.after)
	c.pdfPages.paragraph(c.title, c.whole, 0, len(c.title.lines), marginSide, c.y)
	c.y += len(c.title.lines)*c.title.look.lead + c.title.look.after
	for from := 0; from < len(c.names); {
		from = c.part(from)
	}
	c.after = bodyLook.after * 2
}

// part draws what fits on a page, from one category on, and says where the next
// part begins. Each part is a figure of its own.
func (c *pdfChart) part(from int) (to int) {
	figure := c.tags.open(c.whole, "Figure")
	top := c.y
	c.mark(figure)
	if len(c.series) > 1 {
		c.y += c.legend(func(name *pdfParagraph, n, x, y int) {
			c.ink.rectangle(x, y+(chartLook.lead-figureSquare)/2, figureSquare, figureSquare, shadeOf(n).Fill)
			c.words(figure, name, x+figureSquare+figureGap/2, y)
		})
	}
	for to = from; to < len(c.names); to++ {
		if to > from && c.y+c.row(to) > lowest {
			break
		}
		c.category(figure, to)
	}
	c.pdfBody.empty = false
	figure.said = "/Alt" + pdfString(c.described(from, to)) + "/A<</O/Layout/Placement/Block/BBox[" + pdfBox(marginSide, top, lineWidth, c.y-top) + "]>>"
	c.tags.close(figure)
	if to < len(c.names) {
		c.newPage()
	}
	return to
}

// legend says where the name of each series is to be drawn, from left to right
// and line by line, and how high all are together.
func (c *pdfChart) legend(draw func(name *pdfParagraph, n, x, y int)) (height int) {
	x, y, line := 0, c.y, chartLook.lead
	for n, name := range c.series {
		width := figureSquare + 3*figureGap
		for _, l := range name.lines {
			width = max(width, l.width+figureSquare+3*figureGap)
		}
		if x > 0 && x+width > lineWidth {
			x, y, line = 0, y+line, chartLook.lead
		}
		draw(name, n, marginSide+x, y)
		x, line = x+width, max(line, len(name.lines)*chartLook.lead)
	}
	return y + line - c.y + figureGap
}

// category draws a bar with its name and its numbers.
func (c *pdfChart) category(figure *pdfElement, i int) {
	const left = marginSide + figureNames + figureGap
	height := c.row(i)
	name := c.names[i]
	c.words(figure, name, marginSide, c.y+(height-len(name.lines)*chartLook.lead)/2)
	base := c.y + height/2 + chartLook.size*360
	c.ink.rectangle(left-ruleWidth, c.y, ruleWidth, height, ruleColour)
	sum := 0
	for n, s := range c.Series {
		from, to := left+c.bar(sum), left+c.bar(sum+s.value(i))
		sum += s.value(i)
		if to > from {
			c.ink.rectangle(from, c.y+(height-figureBar)/2, max(to-from-figureSlit, figureSlit), figureBar, shadeOf(n).Fill)
		}
		if c.within && s.value(i) > 0 {
			number := strconv.Itoa(s.value(i))
			c.number(number, (from+to-c.width(number, &chartLook))/2, base, shadeOf(n).Ink)
		}
	}
	switch {
	case !c.within:
		c.number(c.numbers(i), left+c.bar(sum)+figureGap/2, base, inkColour)
	case sum == 0:
		c.number("0", left+figureGap/2, base, inkColour)
	}
	c.y += height
}

// words sets a text that is part of a figure.
func (c *pdfChart) words(figure *pdfElement, t *pdfParagraph, x, y int) {
	t.element = figure
	c.lines(t, t.lines, x, y)
}

func (c *pdfChart) number(s string, x, y int, colour string) {
	c.ink.fill(colour)
	c.ink.at(x, y)
	c.plainly(s, &chartLook)
}
