package api

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// OfCell names a cell of a record.
type OfCell struct {
	OfRecord
	Question string `path:"question" doc:"Its id, or heading or note"`
}

// OfAnswer names a question asked once.
type OfAnswer struct {
	OfResponse
	Question string `path:"question"`
}

// A Cell is one answer, with a version of its own.
type Cell struct {
	Place
	forms.Answer
	LookAgain bool `json:"look_again" doc:"The requester asks about it"`
	Version   int  `json:"version" doc:"Counts writes, 0: never written; it is the ETag"`
}

func cellOf(c models.Cell) Cell {
	return Cell{
		Place:     Place{c.RecordID, c.Question},
		Answer:    forms.Answer{Text: c.Text, Reason: c.Reason, As: c.SameAs, Confirmed: c.Confirmed},
		LookAgain: c.LookAgain, Version: c.Version,
	}
}

func taggedCell(c models.Cell) *Tagged[Cell] {
	return &Tagged[Cell]{ETag: versionTag(c.Version), Body: cellOf(c)}
}

func (a *api) cell(ctx context.Context, by workflow.Actor, in *OfCell) (*Tagged[Cell], error) {
	return a.cellAt(ctx, by, in.Response, workflow.Place{Record: in.Record, Question: in.Question})
}

func (a *api) answer(ctx context.Context, by workflow.Actor, in *OfAnswer) (*Tagged[Cell], error) {
	return a.cellAt(ctx, by, in.Response, workflow.Place{Question: in.Question})
}

// cellAt is what stands at a place, an empty cell if nobody ever wrote there.
func (a *api) cellAt(ctx context.Context, by workflow.Actor, id models.ResponseID, p workflow.Place) (*Tagged[Cell], error) {
	ahq, d, err := a.draft(ctx, by, id)
	if err != nil {
		return nil, err
	}
	if !asked(ahq, d, p) {
		return nil, models.ErrNotFound
	}
	for _, c := range d.Cells {
		if c.RecordID == p.Record && c.Question == p.Question {
			return taggedCell(c), nil
		}
	}
	return taggedCell(models.Cell{ResponseID: id, RecordID: p.Record, Question: p.Question}), nil
}

// asked says whether a draft has that cell.
func asked(ahq models.AHQ, d models.DraftContent, p workflow.Place) bool {
	questions := ahq.Questionnaire.Questions
	if p.Record != "" {
		i := slices.IndexFunc(d.Records, func(r models.Record) bool { return r.ID == p.Record })
		if i < 0 {
			return false
		}
		if p.Question == "heading" || p.Question == "note" {
			return true
		}
		table, _ := ahq.Questionnaire.Table(d.Records[i].Section)
		questions = table.Questions()
	}
	return slices.ContainsFunc(questions, func(q forms.Question) bool {
		return q.ID == p.Question && q.Audience.Includes(d.Response.NCP)
	})
}

func (a *api) saveCell(ctx context.Context, by workflow.Actor, in *struct {
	OfCell
	IfMatch
	Sent[forms.Answer]
}) (*Tagged[Cell], error) {
	return a.saveAt(ctx, by, in.Response, workflow.Place{Record: in.Record, Question: in.Question}, in.IfMatch, in.sent)
}

func (a *api) saveAnswer(ctx context.Context, by workflow.Actor, in *struct {
	OfAnswer
	IfMatch
	Sent[forms.Answer]
}) (*Tagged[Cell], error) {
	return a.saveAt(ctx, by, in.Response, workflow.Place{Question: in.Question}, in.IfMatch, in.sent)
}

// saveAt saves one cell over the version that was read. When somebody else was
// faster, the answer has both texts.
func (a *api) saveAt(ctx context.Context, by workflow.Actor, id models.ResponseID, p workflow.Place, from IfMatch, answer forms.Answer) (*Tagged[Cell], error) {
	version, err := from.version()
	if err != nil {
		return nil, err
	}
	kept, err := a.Flow.SaveCell(ctx, by, id, workflow.CellSave{Place: p, From: version, Answer: answer})
	if err != nil {
		return nil, inPath(err)
	}
	return taggedCell(kept), nil
}

// inPath is what it means when the record or the question that is wrong was
// named by the path: there is no such thing.
func inPath(err error) error {
	invalid, ok := errors.AsType[*workflow.Invalid](err)
	if ok && (invalid.Pointer == "/record" || invalid.Pointer == "/question") {
		return &edgeError{code: http.StatusNotFound, text: invalid.Text}
	}
	return err
}
