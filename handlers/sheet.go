package handlers

import (
	"errors"
	"fmt"
	"net/http"

	"ahq/forms"
	"ahq/workflow"
)

// A sheet is the answers of one page as they are shown: stored, or as somebody
// typed them when they could not be kept.
type sheet struct {
	Cells   map[string]cellView // by question
	Message string              // what went wrong as a whole
	Begun   bool                // something is answered: only then is what is missing told
	Code    int
}

// sheet of the stored answers to these questions.
func (d desk) sheet(record string, questions []forms.Question) sheet {
	s := sheet{Cells: map[string]cellView{}, Code: http.StatusOK}
	for _, q := range questions {
		v := d.cellView(record, q)
		s.Begun = s.Begun || v.Text != "" || v.NoAnswer
		s.Cells[q.ID] = v
	}
	if !s.Begun {
		s.hush()
	}
	return s
}

// hush takes the problems off a page that nobody has begun: all is missing
// there, and everybody sees it.
func (s *sheet) hush() {
	for id, v := range s.Cells {
		v.Problems, v.Grave = nil, false
		s.Cells[id] = v
	}
}

// typedSheet is the page as somebody sent it, which was not kept, or not whole:
// nothing typed is ever lost. It fails only when the failure is ours.
func (d desk) typedSheet(record string, questions []forms.Question, typed []typedCell, failed error) (sheet, error) {
	s := d.sheet(record, questions)
	if failed != nil {
		found := statusOf(failed)
		if found.code == http.StatusInternalServerError {
			return s, failed
		}
		s.Code, s.Message = found.code, wordsOf(failed)
		markInvalid(record, typed, failed)
	}
	for _, t := range typed {
		if t.Touched {
			s.overlay(d, record, t)
		}
	}
	s.markStale(d, failed)
	return s, nil
}

// markInvalid finds the cell that an error speaks of: its pointer counts the
// cells that were sent to be saved.
func markInvalid(record string, typed []typedCell, failed error) {
	invalid, ok := errors.AsType[*workflow.Invalid](failed)
	if !ok {
		return
	}
	var sent int
	if n, err := fmt.Sscanf(invalid.Pointer, "/cells/%d", &sent); n != 1 || err != nil || sent >= len(saves(record, typed)) {
		return
	}
	question := saves(record, typed)[sent].Question
	for i := range typed {
		if typed[i].Question.ID == question {
			typed[i].Wrong = wordsOf(failed)
		}
	}
}

// overlay puts what was typed over what is stored.
func (s *sheet) overlay(d desk, record string, t typedCell) {
	v := s.Cells[t.Question.ID]
	if t.Wrong == "" && answerHash(t.Answer) == v.Was {
		return // it was kept
	}
	was, of, shown, version := v.Was, v.Of, v.Shown, v.Version
	d.fill(&v, record, t.Question, t.Answer, t.From)
	v.Reading = ""
	if version == t.From {
		v.Was, v.Of, v.Shown = was, of, shown
	}
	for i, field := range v.Corrections {
		v.Corrections[i].Value = t.Said[field.Name]
		v.Corrected = v.Corrected || v.Corrections[i].Value != ""
	}
	if t.Wrong != "" {
		v.Wrong, v.Grave = sentence(t.Wrong), true
		s.Code = max(s.Code, http.StatusUnprocessableEntity)
	}
	s.Cells[t.Question.ID] = v
}

// markStale puts both texts side by side. Saving again then starts from theirs,
// knowing it.
func (s *sheet) markStale(d desk, failed error) {
	for _, stale := range staleCells(failed) {
		v, ok := s.Cells[stale.Theirs.Question]
		if !ok {
			continue
		}
		other := answer(stale.Theirs)
		v.Theirs = &theirs{Text: other.Text, Reason: reasonText(other, d.named)}
		v.Version, v.Was, v.Of = stale.Theirs.Version, answerHash(other), textHash(other.Text)
		s.Cells[stale.Theirs.Question] = v
	}
}

// staleCells are the ones that an error speaks of.
func staleCells(err error) []workflow.StaleCell {
	if all, ok := errors.AsType[*workflow.StaleCells](err); ok {
		return all.Cells
	}
	if one, ok := errors.AsType[*workflow.StaleCell](err); ok {
		return []workflow.StaleCell{*one}
	}
	return nil
}

// named is what a record is called, by its id.
func (d desk) named(id string) string {
	if r, i := d.record(id); i >= 0 {
		return d.recordName(r)
	}
	return id
}

// wrong is what was not kept of what was sent.
func (s sheet) wrong(questions []forms.Question) []problemView {
	const raced = "Somebody else changed this meanwhile: look at both texts, and save the one that is right."
	var items []problemView
	add := func(q forms.Question, words string) {
		items = append(items, problemView{Severity: forms.Error, Word: severityWords[forms.Error], Text: words, URL: "#" + q.ID, Where: shortLabel(q)})
	}
	for _, q := range questions {
		v := s.Cells[q.ID]
		if v.Wrong != "" {
			add(q, v.Wrong)
		}
		if v.Theirs != nil {
			add(q, raced)
		}
	}
	return items
}

// own questions of a record, which it has beside those of its table.
var (
	headingQuestion = forms.Question{ID: "heading", Label: "Heading", Kind: forms.TextKind,
		Help: "What stands above the table in the document: usually the country or countries. It may have two lines."}
	noteQuestion = forms.Question{ID: "note", Label: "Note", Kind: forms.LongTextKind,
		Help: "Anything to know about this one as a whole, for example that it has not started yet."}
)

// own says whether a question is one that every record has; nobody asks why it
// has no answer.
func own(q forms.Question) bool { return q.ID == headingQuestion.ID || q.ID == noteQuestion.ID }

// recordQuestions are all that a record's page asks this NCP.
func (d desk) recordQuestions(section string) []forms.Question {
	asked := d.asked(d.table(section).Questions())
	return append([]forms.Question{headingQuestion, noteQuestion}, asked...)
}
