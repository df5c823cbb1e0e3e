package reading

import (
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
)

// filled is a form on its way to a proposal.
type filled struct {
	Document
	Proposal
	asked forms.Questionnaire
}

// record adds what the fields of one say, or of the questions asked once. One that
// nobody began, and that is not in the draft, is none.
func (b *filled) record(fields []field) {
	fields = b.told(fields)
	if fields[0].record == Once {
		once := forms.Record{Cells: b.Content.Answers}
		for _, f := range b.cells(&once, fields) {
			b.find(f.key, f)
		}
		return
	}
	r := forms.Record{Cells: map[string]forms.Answer{}, Section: b.section(fields)}
	if isRecord(fields[0].record) {
		r.ID = fields[0].record
	}
	kept := b.cells(&r, fields)
	if r.ID == "" && !slices.ContainsFunc(kept, func(f field) bool { return f.key != SectionKey && f.words() != "" }) {
		return
	}
	at := fmt.Sprintf("records[%d].", len(b.Content.Records))
	for _, f := range kept {
		b.find(at+strings.TrimPrefix(f.key, "_"), f)
	}
	b.Content.Records = append(b.Content.Records, r)
}

// told are the fields of a record, each once: a copy that says nothing changes
// nothing, and one that says something else is left for a person to look at.
func (b *filled) told(fields []field) (once []field) {
	at := map[string]int{}
	for _, f := range fields {
		i, again := at[f.key]
		switch {
		case !again:
			at[f.key], once = len(once), append(once, f)
		case once[i].words() == "":
			once[i] = f
		case f.words() != "" && f.words() != once[i].words():
			b.leave(f)
		}
	}
	return once
}

// cells puts fields where they belong, and gives those that could be put there: words
// that are not understood are left, and change nothing.
func (b *filled) cells(r *forms.Record, fields []field) (kept []field) {
	for _, f := range fields {
		if b.cell(r, f) {
			kept = append(kept, f)
		} else {
			b.leave(f)
		}
	}
	return kept
}

// words that somebody wrote into a field.
func (f field) words() string {
	if placeholders[strings.TrimSpace(f.text)] {
		return ""
	}
	return f.text
}

// cell puts a field where it belongs, and says whether it was understood.
func (b *filled) cell(r *forms.Record, f field) (understood bool) {
	text := f.words()
	question, isVerdict := strings.CutSuffix(f.key, verdictKey)
	understood = true
	switch {
	case f.key == HeadingKey:
		r.Heading = text
	case f.key == NoteKey:
		r.Note = answered(text)
	case f.key == CountriesKey:
		r.Countries, understood = countriesIn(text)
	case f.key == StatusKey:
		r.Status, understood = statusWords.chosen(text)
	case f.key == SectionKey:
		understood = strings.TrimSpace(text) == "" || b.titled(text) != ""
	case isVerdict:
		r.Cells[question], understood = judged(r.Cells[question], text)
	default:
		confirmed := r.Cells[f.key].Confirmed
		a := answered(text)
		if confirmed != nil {
			confirmed.Of = forms.Fingerprint(a.Text)
		}
		a.Confirmed = confirmed
		r.Cells[f.key] = a
	}
	return understood
}

// judged is an answer with the verdict that somebody chose for it.
func judged(a forms.Answer, word string) (forms.Answer, bool) {
	verdict, understood := verdictWords.chosen(word)
	if verdict != "" {
		a.Confirmed = &forms.Confirmed{Of: forms.Fingerprint(a.Text), Reading: &forms.Correction{Verdict: &verdict}}
	}
	return a, understood
}

// section of a record: the one that was chosen, else the first of the table whose
// questions it answers.
func (b *filled) section(fields []field) string {
	for _, f := range fields {
		if id := b.titled(f.text); f.key == SectionKey && id != "" {
			return id
		}
	}
	for _, t := range b.asked.Tables {
		if len(t.Sections) > 0 && slices.ContainsFunc(t.Rows, func(q forms.Question) bool {
			return slices.ContainsFunc(fields, func(f field) bool { return f.key == q.ID })
		}) {
			return t.Sections[0].ID
		}
	}
	return ""
}

// titled is the section with such a title; "" for none.
func (b *filled) titled(title string) string {
	for _, t := range b.asked.Tables {
		for _, s := range t.Sections {
			if strings.EqualFold(strings.TrimSpace(title), strings.TrimSpace(s.Title)) {
				return s.ID
			}
		}
	}
	return ""
}

// countriesIn reads codes and names, and says whether they are nothing else.
func countriesIn(text string) (codes []string, understood bool) {
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n\t", r) }) {
		if strings.TrimSpace(one) == "" {
			continue
		}
		some, alone := forms.CountriesIn(one)
		if !alone {
			some, alone = forms.CountriesIn(text) // a name may have a comma in it
			return some, alone
		}
		for _, code := range some {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes, true
}

// find says where a field was found.
func (b *filled) find(place string, f field) {
	b.Found[place] = Found{Line: f.line + 1, Cell: b.spotName(f.spot), Source: f.words(), Sure: f.sure}
}

// leave what a field says. Where it stands in no table, its line is left itself.
func (b *filled) leave(f field) {
	if f.spot != (Spot{}) {
		b.Left = append(b.Left, Left{Line: f.line + 1, Text: strings.TrimSpace(f.words())})
	}
}

// left lists the lines that are neither ours nor in a cell of the form.
func (b *filled) left(fields []field) {
	answers, ours := map[Spot]bool{}, map[string]bool{}
	for _, f := range fields {
		answers[f.spot] = true
	}
	for _, print := range b.Document.Seal.Ours {
		ours[print] = true
	}
	for i, l := range b.Lines {
		text := strings.TrimSpace(b.line(i))
		cell := l.Cell
		if text == "" || answers[cell] && cell != (Spot{}) || placeholders[text] || ours[PrintOf(text)] {
			continue
		}
		b.Left = append(b.Left, Left{Line: b.number(i), Text: text})
	}
	slices.SortStableFunc(b.Left, func(a, c Left) int { return a.Line - c.Line })
}
