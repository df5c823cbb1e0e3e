package workflow

import (
	"slices"
	"strings"

	"ahq/forms"
)

// A CellChange is one answer that reads differently now, or a record that is
// new or gone.
type CellChange struct {
	Record   string      `json:"record,omitempty"` // its id
	Title    string      `json:"title,omitempty"`  // of the record
	Question string      `json:"question,omitempty"`
	Label    string      `json:"label"`           // of the question
	Whole    WordChange  `json:"whole,omitempty"` // of the record as a whole: added, or removed
	Words    []WordPiece `json:"words,omitempty"` // the text of both, piece by piece
}

// A comparison is one NCP's answer in two editions.
type comparison struct {
	before, after filtered
	was, is       filteredAnswer
}

// cells are all that differ, in the order of the page.
func (c comparison) cells() []CellChange {
	all := differing(CellChange{Question: "organisations", Label: "Contributions from"},
		strings.Join(c.was.Organisations, ", "), strings.Join(c.is.Organisations, ", "))
	all = append(all, c.answers(CellChange{}, c.after.ahq.Questionnaire.Questions, c.was.Content.Answers, c.is.Content.Answers)...)
	for _, is := range c.is.Content.Records {
		all = append(all, c.record(is)...)
	}
	for _, was := range c.was.Content.Records {
		t, known := c.before.ahq.Questionnaire.Table(was.Section)
		if _, there := recordIn(c.is.Content, was.ID); known && !there {
			all = append(all, CellChange{Record: was.ID, Title: plainLine(recordTitle(t, was)), Label: capital(t.Record), Whole: Removed})
		}
	}
	return all
}

// record is all that differs in one record that there is now.
func (c comparison) record(is forms.Record) []CellChange {
	t, known := c.after.ahq.Questionnaire.Table(is.Section)
	if !known {
		return nil
	}
	in := CellChange{Record: is.ID, Title: plainLine(recordTitle(t, is))}
	was, there := recordIn(c.was.Content, is.ID)
	if !there {
		in.Label, in.Whole = capital(t.Record), Added
		return []CellChange{in}
	}
	at := func(question, label string) CellChange {
		cell := in
		cell.Question, cell.Label = question, label
		return cell
	}
	return slices.Concat(
		differing(at("section", "Section"), sectionTitle(t, was), sectionTitle(t, is)),
		differing(at(headingCell, "Heading"), recordHeading(was), recordHeading(is)),
		c.answers(in, t.Rows, was.Cells, is.Cells),
		differing(at("status", "Status"), statusWords[was.Status], statusWords[is.Status]),
		differing(at(noteCell, "Note"), c.before.plainly(c.was, was.Note), c.after.plainly(c.is, is.Note)),
		c.answers(in, t.Questions()[len(t.Rows):], was.Cells, is.Cells),
	)
}

// answers are those that differ, of the questions that were put then or now.
func (c comparison) answers(in CellChange, questions []forms.Question, was, is map[string]forms.Answer) []CellChange {
	var all []CellChange
	for _, q := range questions {
		if !q.Audience.Includes(c.is.NCP) {
			continue
		}
		in.Question, in.Label = q.ID, label(q)
		all = append(all, differing(in, c.before.plainly(c.was, was[q.ID]), c.after.plainly(c.is, is[q.ID]))...)
	}
	return all
}

// differing is the change of a cell, where a word of it changed.
func differing(cell CellChange, was, is string) []CellChange {
	if was == is {
		return nil
	}
	if cell.Words = WordChanges(was, is); cell.Words == nil {
		return nil
	}
	return []CellChange{cell}
}

// plainly is an answer as it is printed, in words alone; "" for none.
func (f filtered) plainly(a filteredAnswer, answer forms.Answer) string {
	text := strings.TrimSpace(answer.Text)
	switch {
	case answer.Reason == forms.SameAs:
		return strings.TrimSpace(text + "\n" + f.sameAs(a, answer.As))
	case text == "":
		return reasonWords[answer.Reason]
	default:
		return text
	}
}

func sectionTitle(t forms.Table, r forms.Record) string {
	for _, s := range t.Sections {
		if s.ID == r.Section {
			return s.Title
		}
	}
	return ""
}

// recordIn is the record with that id, which it keeps for life.
func recordIn(c forms.Content, id string) (forms.Record, bool) {
	i := slices.IndexFunc(c.Records, func(r forms.Record) bool { return r.ID == id })
	if i < 0 {
		return forms.Record{}, false
	}
	return c.Records[i], true
}
