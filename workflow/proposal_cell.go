package workflow

import (
	"strings"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
)

// cell puts an answer beside the one of the draft; there is nothing to say where
// both are empty.
func (c comparing) cell(r ProposedRecord, question, label string, a forms.Answer, found reading.Found) (ProposedCell, bool) {
	now, there := c.cells[r.place(question)]
	if !there {
		now = c.empty(r, question)
	}
	said := answerOf(now)
	p := ProposedCell{
		Key: r.Key + "." + question, Question: question, Label: label, Found: found, answer: a, now: now,
		Text: reading.Worded(a), Now: reading.Worded(said), Version: now.Version,
	}
	same := sayable(p.Text) == sayable(p.Now) && sameVerdict(a, said)
	moved := c.read.Seal != nil && now.Version != c.read.Seal.From(r.ID, question)
	p.Stand = c.standing(p, base{r.ID, question, a, moved}, same)
	return p, p.Text != "" || p.Now != "" && c.read.Seal != nil
}

// place of a cell in the draft; of a record that would be new, where none is.
func (r ProposedRecord) place(question string) Place {
	if r.Key == reading.Once {
		return Place{"", question}
	}
	return Place{r.Key, question}
}

// empty is a cell of the draft that nobody wrote.
func (c comparing) empty(r ProposedRecord, question string) models.Cell {
	at := r.place(question)
	return models.Cell{ResponseID: c.draft.Response.ID, RecordID: at.Record, Question: at.Question}
}

// A base is where a form knows what a cell was made of.
type base struct {
	record, key string
	answer      forms.Answer
	moved       bool // the draft was changed since
}

// standing of an answer in a file to the one in the draft.
func (c comparing) standing(p ProposedCell, b base, same bool) Stand {
	seal := c.read.Seal
	switch {
	case same:
		return SameAnswer
	case b.moved && seal.Untouched(b.record, b.key, b.answer):
		return UntouchedForm
	case p.Text == "":
		return EmptiedInForm
	case p.Now == "":
		return NewAnswerHere
	case b.moved:
		return ChangedSince
	default:
		return OtherAnswer
	}
}

// sayable is a text as a file can hold it: without what no XML may say, and the
// space around it.
func sayable(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == '\uFFFD' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text))
}

// sameVerdict says whether a file chooses no other verdict than somebody did.
func sameVerdict(a, now forms.Answer) bool {
	chosen := verdictOf(a)
	return chosen == nil || verdictOf(now) != nil && *chosen == *verdictOf(now)
}

// verdictOf an answer that somebody chose, nil for none.
func verdictOf(a forms.Answer) *forms.YesNo {
	if c := a.Standing(); c != nil && c.Reading != nil {
		return c.Reading.Verdict
	}
	return nil
}

// A besideCell is what a record has beside its questions.
type besideCell struct{ key, label, text, now string }

// besides are those that a form says and the draft's record can take. Of a record
// that would be new they come with it; other documents do not say them outright.
func (c comparing) besides(t forms.Table, read forms.Record) []besideCell {
	row, there := c.rows[read.ID]
	if !there || c.read.Seal == nil {
		return nil
	}
	was := forms.Record{Section: row.Section, Countries: row.Countries, Status: row.Status}
	return []besideCell{
		{reading.SectionKey, reading.SectionLabel, sectionTitle(t, read), sectionTitle(t, was)},
		{reading.CountriesKey, reading.CountriesLabel, strings.Join(read.Countries, ", "), strings.Join(row.Countries, ", ")},
		{reading.StatusKey, reading.StatusLabel, reading.StatusWord(read.Status), reading.StatusWord(row.Status)},
	}
}

// beside puts such a thing beside that of the draft. The three share the version of
// their record, so only what they say tells which of them was changed.
func (c comparing) beside(r ProposedRecord, b besideCell, found reading.Found) (ProposedCell, bool) {
	now := c.empty(r, b.key)
	now.Text, now.Version = b.now, c.rows[r.ID].Version
	p := ProposedCell{
		Key: r.Key + "." + b.key, Question: b.key, Label: b.label, Found: found,
		Text: b.text, Now: b.now, Version: now.Version, answer: forms.Answer{Text: b.text}, now: now,
	}
	moved := !c.read.Seal.Untouched(r.ID, b.key, answerOf(now))
	p.Stand = c.standing(p, base{r.ID, b.key, p.answer, moved}, b.text == b.now)
	return p, p.Text != "" || p.Now != "" && c.read.Seal != nil
}

// Verdict that the file chooses, in one word; "" where it chooses none.
func (p ProposedCell) Verdict() string {
	if v := verdictOf(p.answer); v != nil {
		return reading.VerdictWord(*v)
	}
	return ""
}
