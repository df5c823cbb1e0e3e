package reading

import "iter"

// The measures of how sure a text is in its place, each taken off.
const (
	perLetter  = 0.03 // of the label that is wrong
	cutLabel   = 0.05 // the label was cut by a page
	atHeading  = 0.1  // its end is where a heading was made out
	pageInside = 0.05 // a page ends in it
	emptyPlace = 0.3  // nothing is there
	mostSure   = 0.99
)

// found says where a text stands and how sure that is.
func (w *writer) found(m mark, all []piece, stolen bool) Found {
	f, line := Found{Sure: mostSure}, w.lineAt(m.from())
	f.Sure -= perLetter*float64(m.wrong) + cutLabel*float64(len(m.parts)-1)
	if stolen {
		f.Sure -= atHeading
	}
	if len(all) == 0 {
		f.Sure -= emptyPlace
	} else if len(m.parts) == 1 && w.paged(all[0].line, all[len(all)-1].line) {
		f.Sure -= pageInside
	}
	if len(all) > 0 {
		line = all[0].line
	}
	at := w.Lines[line]
	f.Line = w.number(line)
	f.Page, f.Cell, f.Source = w.page(at), w.spotName(at.Cell), w.joined(all)
	f.Sure = float64(int(100*max(f.Sure, 0.1)+0.5)) / 100
	return f
}

// page of a line, where the document has pages.
func (w *writer) page(l Line) int {
	if w.Lines[len(w.Lines)-1].Page <= 1 {
		return 0
	}
	return l.Page
}

// longestLeft is how much of what was left is told as one, in bytes.
const longestLeft = 4000

// leftovers lists what was taken for nothing; lines that follow one another are one.
func (w *writer) leftovers() {
	var open []piece // that are told as one
	size := 0        // with their line ends
	for p := range w.unused() {
		if size > longestLeft || size > 0 && !w.adjacent(open[len(open)-1].line, p.line) {
			w.leave(open)
			open, size = open[:0], 0
		}
		open, size = append(open, p), size+p.to-p.from+1
	}
	w.leave(open)
}

// unused are the pieces of a document that were taken for nothing, but for space.
func (w *writer) unused() iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for i, l := range w.Lines {
			for from := l.From; from < l.To; from++ {
				to := from
				for to < l.To && w.uses[to] == leftOver {
					to++
				}
				if to == from {
					continue
				}
				if p := w.bare(piece{i, from, to}); p.from < p.to && !yield(p) {
					return
				}
				from = to
			}
		}
	}
}

// leave pieces, as one text.
func (w *writer) leave(all []piece) {
	if len(all) > 0 {
		first := all[0].line
		w.Left = append(w.Left, Left{Line: w.number(first), Page: w.page(w.Lines[first]), Text: w.joined(all)})
	}
}

// adjacent: nothing but blank lines stands between two.
func (w *writer) adjacent(above, below int) bool {
	for i := above + 1; i < below; i++ {
		if !w.blank(i) {
			return false
		}
	}
	return true
}
