package workflow

import (
	"sync"

	"ahq/forms"
	"ahq/workflow/document"
)

// reports are what forms says of each answer, on the day it was submitted; of
// what is withheld, nothing. They are made when the first sheet asks for them.
func (f filtered) reports(form *forms.Form) func() []forms.Report {
	return sync.OnceValue(func() []forms.Report {
		reports := make([]forms.Report, len(f.answers))
		for i, a := range f.answers {
			if !a.Withheld {
				reports[i] = form.Check(a.Content, forms.Asked{NCP: a.NCP, On: a.Submitted.In(brussels)})
			}
		}
		return reports
	})
}

// readingsSheet has a row for each thing that was understood of an answer.
func (f filtered) readingsSheet(reports func() []forms.Report) document.Sheet {
	s := document.Sheet{
		Name:  "Readings",
		About: "What was understood of the answers, a row for each amount, link, language and so on. It stands beside what was typed, and does not take its place.",
		Columns: append(f.keyColumns(),
			document.Column{Title: "Question", Width: 40, Key: true},
			document.Column{Title: "Kind", About: "What sort of answer the question wants.", Width: 12, Key: true}),
		Rows: func(yield func([]document.Value) bool) { f.readingRows(reports(), yield) },
	}
	for _, c := range readingColumns {
		s.Columns = append(s.Columns, c.Column)
	}
	return s
}

func (f filtered) readingRows(reports []forms.Report, yield func([]document.Value) bool) {
	var row []document.Value
	for i, a := range f.answers {
		for s := range f.spots(a) {
			for _, u := range understoodOf(reports[i].Readings[s.at], s) {
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
