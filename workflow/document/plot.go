package document

import (
	_ "embed"
	"fmt"
	"io"
	"strconv"
)

// A Plot is bars along one scale, drawn for a page, or as a file of its own. Its
// colours are classes, so that a page can choose others where it is dark; what
// they say is said in words too.
type Plot struct {
	Title  string
	Alt    string   // says what is to be seen
	Series []string // what the fills mean, at most five; with one there is nothing to tell apart
	Ticks  []PlotTick
	Rows   []PlotRow
}

// A PlotTick is a mark on the scale.
type PlotTick struct {
	At   float64 // from 0 to 1
	Text string
}

// A PlotRow is a label, and bars below it, in as many lanes as they need.
type PlotRow struct {
	Label string // with its numbers, in words
	Lanes [][]PlotBar
}

// A PlotBar runs from one place of the scale to another.
type PlotBar struct {
	From, To float64 // from 0 to 1
	Series   int
}

//go:embed plot.css
var plotStyle string

// PlotStyle is how plots look where it is light. A page brings it in its sheet.
func PlotStyle() string { return plotStyle }

// WritePlot draws a plot into a page. Its id is used once in the page.
func WritePlot(w io.Writer, id string, p Plot) error {
	pen := plotPen{newPen(w)}
	pen.open(id, "100%", p)
	pen.draw(p)
	return pen.done()
}

// plotWide is how wide a file is, in pixels.
const plotWide = 960

// WritePlotFile draws a plot as a file of its own, SVG that needs nothing else.
func WritePlotFile(w io.Writer, p Plot) error {
	pen := plotPen{newPen(w)}
	pen.markup(`<?xml version="1.0" encoding="UTF-8"?>`, "\n")
	pen.open("plot", strconv.Itoa(plotWide), p)
	pen.markup("<style>", plotStyle, "</style>\n", `<rect class="ground" width="100%" height="100%"/>`, "\n")
	pen.draw(p)
	return pen.done()
}

// A plotPen draws. Along the scale it draws in percent, so that it fits a
// telephone as well as a page and its letters keep their size.
type plotPen struct{ pen }

// Lengths of a plot, in pixels.
const (
	plotLane = 10 // of a row with several lanes
	plotTail = 24 // below, for the words of the scale
	plotEdge = 1  // percent left free on both sides
	plotRim  = .1 // share of the scale where words would stand out over its end
)

func (p plotPen) open(id, width string, plot Plot) {
	p.markup(`<svg xmlns="http://www.w3.org/2000/svg" class="plot" lang="en" role="img" aria-labelledby="`, id, `-title `, id,
		`-desc" width="`, width, `" height="`, strconv.Itoa(plot.height()), "\">\n<title id=\"", id, `-title">`)
	p.text(plot.Title)
	p.markup("</title>\n<desc id=\"", id, `-desc">`)
	p.text(plot.Alt)
	p.markup("</desc>\n")
}

func (p plotPen) draw(plot Plot) {
	y := 0
	if len(plot.Series) > 1 {
		for i, name := range plot.Series {
			p.markup(fmt.Sprintf(`<rect class="p%d" x="%d%%" y="%d" width="12" height="12"/><text x="%d%%" y="%d" dx="20">`, i, plotEdge, y+4, plotEdge, y+15))
			p.text(name)
			p.markup("</text>\n")
			y += chartLine + 1
		}
		y += chartGap
	}
	p.scale(plot, y)
	for _, row := range plot.Rows {
		y = p.row(row, y)
	}
	p.markup("</svg>\n")
}

// scale is a line through all rows for each tick, and its words below them.
func (p plotPen) scale(plot Plot, from int) {
	bottom := plot.height()
	for _, tick := range plot.Ticks {
		anchor := "middle"
		switch {
		case tick.At < plotRim:
			anchor = "start"
		case tick.At > 1-plotRim:
			anchor = "end"
		}
		p.markup(fmt.Sprintf(`<line x1="%.2f%%" x2="%.2f%%" y1="%d" y2="%d"/><text x="%.2f%%" y="%d" text-anchor="%s">`,
			along(tick.At), along(tick.At), from, bottom-plotTail, along(tick.At), bottom-7, anchor))
		p.text(tick.Text)
		p.markup("</text>\n")
	}
}

func (p plotPen) row(row PlotRow, y int) int {
	for _, line := range row.lines() {
		p.markup(`<text x="`, strconv.Itoa(plotEdge), `%" y="`, strconv.Itoa(y+chartLine-5), `">`)
		p.text(line)
		p.markup("</text>\n")
		y += chartLine
	}
	for _, lane := range row.Lanes {
		for _, bar := range lane {
			from, to := along(bar.From), along(bar.To)
			p.markup(fmt.Sprintf(`<rect class="p%d" x="%.2f%%" y="%d" width="%.2f%%" height="%d"/>`, bar.Series, from, y, to-from, row.thick()-2), "\n")
		}
		y += row.thick()
	}
	return y + chartGap
}

// along is a place of the scale in percent of the width.
func along(at float64) float64 { return plotEdge + (100-2*plotEdge)*min(max(at, 0), 1) }

// height of all of it.
func (p Plot) height() int {
	height := 0
	if len(p.Series) > 1 {
		height += len(p.Series)*(chartLine+1) + chartGap
	}
	for _, row := range p.Rows {
		height += len(row.lines())*chartLine + len(row.Lanes)*row.thick() + chartGap
	}
	if len(p.Ticks) > 0 {
		height += plotTail
	}
	return height
}

// lines of a label: what is longer than a few of them stands in the table.
func (r PlotRow) lines() []string { return wrapped(r.Label, chartLetters, chartLines) }

// thick is a lane: where there are several, they are thin.
func (r PlotRow) thick() int {
	if len(r.Lanes) > 1 {
		return plotLane
	}
	return chartBar - 4
}
