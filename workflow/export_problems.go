package workflow

import (
	"maps"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// problemsSheet has a row for each problem that is open, and for each warning
// that a person confirmed.
func (f account) problemsSheet() document.Sheet {
	return document.Sheet{
		Name: "Problems", About: "What should be looked at before a figure is used: the warnings and notes that stayed open when the response was submitted, and those that the NCP confirmed.",
		Columns: append(f.keyColumns(),
			document.Column{Title: "Question", Width: 40, Key: true},
			document.Column{Title: "State", About: "Open, or confirmed by the NCP.", Width: 11},
			document.Column{Title: "Severity", About: "Of what is open: a warning should be looked at; a note informs.", Width: 10},
			document.Column{Title: "Rule", About: "The name of the rule.", Width: 20},
			document.Column{Title: "In words", About: "What the NCP was told; of what it confirmed, its word.", Width: 80, Wrap: true}),
		Rows: f.problemRows,
	}
}

func (f account) problemRows(yield func([]document.Value) bool) {
	var row []document.Value
	for _, a := range f.answers {
		open := map[string][]problem{}
		for _, p := range f.reports[a.NCP].Problems {
			open[p.At] = append(open[p.At], problem{"open", string(p.Severity), p.Rule, p.Text})
		}
		for s := range f.spots(a) {
			for _, p := range append(open[s.at], confirmedOf(s.answer)...) {
				row = append(f.keys(row[:0], a, s.record), document.Words(s.label), document.Words(p.state),
					document.Words(p.severity), document.Words(string(p.rule)), document.Words(p.words))
				if !yield(row) {
					return
				}
			}
		}
	}
}

// A problem is one as the sheet has it.
type problem struct {
	state, severity string
	rule            forms.Rule
	words           string
}

// confirmedOf are the warnings that a person said are as they should be.
func confirmedOf(a forms.Answer) []problem {
	standing := a.Standing()
	if standing == nil {
		return nil
	}
	var all []problem
	for _, rule := range slices.Sorted(maps.Keys(standing.Warnings)) {
		if word := standing.Warnings[rule]; strings.TrimSpace(word) != "" {
			all = append(all, problem{state: confirmed, rule: rule, words: word})
		}
	}
	return all
}
