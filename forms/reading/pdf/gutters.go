package pdf

import "math"

// A table of two columns has words beside one another, with room between them, and
// the right ones all begin at the same distance from the edge: its gutter.

// The measures of gutters; room is in parts of the size of letters.
const (
	fewestBeside = 3   // lines that have words on both sides of one
	clearRoom    = 0.9 // before a word on its right, where nothing else is known
	someRoom     = 0.6 // and where a gutter is
	sameEdge     = 1.5 // points that words may stand apart which begin at one
	deepIndent   = 90  // points that a line may stand in, on the right of one
	nextBelow    = 2.6 // a line further down is of another paragraph, and no table goes on
)

// gutters of a book, and how many lines each has.
func (b *book) gutters() map[int]int {
	begin := map[int]int{}
	for _, p := range b.pages {
		for _, l := range p.lines {
			for i := 1; i < len(l.words); i++ {
				if l.clear(i) {
					begin[edge(l.words[i].from)]++
				}
			}
		}
	}
	found := map[int]int{}
	for at, n := range begin {
		if all := n + begin[at-1] + begin[at+1]; all >= fewestBeside {
			found[at] = all
		}
	}
	return found
}

func edge(at float64) int { return int(math.Round(at)) }

// columns finds the right columns of all lines.
func (b *book) columns() {
	gutters := b.gutters()
	open := 0.0 // the gutter of the table that is open; 0: none is
	for _, p := range b.pages {
		for i := range p.lines {
			l := &p.lines[i]
			if at := l.beside(gutters); at > 0 {
				open = l.words[at].from
				l.right = at
				continue
			}
			near := i == 0 || p.lines[i-1].at-l.at < nextBelow*math.Max(l.size, p.lines[i-1].size)
			if open > 0 && near {
				l.within(open)
			}
		}
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

// beside is the first word behind a clear gutter, of those that most lines have; 0:
// there is none.
func (l *line) beside(gutters map[int]int) (best int) {
	most := 0
	for i := 1; i < len(l.words); i++ {
		n := gutters[edge(l.words[i].from)]
		if n > most && l.clear(i) {
			best, most = i, n
		}
	}
	return best
}

// within a table a line may have words on both sides of its gutter, or on the right
// alone; a word across it belongs to no column.
func (l *line) within(gutter float64) {
	for i, w := range l.words {
		switch {
		case w.from < gutter-sameEdge && w.to > gutter:
			return
		case w.from < gutter-sameEdge:
			continue
		case i == 0:
			l.onlyRight = w.from < gutter+deepIndent
		case w.from-l.words[i-1].to > someRoom*l.size && w.from < gutter+sameEdge:
			l.right = i
		}
		return
	}
}
