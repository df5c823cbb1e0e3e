package handlers

import (
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"sync"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A sheet is the answers of one page as they are shown: stored, or as somebody
// typed them when they could not be kept.
type sheet struct {
	Cells   map[string]*cellView // by question
	Message phrase               // what went wrong as a whole
	Begun   bool                 // something is answered: only then is what is missing told
	Code    int
}

// A sheetOf is what all cells of one record have in common, or all questions asked
// once when there is none.
type sheetOf struct {
	desk
	record   string
	cells    map[string]models.Cell // by question
	problems forms.Problems
	same     func() template.HTML // written when a cell needs it
	editable bool
}

func (d desk) sheetOf(record string) sheetOf {
	p := sheetOf{desk: d, record: record, cells: map[string]models.Cell{}, problems: d.Report.Problems.In(record), editable: d.Editable()}
	p.same = sync.OnceValue(func() template.HTML { return d.sameChoices(record) })
	for i := range d.Draft.Cells {
		if c := &d.Draft.Cells[i]; c.RecordID == record {
			p.cells[c.Question] = *c
		}
	}
	return p
}

// sheet of the stored answers to these questions.
func (d desk) sheet(record string, questions []forms.Question) sheet {
	s := sheet{Cells: map[string]*cellView{}, Code: http.StatusOK, Begun: d.begun(record)}
	of := d.sheetOf(record)
	for _, q := range questions {
		s.Cells[q.ID] = of.cellView(q)
	}
	if !s.Begun {
		s.hush()
	}
	return s
}

// begun says whether anything is answered in a record, or of the questions asked
// once when it is "".
func (d desk) begun(record string) bool {
	return d.Judged || slices.ContainsFunc(d.Draft.Cells, func(c models.Cell) bool {
		return c.RecordID == record && (c.Text != "" || c.Reason != "")
	})
}

// hush takes the problems off a page that nobody has begun: all is missing
// there, and everybody sees it.
func (s sheet) hush() {
	for _, v := range s.Cells {
		v.Problems, v.Grave = nil, false
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
		s.Code, s.Message = found.code, notKept(failed)
		markInvalid(record, typed, failed)
	}
	of := d.sheetOf(record)
	for _, t := range typed {
		if t.Touched {
			s.overlay(of, t)
		}
	}
	s.markStale(d, failed)
	return s, nil
}

// notKept says why something was not kept.
func notKept(failed error) phrase {
	if stale := staleCells(failed); len(stale) > 0 {
		return many("record.raced", len(stale))
	}
	return statusOf(failed).text
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
			typed[i].Wrong = notKept(failed)
		}
	}
}

// overlay puts what was typed over what is stored.
func (s *sheet) overlay(p sheetOf, t typedCell) {
	v, shows := s.Cells[t.Question.ID]
	if !shows || t.Wrong.empty() && answerHash(t.Answer) == v.Was {
		return // it was kept
	}
	was, of, stored, version := v.Was, v.Of, v.Shown, v.Version
	p.fill(v, t.Question, t.Answer, t.From)
	v.Reading, v.Right = phrase{}, "" // that of the stored text
	if version == t.From {
		v.Was, v.Of, v.Shown = was, of, stored
	}
	for i, field := range v.Corrections {
		v.Open = v.Open || t.Said[field.Name] != field.Value
		v.Corrections[i].Value = t.Said[field.Name]
	}
	if !t.Wrong.empty() {
		v.Wrong, v.Grave, v.State = t.Wrong, true, cellWrong
		s.Code = max(s.Code, http.StatusUnprocessableEntity)
	}
}

// markStale puts both texts side by side. Saving again then starts from theirs,
// knowing it.
func (s sheet) markStale(d desk, failed error) {
	for _, stale := range staleCells(failed) {
		v, ok := s.Cells[stale.Theirs.Question]
		if !ok {
			continue
		}
		other := answer(stale.Theirs)
		v.Theirs, v.State = theirsOf(v.Text, other, d.named), cellCheck
		v.Version, v.Was, v.Of = stale.Theirs.Version, answerHash(other), textHash(other.Text)
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
	var items []problemView
	add := func(q forms.Question, words phrase) {
		items = append(items, problemView{Severity: forms.Error, Word: severityWords[forms.Error], Text: words, URL: "#" + q.ID, Where: plain(shortLabel(q))})
	}
	for _, q := range questions {
		v := s.Cells[q.ID]
		if v != nil && !v.Wrong.empty() {
			add(q, v.Wrong)
		}
		if v != nil && v.Theirs != nil {
			add(q, say("cell.raced"))
		}
	}
	return items
}
