package pdf

import (
	"math"
	"slices"
)

// A table of two columns has words beside one another, with room between them, and
// the right ones all begin at the same distance from the edge: its gutter.

// The measures of gutters; room is in parts of the size of letters.
const (
	fewestBeside = 3    // lines that have words on both sides of one
	alwaysEnough = 8    // such lines, in a document of any length
	onceIn       = 40   // lines, where it is short
	clearRoom    = 0.9  // before a word on its right, where nothing else is known
	someRoom     = 0.75 // and where a gutter is
	deepIndent   = 60   // points that a line may stand in
	sameEdge     = 1.5  // points that words may stand apart which begin at one
	nextBelow    = 2.6  // a line further down is of another paragraph, and no table goes on
)

// A gutter is where the right column of a table begins, and how many lines do so.
type gutter struct {
	at    float64
	lines int
}

// gutters of a book, by the points from the edge at which words begin behind a room:
// those that stand in a little belong to the one on their left.
func (b *book) gutters() map[int]gutter {
	begin, lines := map[int]int{}, 0
	for _, p := range b.pages {
		lines += len(p.lines)
		for _, l := range p.lines {
			for i := 1; i < len(l.words); i++ {
				if l.clear(i) {
					begin[edge(l.words[i].from)]++
				}
			}
		}
	}
	found, enough := map[int]gutter{}, max(fewestBeside, min(alwaysEnough, lines/onceIn))
	for at, n := range begin {
		if all := n + begin[at-1] + begin[at+1]; all >= enough {
			found[at] = gutter{float64(at), all}
		}
	}
	indented := map[int]gutter{}
	for at, g := range found {
		indented[at] = g
		for left := at - deepIndent; left < at; left++ {
			if found[left].lines > 2*g.lines {
				indented[at] = found[left]
				break
			}
		}
	}
	return indented
}

func edge(at float64) int { return int(math.Round(at)) }

// columns finds the right columns of all lines.
func (b *book) columns() {
	gutters, again := b.gutters(), b.again()
	open := 0.0 // the gutter of the table that is open; 0: none is
	for n := range b.pages {
		p := &b.pages[n]
		last := -1 // line of the table on this page
		for i := range p.lines {
			l := &p.lines[i]
			if at, g := l.beside(gutters); at > 0 && p.within(i, g.at) {
				open = g.at
				l.right, last, l.gutter = at, i, open
				p.upward(i, open)
				continue
			}
			near := last < 0 || p.lines[i-1].at-l.at < nextBelow*math.Max(l.size, p.lines[i-1].size)
			if open > 0 && near && !again[l.key()] && l.within(open) {
				last = i
			}
			if near && last >= 0 && !l.crosses(open) {
				l.gutter = open
			}
		}
		p.rows()
	}
}

// upward finds what stands above the first line that has words on both sides: in its
// row, for labels may be in the middle of theirs, and in the rows above it that the
// rules of the table enclose, as long as nobody knows better.
func (p *page) upward(from int, gutter float64) {
	var row, table float64 // where they end at the top
	for _, height := range p.across(gutter) {
		if height > p.lines[from].at {
			row, table = height, max(table, height)
		}
	}
	for i := from - 1; i >= 0; i-- {
		l := &p.lines[i]
		if l.at > table || l.at > row && l.gutter > 0 || l.crosses(gutter) {
			return
		}
		l.gutter, l.right, l.onlyRight = gutter, 0, false
		l.within(gutter)
	}
}

// clear says whether there is room before a word, and something to say before it: the
// mark of an item of a list is no column.
func (l *line) clear(i int) bool {
	room := l.words[i].from - l.words[i-1].to
	return room > clearRoom*l.size && (i > 1 || len([]rune(l.words[0].text)) > longestMark)
}

// longestMark of an item of a list, in characters: "iv)".
const longestMark = 3

// within says whether a table can be where a line is: the one above or below has no
// word across its gutter either.
func (p page) within(i int, gutter float64) bool {
	for _, next := range []int{i - 1, i + 1} {
		if next >= 0 && next < len(p.lines) && !p.lines[next].crosses(gutter) {
			return true
		}
	}
	return len(p.lines) == 1
}

func (l line) crosses(gutter float64) bool {
	return slices.ContainsFunc(l.words, func(w word) bool { return w.from < gutter-sameEdge && w.to > gutter })
}

// beside is the first word behind a clear gutter, of those that most lines have; 0:
// there is none.
func (l *line) beside(gutters map[int]gutter) (first int, best gutter) {
	for i := 1; i < len(l.words); i++ {
		if g := gutters[edge(l.words[i].from)]; g.lines > best.lines && l.clear(i) {
			first, best = i, g
		}
	}
	return first, best
}

// within a table a line may have words on both sides of its gutter, or on the right
// alone; a word across it belongs to no column.
func (l *line) within(gutter float64) bool {
	for i, w := range l.words {
		switch {
		case w.from < gutter-sameEdge && w.to > gutter:
			return false
		case w.from < gutter-sameEdge:
			continue
		case i == 0:
			l.onlyRight = true
		case w.from < gutter+deepIndent && l.clear(i), w.from < gutter+sameEdge && w.from-l.words[i-1].to > someRoom*l.size:
			l.right = i
		}
		return l.right > 0 || l.onlyRight
	}
	return false
}
