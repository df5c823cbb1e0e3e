package reading

import (
	"strings"

	"ahq/forms"
)

// A formRow is a row of a table: the first line of its first cell, and what stands
// beside it.
type formRow struct {
	table, row    int
	label, answer string
	spot          Spot // of the answer
	line          int
}

// rows of the tables of a document.
func (d Document) rows() (all []formRow) {
	var open *formRow
	first := 0 // the column of the label
	for i, l := range d.Lines {
		if l.Cell == (Spot{}) {
			open = nil
			continue
		}
		if open == nil || open.table != l.Cell.Table || open.row != l.Cell.Row {
			all = append(all, formRow{table: l.Cell.Table, row: l.Cell.Row, label: strings.TrimSpace(d.line(i)), line: i})
			open, first = &all[len(all)-1], l.Cell.Column
			continue
		}
		if l.Cell.Column == first {
			continue
		}
		if open.spot != (Spot{}) {
			open.answer += "\n"
		} else {
			open.line = i
		}
		open.spot = l.Cell
		open.answer += d.line(i)
	}
	return all
}

// rowLabels are the keys of the cells of a form, by the letters of their labels.
type rowLabels struct {
	exact map[string]string
	all   Labels
}

func formLabels(q forms.Questionnaire) rowLabels {
	known := rowLabels{exact: map[string]string{}, all: LabelsOf(q.Questions)}
	for _, t := range q.Tables {
		known.all = append(known.all, LabelsOf(t.Questions())...)
	}
	for _, l := range known.all {
		known.exact[string(l.letters)] = l.question
	}
	for label, key := range besideLabels {
		known.exact[string(runesOf(lettersOf(label)))] = key
	}
	return known
}

// key of the cell beside a label, which may have a slip in it.
func (l rowLabels) key(label string) (string, bool) {
	letters := lettersOf(label)
	if key, ok := l.exact[string(runesOf(letters))]; ok {
		return key, true
	}
	found := l.all.first(letters)
	if found.taken == 0 || found.taken < len(letters) {
		return "", false
	}
	return found.question, true
}
