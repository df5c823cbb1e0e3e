package reading

import "strings"

// answer is the pieces of what stands behind a label, up to a place.
func (w *writer) answer(m mark, end int) (all []piece) {
	end = w.within(m, end)
	for i, p := range m.parts {
		to := end
		if i+1 < len(m.parts) {
			to = m.parts[i+1].from
		}
		from := min(p.to+m.tailIn(w.Text[p.to:max(p.to, to)], i), to)
		if from < to {
			all = append(all, w.trimmed(w.pieces(from, to))...)
		}
	}
	return w.trimmed(all)
}

// within is how far what stands behind a label may be its answer: in a table, to the
// next row that asks something else, and not beyond the table.
func (w *writer) within(m mark, end int) int {
	at := w.lineAt(m.end())
	asks := w.Lines[at].Cell
	if asks == (Spot{}) {
		return end
	}
	for i := at + 1; i < len(w.Lines) && w.Lines[i].From < end; i++ {
		cell := w.Lines[i].Cell
		if w.blank(i) {
			continue
		}
		if cell.Table != asks.Table || cell.Row != asks.Row && cell.Column <= asks.Column && w.besideOthers(i) && strings.ContainsFunc(w.line(i), isWord) {
			return w.Lines[i].From
		}
	}
	return end
}

// besideOthers says whether the row of a line has something in a later cell, too.
func (w *writer) besideOthers(i int) bool {
	cell := w.Lines[i].Cell
	far := i + farthest
	for i++; i < min(len(w.Lines), far) && w.Lines[i].Cell.Table == cell.Table && w.Lines[i].Cell.Row == cell.Row; i++ {
		if w.Lines[i].Cell.Column > cell.Column && !w.blank(i) {
			return true
		}
	}
	return false
}
