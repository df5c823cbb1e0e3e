package workflow

import "ahq/workflow/document"

// readingsSheet has a row for each thing that was understood of an answer.
func (f account) readingsSheet() document.Sheet {
	s := document.Sheet{
		Name:  "Readings",
		About: "What was understood of the answers, a row for each amount, link, language and so on. It stands beside what was typed, and does not take its place.",
		Columns: append(f.keyColumns(),
			document.Column{Title: "Question", Width: 40, Key: true},
			document.Column{Title: "Kind", About: "What sort of answer the question wants.", Width: 12, Key: true}),
		Rows: f.readingRows,
	}
	for _, c := range readingColumns {
		s.Columns = append(s.Columns, c.Column)
	}
	return s
}

func (f account) readingRows(yield func([]document.Value) bool) {
	var row []document.Value
	for _, a := range f.answers {
		for s := range f.spots(a) {
			for _, u := range understoodOf(f.reports[a.NCP].Readings[s.at], s) {
				row = append(f.keys(row[:0], a, s.record), document.Words(s.label), document.Words(s.kind))
				for _, c := range readingColumns {
					row = append(row, c.of(u))
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}
