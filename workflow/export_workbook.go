package workflow

import (
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// workbook is an edition as it will be counted and sorted. It comes from what
// the audience may read, as the document does: of what is withheld there is
// nothing in it but that it is.
func (f filtered) workbook() (document.Workbook, error) {
	form, err := forms.Compile(f.ahq.Questionnaire)
	if err != nil {
		return document.Workbook{}, err
	}
	b := document.Workbook{
		Title:    f.title(),
		Subject:  "AHQ " + reference(f.ahq) + ", " + f.edition(),
		Author:   "EMN NCP " + f.names[lead(f.ahq)],
		Language: "en",
		Made:     f.made,
		Sheets:   []document.Sheet{f.responsesSheet()},
	}
	if f.hasTables() {
		b.Sheets = append(b.Sheets, f.recordsSheet())
		b.Flat = 1
	}
	reports := f.reports(form)
	b.Sheets = append(b.Sheets, f.readingsSheet(reports), f.problemsSheet(reports))
	b.Sheets = append(b.Sheets, f.aboutSheet(b.Sheets))
	return b, nil
}

func (f filtered) hasTables() bool { return len(f.ahq.Questionnaire.Tables) > 0 }

// keyColumns say whose answer a row is about, and of which record. They stand
// first on every sheet of answers, so that it can be filtered by each.
func (f filtered) keyColumns() []document.Column {
	keys := ncpColumns()
	if !f.hasTables() {
		return keys
	}
	return append(keys,
		document.Column{Title: "Record", About: "The record's own name within the response: it is kept for life.", Width: 8, Key: true},
		document.Column{Title: "Section", About: "The part of the questionnaire that the record belongs to.", Width: 24, Key: true},
		document.Column{Title: "Heading", About: "The record's heading, as it was typed.", Width: 26, Key: true},
		document.Column{Title: "Countries", About: "The codes of the countries that the NCP chose for the record.", Width: 11, Key: true},
		document.Column{Title: "Status", About: "How far it is, where the NCP said so.", Width: 10, Key: true},
	)
}

func ncpColumns() []document.Column {
	return []document.Column{
		{Title: "NCP code", About: "The code of the National Contact Point: ISO 3166-1, Kosovo XK, the Commission COM.", Width: 10, Key: true},
		{Title: "NCP name", About: "Its name, as it was when the AHQ was issued.", Width: 20, Key: true},
	}
}

// keys are what stands under the keyColumns; without a record, those of the
// record are empty.
func (f filtered) keys(row []document.Value, a filteredAnswer, r *forms.Record) []document.Value {
	row = append(row, document.Words(a.NCP), document.Words(a.Name))
	switch {
	case !f.hasTables():
		return row
	case r == nil:
		return append(row, make([]document.Value, 5)...)
	}
	return append(row, document.Words(r.ID), document.Words(f.section(r.Section)), document.Words(r.Heading),
		document.Words(strings.Join(r.Countries, ", ")), document.Words(statusWords[r.Status]))
}

// section is its title, or that of the table where it has none.
func (f filtered) section(id string) string {
	t, _ := f.ahq.Questionnaire.Table(id)
	i := slices.IndexFunc(t.Sections, func(s forms.Section) bool { return s.ID == id })
	if i < 0 {
		return t.Title
	}
	return t.Sections[i].Title
}

// for whom an edition is, as the file says it.
var forWhom = map[models.Audience]string{
	models.Internal: "Internal: for the network, not for the public.",
	models.Public:   "Public: for everybody.",
}

// aboutSheet says what the file is, and what each sheet and column means.
func (f filtered) aboutSheet(sheets []document.Sheet) document.Sheet {
	rows := [][3]string{
		{"This file", "AHQ", reference(f.ahq)},
		{"This file", "Topic", f.title()},
		{"This file", "Requested by", f.requested()},
		{"This file", "Reply by", longDay(f.ahq.ReplyBy)},
		{"This file", "Edition", f.edition()},
		{"This file", "Audience", forWhom[f.audience]},
		{"This file", "Made on", longDay(Day(f.made))},
		{"This file", "Responses from", f.respondents()},
		{"This file", "Disclaimer", f.texts.Disclaimer},
		{"This file", "Withheld answers", "An NCP may ask that its answer is not disseminated beyond the network. In a public edition such a response keeps its row on the sheet Responses, " +
			`with "Yes" under Withheld and the standard sentence under Remark; nothing of what it answered is in this file.`},
		{"This file", "Long texts", `No text is cut. One that is too long for a cell goes on in the next rows, which repeat the columns that say what the row is about; the column Part then says "1 of 3", "2 of 3", "3 of 3".`},
		{"This file", "Texts like formulas", "No cell is a formula. In the CSV file of this edition a text that begins with = + - @ ' or a tab or a line end has an apostrophe before it: take the first apostrophe off, and it is as it was typed."},
	}
	for _, s := range sheets {
		rows = append(rows, [3]string{s.Name, "", s.About})
		for _, c := range s.Columns {
			if c.About != "" {
				rows = append(rows, [3]string{s.Name, c.Title, c.About})
			}
		}
	}
	return document.Sheet{
		Name: "About", About: "What this file is, and what its sheets and columns mean.",
		Columns: []document.Column{{Title: "Of", Width: 12, Key: true}, {Title: "What", Width: 36, Wrap: true, Key: true}, {Title: "In words", Width: 92, Wrap: true}},
		Rows: func(yield func([]document.Value) bool) {
			for _, r := range rows {
				if !yield([]document.Value{document.Words(r[0]), document.Words(r[1]), document.Words(r[2])}) {
					return
				}
			}
		},
	}
}
