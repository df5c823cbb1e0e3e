package handlers

import (
	"errors"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A teller puts events into words.
type teller struct {
	desk
	deleted  map[string]forms.Record
	brussels *time.Location
}

// teller reads what is needed to call records and questions by name, for those
// who see what is written.
func (s *Server) teller(c *gin.Context) (teller, error) {
	t := teller{desk: desk{subject: about(c)}, brussels: s.brussels}
	if !t.May(workflow.SeeDraft) {
		return t, nil
	}
	ctx, scope := c.Request.Context(), actor(c).Scope()
	draft, err := s.Store.Draft(ctx, scope, t.Response.ID)
	if err != nil {
		return t, err
	}
	t.Draft, t.Content = draft, workflow.Content(t.AHQ, draft)
	t.deleted, err = s.headingsOfDeleted(c, t.Response.ID)
	return t, err
}

// headingsOfDeleted records, by their ids.
func (s *Server) headingsOfDeleted(c *gin.Context, id models.ResponseID) (map[string]forms.Record, error) {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	records, err := s.Store.DeletedRecords(ctx, scope, id)
	if err != nil {
		return nil, err
	}
	deleted := map[string]forms.Record{}
	for _, r := range records {
		heading, err := s.Store.Cell(ctx, scope, id, r.ID, headingQuestion.ID)
		if err != nil && !errors.Is(err, models.ErrNotFound) {
			return nil, err
		}
		deleted[r.ID] = forms.Record{ID: r.ID, Section: r.Section, Heading: heading.Text}
	}
	return deleted, nil
}

// cellsOf an event: the one that was written, if it names one.
func (t teller) cellsOf(e models.Event) []historyCell {
	switch cell := e.Data.Cell; {
	case cell == organisationsCell:
		return []historyCell{{cell: cell, Label: ownLabels[cell], Times: 1}}
	case cell != "":
		at := workflow.Place{Record: e.Data.Record, Question: cell}
		one := historyCell{cell: cell, Label: t.cellLabel(at), Times: 1}
		if _, is := t.question(at); is {
			one.URL = historyURL(t.Response.ID, at)
		}
		return []historyCell{one}
	case e.Act == savedAct && e.Data.Record != "":
		return []historyCell{{Label: say("history.beside"), Times: 1}}
	default:
		return nil
	}
}

// cellLabel is what a cell is called.
func (t teller) cellLabel(at workflow.Place) phrase {
	if q, is := t.question(at); is && !own(q) {
		return plain(shortLabel(q))
	}
	return changedLabel(workflow.CellChange{Question: at.Question, Label: at.Question})
}

func (t teller) recordLink(id string) link {
	if id == "" {
		return link{}
	}
	to := link{Text: plain(t.recordName(id))}
	if _, i := t.record(id); i >= 0 {
		to.URL = t.RecordURL(id)
	}
	return to
}

// recordName is what a record is called, or was before it was deleted.
func (t teller) recordName(id string) string {
	if r, gone := t.deleted[id]; gone {
		return nameOf(t.AHQ.Questionnaire, forms.Content{}, r)
	}
	return t.named(id)
}
