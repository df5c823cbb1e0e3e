package reading

import "strings"

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
	var source []string
	for i, p := range all {
		if text := w.Text[p.from:p.to]; strings.TrimSpace(text) != "" {
			source = append(source, text)
		}
		if i == 0 {
			line = p.line
		}
	}
	at := w.Lines[line]
	f.Line = w.number(line)
	f.Page, f.Cell, f.Source = w.page(at), w.spotName(at.Cell), strings.Join(source, "\n")
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

// leftovers lists what was taken for nothing.
func (w *writer) leftovers() {
	for i, l := range w.Lines {
		from := l.From
		for from < l.To {
			if w.uses[from] != leftOver {
				from++
				continue
			}
			to := from
			for to < l.To && w.uses[to] == leftOver {
				to++
			}
			if text := strings.TrimSpace(w.Text[from:to]); text != "" {
				w.leave(i, text)
			}
			from = to
		}
	}
}

// longestLeft is how much of what was left is told as one, in bytes.
const longestLeft = 4000

// leave a text; lines that follow one another are one.
func (w *writer) leave(i int, text string) {
	if n := len(w.Left); n > 0 && w.leftAt >= 0 && len(w.Left[n-1].Text) < longestLeft && w.adjacent(w.leftAt, i) {
		w.Left[n-1].Text += "\n" + text
	} else {
		w.Left = append(w.Left, Left{Line: w.number(i), Page: w.page(w.Lines[i]), Text: text})
	}
	w.leftAt = i
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
