package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
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
	if fields[0].record == Once {
		once := forms.Record{Cells: b.Content.Answers}
		for _, f := range fields {
			b.cell(&once, f)
			b.find(f.key, f)
		}
		return
	}
	r := forms.Record{Cells: map[string]forms.Answer{}, Section: b.section(fields)}
	if isRecord(fields[0].record) {
		r.ID = fields[0].record
	}
	begun := r.ID != ""
	for _, f := range fields {
		begun = begun || f.key != SectionKey && f.words() != ""
		b.cell(&r, f)
	}
	if !begun {
		return
	}
	at := fmt.Sprintf("records[%d].", len(b.Content.Records))
	for _, f := range fields {
		b.find(at+strings.TrimPrefix(f.key, "_"), f)
	}
	b.Content.Records = append(b.Content.Records, r)
}

// words that somebody wrote into a field.
func (f field) words() string {
	if placeholders[strings.TrimSpace(f.text)] {
		return ""
	}
	return f.text
}

// cell puts a field where it belongs.
func (b *filled) cell(r *forms.Record, f field) {
	text := f.words()
	question, isVerdict := strings.CutSuffix(f.key, verdictKey)
	switch {
	case f.key == HeadingKey:
		r.Heading = text
	case f.key == NoteKey:
		r.Note = answered(text)
	case f.key == CountriesKey:
		r.Countries = countriesIn(text)
	case f.key == StatusKey:
		r.Status = statusIn(text)
	case isVerdict:
		r.Cells[question] = judged(r.Cells[question], text)
	case f.key != SectionKey:
		confirmed := r.Cells[f.key].Confirmed
		a := answered(text)
		if confirmed != nil {
			confirmed.Of = textSum(a.Text)
		}
		a.Confirmed = confirmed
		r.Cells[f.key] = a
	}
}

// judged is an answer with the verdict that somebody chose for it.
func judged(a forms.Answer, word string) forms.Answer {
	if verdict, chosen := verdictWords.meant(word); chosen {
		a.Confirmed = &forms.Confirmed{Of: textSum(a.Text), Reading: &forms.Correction{Verdict: &verdict}}
	}
	return a
}

func textSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// section of a record: the one that was chosen, else the first of the table whose
// questions it answers.
func (b *filled) section(fields []field) string {
	for _, t := range b.asked.Tables {
		for _, s := range t.Sections {
			if slices.ContainsFunc(fields, func(f field) bool { return f.key == SectionKey && strings.TrimSpace(f.text) == s.Title }) {
				return s.ID
			}
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

var codeSyntax = regexp.MustCompile(`^[A-Z]{2}$`)

// countriesIn reads codes, or names.
func countriesIn(text string) []string {
	var codes []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",; \n\t", r) }) {
		if !codeSyntax.MatchString(word) {
			named, _ := forms.CountriesIn(text)
			return named
		}
		codes = append(codes, word)
	}
	return codes
}

func statusIn(text string) forms.Status {
	status, _ := statusWords.meant(text)
	return status
}

// find says where a field was found.
func (b *filled) find(place string, f field) {
	b.Found[place] = Found{Line: f.line + 1, Cell: b.spotName(f.spot), Source: f.words(), Sure: f.sure}
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
		if text == "" || answers[cell] && cell != (Spot{}) || placeholders[text] || ours[Fingerprint(text)] {
			continue
		}
		b.Left = append(b.Left, Left{Line: b.number(i), Text: text})
	}
}
