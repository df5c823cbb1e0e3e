package handlers

import (
	"cmp"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
)

// A savedCell is what a page puts in the place of a cell after saving it, and of
// what it says of the whole.
type savedCell struct {
	Cell    *cellView
	Said    phrase // what became of it
	At      time.Time
	Name    string // of the record, which its heading gives it
	State   label
	Summary summary
	Code    int
}

// saveCell keeps what was typed into one cell, and answers with the cell as it
// is then. It fails as a page does: the script that asked keeps the text.
func (s *Server) saveCell(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	record := c.Param("record")
	typed, err := s.typedCell(c, record, form)
	if err != nil {
		return err
	}
	failed := s.keepCells(c, record, typed)
	d, err := s.deskPart(c, record)
	if err != nil {
		return err
	}
	saved, err := d.savedCell(record, typed, failed)
	if err != nil {
		return err
	}
	saved.At = s.Now()
	return s.fragment(c, saved.Code, "saved", saved)
}

// deskPart is the desk as far as one of its pages needs it, without what stands
// around it.
func (s *Server) deskPart(c *gin.Context, record string) (d desk, err error) {
	d = desk{subject: about(c)}
	d.Read, err = s.Flow.ReadPart(c.Request.Context(), actor(c).Scope(), d.AHQ, d.Response.ID, record)
	d.Response = d.Draft.Response
	return d, err
}

// typedCell is the one cell of a form that the path names.
func (s *Server) typedCell(c *gin.Context, record string, form url.Values) ([]typedCell, error) {
	d, section := desk{subject: about(c)}, ""
	if record != "" {
		r, err := s.Store.Record(c.Request.Context(), actor(c).Scope(), d.Response.ID, record)
		if err != nil {
			return nil, err
		}
		section = r.Section
	}
	for _, q := range d.questionsOf(record, section) {
		if q.ID == c.Param("question") && form.Has(q.ID+".text") {
			return typedCells(form, []forms.Question{q}), nil
		}
	}
	return nil, models.ErrNotFound
}

// questionsOf a page: a record's, or the questions asked once when it is "".
func (d desk) questionsOf(record, section string) []forms.Question {
	if record == "" {
		return d.asked(d.AHQ.Questionnaire.Questions)
	}
	return d.recordQuestions(section)
}

// savedCell is the cell as it is after saving, with what stood in the way.
func (d desk) savedCell(record string, typed []typedCell, failed error) (v savedCell, err error) {
	r, i := d.record(record)
	if record != "" && i < 0 {
		return v, cmp.Or(failed, models.ErrNotFound)
	}
	q, questions := typed[0].Question, d.questionsOf(record, r.Section)
	as, err := d.typedSheet(record, []forms.Question{q}, typed, failed)
	if err != nil {
		return v, err
	}
	v = savedCell{Cell: as.Cells[q.ID], Code: as.Code, Said: became(as, q), State: d.stateOf(record, questions)}
	if !as.Message.empty() && v.Cell.Theirs == nil && v.Cell.Wrong.empty() {
		v.Cell.Wrong, v.Cell.Grave = as.Message, true
	}
	if record != "" {
		v.Name = d.recordName(r)
	}
	v.Summary = d.summary(sheet{Begun: as.Begun}, questions, d.Report.Problems.In(record))
	return v, nil
}

// became says what became of a cell; nothing where it was saved.
func became(as sheet, q forms.Question) phrase {
	switch v := as.Cells[q.ID]; {
	case v.Theirs != nil:
		return say("saving.raced")
	case !v.Wrong.empty():
		return say("saving.refused", "Why", v.Wrong)
	case !as.Message.empty():
		return say("saving.refused", "Why", as.Message)
	default:
		return phrase{}
	}
}
