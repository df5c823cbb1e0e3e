package workflow

import (
	"fmt"
	"strings"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/workflow/document"
)

// spare is how many places for further records a form has.
const spare = 3

// sheetLetters keeps what can stand in the name of a sheet.
var sheetLetters = strings.NewReplacer("[", "", "]", "", ":", "", "*", "", "?", "", "/", " ", `\`, "", "'", "")

// parts are the questions asked once, and each table with its records.
func (b *blank) parts() []document.FormPart {
	var parts []document.FormPart
	if len(b.ahq.Questionnaire.Questions) > 0 {
		parts = append(parts, document.FormPart{Title: "Asked once", Sheet: "Asked once", Entries: []document.FormEntry{b.once()}})
	}
	for i, t := range b.ahq.Questionnaire.Tables {
		parts = append(parts, document.FormPart{Title: t.Title, Sheet: sheetName(t, i), Entries: b.entries(t)})
	}
	return parts
}

// sheetName of a table: what its records are called.
func sheetName(t forms.Table, i int) string {
	const longest = 24
	name := []rune(sheetLetters.Replace(capital(t.Record) + "s"))
	if i > 0 {
		return fmt.Sprintf("%s %d", string(name[:min(len(name), longest)]), i+1)
	}
	return string(name[:min(len(name), longest)])
}

func (b *blank) once() document.FormEntry {
	return document.FormEntry{ID: reading.Once, Title: "Answers", Fields: b.questions(b.ahq.Questionnaire.Questions, b.content.Answers)}
}

// entries are the records of a table, and places for further ones.
func (b *blank) entries(t forms.Table) []document.FormEntry {
	var all []document.FormEntry
	for _, r := range b.content.Records {
		if of, ok := b.ahq.Questionnaire.Table(r.Section); ok && of.ID == t.ID {
			all = append(all, b.entry(t, r, r.ID, plainLine(recordTitle(t, r))+" ("+r.ID+")"))
		}
	}
	for i := range spare {
		all = append(all, b.entry(t, forms.Record{}, fmt.Sprintf("%s%d", reading.New, i+1), "Another "+t.Record+", if there is one"))
	}
	return all
}

// entry is one record as a form asks for it.
func (b *blank) entry(t forms.Table, r forms.Record, id, title string) document.FormEntry {
	e := document.FormEntry{ID: id, Title: title}
	e.Fields = append(e.Fields, document.FormField{Label: reading.RecordLabel, Text: id, Help: "Its name in this form. Leave it as it is.", Only: document.DOCX})
	e.Fields = append(e.Fields, b.besides(t, r)...)
	e.Fields = append(e.Fields, b.questions(t.Rows, r.Cells)...)
	if t.FollowUp != nil {
		e.Fields = append(e.Fields, document.FormField{Label: t.FollowUp.Title, Heads: true})
		e.Fields = append(e.Fields, b.questions(t.FollowUp.Questions, r.Cells)...)
	}
	return e
}

// besides are what a record has beside its questions.
func (b *blank) besides(t forms.Table, r forms.Record) []document.FormField {
	var fields []document.FormField
	words := b.besideWords(r)
	if len(t.Sections) > 1 {
		var titles []string
		for _, s := range t.Sections {
			titles = append(titles, s.Title)
		}
		fields = append(fields, document.FormField{
			Key: reading.SectionKey, Label: reading.SectionLabel, Help: "The part of the questionnaire that it belongs to.",
			Text: words[reading.SectionKey], Hint: reading.ChoosePlaceholder, Choices: titles, Strict: true,
		})
	}
	return append(fields,
		document.FormField{Key: reading.HeadingKey, Label: reading.HeadingLabel, Help: "A few words that stand above it.", Text: r.Heading, Hint: reading.Placeholder},
		document.FormField{Key: reading.CountriesKey, Label: reading.CountriesLabel, Help: "Codes, with commas between them: MK, XK.", Text: words[reading.CountriesKey], Hint: reading.Placeholder},
		document.FormField{
			Key: reading.StatusKey, Label: reading.StatusLabel, Help: "Choose one, if you know.",
			Text: words[reading.StatusKey], Hint: reading.ChoosePlaceholder, Choices: reading.StatusWords(), Strict: true,
		},
		document.FormField{Key: reading.NoteKey, Label: reading.NoteLabel, Help: "What has to be known to read the rest.", Text: reading.Worded(r.Note), Hint: reading.Placeholder},
	)
}

// besideWords are those of a record, by their keys.
func (b *blank) besideWords(r forms.Record) map[string]string {
	words := map[string]string{
		reading.CountriesKey: strings.Join(r.Countries, ", "),
		reading.StatusKey:    reading.StatusWord(r.Status),
	}
	if t, ok := b.ahq.Questionnaire.Table(r.Section); ok {
		words[reading.SectionKey] = sectionTitle(t, r)
	}
	return words
}

// questions of a list with their answers; those for other NCPs are shown, and shut.
func (b *blank) questions(list []forms.Question, answers map[string]forms.Answer) []document.FormField {
	var fields []document.FormField
	for _, q := range list {
		f := document.FormField{Label: label(q), Help: q.Help}
		if !q.Audience.Includes(b.draft.Response.NCP) {
			f.Shut = "Not asked of you" + b.askedOf(q)
			fields = append(fields, f)
			continue
		}
		f.Key, f.Text, f.Hint, f.Choices = q.ID, reading.Worded(answers[q.ID]), reading.Placeholder, reading.ReasonWords()
		if len(q.Options) > 0 {
			f.Choices = append(optionLabels(q), f.Choices...)
		}
		fields = append(fields, f)
		if q.Kind == forms.VerdictKind {
			fields = append(fields, verdictField(q, answers[q.ID]))
		}
	}
	return fields
}

func optionLabels(q forms.Question) []string {
	var labels []string
	for _, o := range q.Options {
		labels = append(labels, o.Label)
	}
	return labels
}

// verdictField asks for the verdict of a question in one word, where a list is at
// hand.
func verdictField(q forms.Question, a forms.Answer) document.FormField {
	f := document.FormField{
		Key: reading.VerdictKey(q.ID), Label: reading.VerdictLabel, Help: "If the answer above is yes or no, choose which.",
		Choices: reading.VerdictWords(), Strict: true, Only: document.XLSX,
	}
	if c := a.Standing(); c != nil && c.Reading != nil && c.Reading.Verdict != nil {
		f.Text = reading.VerdictWord(*c.Reading.Verdict)
	}
	return f
}
