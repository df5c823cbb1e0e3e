package workflow

import (
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// An account is an edition as it will be counted and sorted. It comes from what
// the audience may read, as the document does: of what is withheld there is
// nothing in it but that it is.
type account struct {
	filtered
	sections map[string]section // by id
}

// A section is where a record can stand, with what is asked of it.
type section struct {
	title     string
	table     string // its id
	questions []forms.Question
}

// workbook is the edition in sheets.
func (f filtered) workbook() document.Workbook {
	a := account{filtered: f, sections: placesOf(f.ahq.Questionnaire)}
	b := document.Workbook{
		Title:    f.title(),
		Subject:  "AHQ " + reference(f.ahq) + ", " + f.edition(),
		Author:   "EMN NCP " + f.names[lead(f.ahq)],
		Language: "en",
		Made:     f.made,
		Manifest: f.manifest.text(),
		Sheets:   []document.Sheet{a.responsesSheet()},
	}
	if a.hasTables() {
		b.Sheets = append(b.Sheets, a.recordsSheet())
		b.Flat = 1
	}
	b.Sheets = append(b.Sheets, a.readingsSheet(), a.problemsSheet())
	b.Sheets = append(b.Sheets, a.aboutSheet(b.Sheets))
	return b
}

// placesOf a questionnaire where a record can stand; a table without sections is one, named "".
func placesOf(q forms.Questionnaire) map[string]section {
	sections := map[string]section{}
	for _, t := range q.Tables {
		questions := t.Questions()
		if len(t.Sections) == 0 {
			sections[""] = section{t.Title, t.ID, questions}
		}
		for _, s := range t.Sections {
			sections[s.ID] = section{s.Title, t.ID, questions}
		}
	}
	return sections
}

func (f account) hasTables() bool { return len(f.sections) > 0 }

// keyColumns say whose answer a row is about, and of which record. They stand
// first on every sheet of answers, so that it can be filtered by each.
func (f account) keyColumns() []document.Column {
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
func (f account) keys(row []document.Value, a filteredAnswer, r *forms.Record) []document.Value {
	row = append(row, document.Words(a.NCP), document.Words(a.Name))
	switch {
	case !f.hasTables():
		return row
	case r == nil:
		return append(row, make([]document.Value, 5)...)
	}
	return append(row, document.Words(r.ID), document.Words(f.sections[r.Section].title), document.Words(r.Heading),
		document.Words(strings.Join(r.Countries, ", ")), document.Words(statusWords[r.Status]))
}

// forWhom an edition is, as the file says it.
var forWhom = map[models.Audience]string{
	models.Internal: "Internal: for the network, not for the public.",
	models.Public:   "Public: for everybody.",
}

// aboutSheet says what the file is, and what each sheet and column means.
func (f account) aboutSheet(sheets []document.Sheet) document.Sheet {
	rows := f.aboutFile()
	for _, s := range sheets {
		rows = append(rows, words(s.Name, "", s.About))
		for _, c := range s.Columns {
			if c.About != "" {
				rows = append(rows, words(s.Name, c.Title, c.About))
			}
		}
	}
	return document.Sheet{
		Name: "About", About: "What this file is, and what its sheets and columns mean.",
		Columns: []document.Column{
			{Title: "Of", Width: 12, Key: true}, {Title: "What", Width: 36, Wrap: true, Key: true}, {Title: "In words", Width: 92, Wrap: true},
		},
		Rows: slices.Values(rows),
	}
}

func (f account) aboutFile() [][]document.Value {
	const file = "This file"
	return [][]document.Value{
		words(file, "AHQ", reference(f.ahq)),
		words(file, "Topic", f.title()),
		words(file, "Requested by", f.requested()),
		words(file, "Reply by", longDay(f.ahq.ReplyBy)),
		words(file, "Edition", f.edition()),
		words(file, "Audience", forWhom[f.audience]),
		words(file, "Made on", longDay(Day(f.made))),
		words(file, "Responses from", f.respondents()),
		words(file, "Disclaimer", f.texts.Disclaimer),
		words(file, "Withheld answers", "An NCP may ask that its answer is not disseminated beyond the network. In a public edition such a response keeps its row on the sheet Responses, "+
			`with "Yes" under Withheld and the standard sentence under Remark; nothing of what it answered is in this file.`),
		words(file, "Long texts", "No text is cut. One that is too long for a cell goes on in the next rows, which repeat the columns that say what the row is about; "+
			`the column Part then says "1 of 3", "2 of 3", "3 of 3".`),
		words(file, "Texts like formulas", "No cell is a formula. In the CSV file of this edition a text that begins with = + - @ ' or a tab or a line end has an apostrophe before it: "+
			"take the first apostrophe off, and it is as it was typed."),
	}
}

func words(texts ...string) []document.Value {
	row := make([]document.Value, len(texts))
	for i, text := range texts {
		row[i] = document.Words(text)
	}
	return row
}
