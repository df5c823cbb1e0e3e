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
	now := c.cells[Place{r.ID, question}]
	if r.Key != reading.Once && r.ID == "" {
		now = models.Cell{}
	}
	said := answerOf(now)
	p := ProposedCell{
		Key: r.Key + "." + question, Question: question, Label: label, Found: found, answer: a, now: now,
		Text: reading.Worded(a), Now: reading.Worded(said), Version: now.Version,
	}
	same := sayable(p.Text) == sayable(p.Now) && sameVerdict(a, said)
	p.Stand = c.standing(p, base{r.base(), question, a, now.Version}, same)
	return p, p.Text != "" || p.Now != "" && c.read.Seal != nil
}

// A base is where a form knows what a cell was made of.
type base struct {
	record, key string
	answer      forms.Answer
	version     int
}

// base is how a seal calls the record.
func (r ProposedRecord) base() string { return r.ID }

// standing of an answer in a file to the one in the draft.
func (c comparing) standing(p ProposedCell, b base, same bool) Stand {
	seal := c.read.Seal
	switch {
	case same:
		return SameAnswer
	case seal != nil && b.version != seal.From(b.record, b.key) && seal.Untouched(b.record, b.key, b.answer):
		return UntouchedForm
	case p.Text == "":
		return EmptiedInForm
	case p.Now == "":
		return NewAnswerHere
	case seal != nil && b.version != seal.From(b.record, b.key):
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

// beside puts such a thing beside that of the draft.
func (c comparing) beside(r ProposedRecord, b besideCell, found reading.Found) (ProposedCell, bool) {
	p := ProposedCell{
		Key: r.Key + "." + b.key, Question: b.key, Label: b.label, Found: found,
		Text: b.text, Now: b.now, Version: c.rows[r.ID].Version,
	}
	p.Stand = c.standing(p, base{r.ID, b.key, forms.Answer{Text: b.text}, p.Version}, b.text == b.now)
	return p, p.Text != "" || p.Now != "" && c.read.Seal != nil
}

// Verdict that the file chooses, in one word; "" where it chooses none.
func (p ProposedCell) Verdict() string {
	if v := verdictOf(p.answer); v != nil {
		return reading.VerdictWord(*v)
	}
	return ""
}
