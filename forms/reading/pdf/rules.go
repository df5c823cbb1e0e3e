package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// A rule is a line that is drawn across a page, or the edge of a box.
type rule struct{ from, to, at float64 }

// The measures of rules.
const (
	mostRules = 1 << 14 // on a page
	level     = 1.0     // points that an end of a rule may be above the other
	nearRule  = 1.5     // points that rules may stand apart which are one
)

// Operators that draw a path, and those that say what becomes of it.
var pathOperators = map[string]func(p *painter){
	"m":  func(p *painter) { p.pen = p.state.paper.point(p.last(2)[0], p.last(2)[1]) },
	"l":  func(p *painter) { p.line(p.state.paper.point(p.last(2)[0], p.last(2)[1])) },
	"re": (*painter).box,
	"n":  func(p *painter) { p.path = p.path[:0] },
	"S":  (*painter).stroke, "s": (*painter).stroke,
	"f": (*painter).stroke, "F": (*painter).stroke, "f*": (*painter).stroke,
	"B": (*painter).stroke, "B*": (*painter).stroke, "b": (*painter).stroke, "b*": (*painter).stroke,
}

// A point of a page.
type point struct{ x, y float64 }

func (m matrix) point(x, y float64) point { return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f} }

// line goes on from where the pen is.
func (p *painter) line(to point) {
	from := p.pen
	p.pen = to
	if math.Abs(from.y-to.y) < level && fine(from.x) && fine(to.x) && fine(to.y) && len(p.path) < mostRules {
		p.path = append(p.path, rule{math.Min(from.x, to.x), math.Max(from.x, to.x), to.y})
	}
}

// box has four sides, two of which are across.
func (p *painter) box() {
	n := p.last(4)
	x, y, wide, high := n[0], n[1], n[2], n[3]
	p.pen = p.state.paper.point(x, y)
	for _, corner := range [][2]float64{{x + wide, y}, {x + wide, y + high}, {x, y + high}, {x, y}} {
		p.line(p.state.paper.point(corner[0], corner[1]))
	}
}

// stroke draws the path.
func (p *painter) stroke() {
	if len(p.rules)+len(p.path) <= mostRules {
		p.rules = append(p.rules, p.path...)
	}
	p.path = p.path[:0]
}

// across are the heights of the rules that go from the left of a gutter to its right,
// in one piece or in several, from the top to the bottom.
func (p page) across(gutter float64) (heights []float64) {
	for i := 0; i < len(p.rules); {
		at, left, right := p.rules[i].at, false, false
		for ; i < len(p.rules) && at-p.rules[i].at < nearRule; i++ {
			left = left || p.rules[i].from < gutter-deepIndent
			right = right || p.rules[i].to > gutter+deepIndent
		}
		if left && right {
			heights = append(heights, at)
		}
	}
	return heights
}

// rows puts label and answer of each row beside one another that begin at different
// heights, as where labels stand in the middle of theirs: the rules of the table say
// where rows are.
func (p *page) rows() {
	var made []line
	heights := map[float64][]float64{} // of rules, by the gutter that they cross
	for from := 0; from < len(p.lines); {
		gutter := p.lines[from].gutter
		if _, known := heights[gutter]; !known {
			heights[gutter] = p.across(gutter)
		}
		to := p.rowEnd(from, heights[gutter])
		row := p.lines[from:to]
		if len(row) > 1 && !row[0].labels() {
			row = beside(row)
		}
		made = append(made, row...)
		from = to
	}
	p.lines = made
}

// rowEnd is the line behind the row that one begins.
func (p *page) rowEnd(from int, heights []float64) int {
	below := slices.IndexFunc(heights, func(h float64) bool { return h < p.lines[from].at })
	to := from + 1
	for below > 0 && to < len(p.lines) && p.lines[to].gutter > 0 && p.lines[to].at > heights[below] {
		to++
	}
	return to
}

// labels says whether a line has a word on the left, and not a number only.
func (l line) labels() bool {
	left, _ := l.columns()
	return strings.ContainsFunc(left, unicode.IsLetter)
}

// beside has the words on the left and those on the right begin in the same line; a
// row without a label stays as it is.
func beside(row []line) []line {
	var left, right []line
	var numbers []word // that stand before a label
	for _, l := range row {
		at := l.right
		if !l.onlyRight && at == 0 {
			at = len(l.words)
		}
		switch {
		case l.labels():
			label := l.part(0, at)
			label.words = append(numbers, label.words...)
			left, numbers = append(left, label), nil
		case at > 0:
			numbers = append(numbers, l.words[:at]...)
		}
		if at < len(l.words) {
			right = append(right, l.part(at, len(l.words)))
		}
	}
	if len(left) == 0 || len(numbers) > 0 {
		return row
	}
	return zipped(left, right)
}

// zipped lines have the one on the left and the other on the right.
func zipped(left, right []line) (made []line) {
	for i := range max(len(left), len(right)) {
		switch {
		case i >= len(left):
			right[i].onlyRight = true
			made = append(made, right[i])
		case i >= len(right):
			made = append(made, left[i])
		default:
			l := left[i]
			l.right = len(l.words)
			l.words = append(slices.Clip(l.words), right[i].words...)
			made = append(made, l)
		}
	}
	return made
}

// part of a line.
func (l line) part(from, to int) line {
	l.words, l.right, l.onlyRight = l.words[from:to], 0, false
	return l
}
