package handlers

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A desk is a response with all that the pages of its NCP show of it.
type desk struct {
	subject
	workflow.Read
	Today  string
	said   threads // about its answers; nothing where a page does not show it
	From   string  // the answer on the page of all that somebody came from to change it
	Judged bool    // what is missing is told though nothing is written
}

// desk reads the response that the path names, and what forms says of it.
func (s *Server) desk(c *gin.Context) (d desk, err error) {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	d = desk{subject: about(c), Today: s.today(), From: cameFrom(c)}
	if d.Read, err = s.Flow.Read(ctx, scope, d.AHQ, d.Response.ID); err != nil {
		return d, err
	}
	d.Response = d.Draft.Response
	return d, err
}

// postedDesk is what a form says, and the response that it is for.
func (s *Server) postedDesk(c *gin.Context) (form url.Values, d desk, err error) {
	if form, err = posted(c); err != nil {
		return form, d, err
	}
	d, err = s.desk(c)
	return form, d, err
}

// replyBy is the day that holds for an NCP: its own, or that of the AHQ.
func (s *Server) replyBy(ctx context.Context, scope models.Scope, ahq models.AHQ, ncp string) (string, error) {
	asked, err := s.Store.Addressee(ctx, scope, ahq.ID, ncp)
	if errors.Is(err, models.ErrNotFound) {
		err = nil // nobody asked it: it answers by itself
	}
	return ahq.Due(asked), err
}

// Editable says whether its answers can be changed now.
func (d desk) Editable() bool {
	return d.May(workflow.Edit) && !d.held() && d.Response.State == models.Draft && d.AHQ.State != models.Cancelled
}

// held says whether the requester writes it for the NCP, and the actor is not one.
func (d desk) held() bool { return d.Response.Entered && !d.May(workflow.EnterFor) }

// Can says whether the actor may move the response so, now.
func (d desk) Can(act workflow.Act) bool {
	return d.May(act) && !d.held() && workflow.CanMove(d.Response, act)
}

// URL of the response, or of a page under it.
func (d desk) URL(parts ...string) string {
	return strings.Join(append([]string{"/responses/" + string(d.Response.ID)}, parts...), "/")
}

// RecordURL is where one record is written.
func (d desk) RecordURL(id string) string { return d.URL("records", id) }

// record finds a record in what is answered, and where it stands.
func (d desk) record(id string) (forms.Record, int) {
	for i, r := range d.Content.Records {
		if r.ID == id {
			return r, i
		}
	}
	return forms.Record{}, -1
}

// at is how a report calls a cell.
func (d desk) at(record, question string) string {
	if record == "" {
		return question
	}
	_, i := d.record(record)
	return fmt.Sprintf("records[%d].%s", i, question)
}

// cell finds what is stored of a cell; one that was never written is empty.
func (d desk) cell(record, question string) models.Cell {
	for _, c := range d.Draft.Cells {
		if c.RecordID == record && c.Question == question {
			return c
		}
	}
	return models.Cell{RecordID: record, Question: question}
}

// problems of one cell.
func (d desk) problems(record, question string) forms.Problems {
	return d.Report.Problems.In(record).Cell(question)
}

// asked keeps the questions that this NCP is asked.
func (d desk) asked(questions []forms.Question) []forms.Question {
	return slices.DeleteFunc(slices.Clone(questions), func(q forms.Question) bool {
		return !q.Audience.Includes(d.Response.NCP)
	})
}

// table that a record belongs to.
func (d desk) table(section string) forms.Table {
	t, _ := d.AHQ.Questionnaire.Table(section)
	return t
}

// recordName is what a record is called in lists: the first line of its
// heading, or its place.
func (d desk) recordName(r forms.Record) string {
	return nameOf(d.AHQ.Questionnaire, d.Content, r)
}

// whyReadOnly says who or what can change that nothing can be written now, or
// why what was sent was refused.
func (d desk) whyReadOnly(sheet sheet) phrase {
	switch {
	case !sheet.Message.empty():
		return sheet.Message
	case !d.May(workflow.Edit):
		return say("desk.reads_only")
	case d.held():
		return say("desk.held")
	case d.Response.State == models.Submitted:
		return say("desk.submitted")
	case d.Response.State == models.Compiled:
		return say("desk.compiled")
	case d.AHQ.State == models.Cancelled:
		return say("desk.cancelled")
	default:
		return phrase{}
	}
}
