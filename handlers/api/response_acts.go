package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A Respondent is the NCP in whose name somebody answers who was not asked.
type Respondent struct {
	NCP string `json:"ncp"`
}

// A Submission hands a draft in.
type Submission struct {
	Wider models.Wider `json:"wider" enum:"yes,no" doc:"Whether the answer may be disseminated beyond the network: there is no default"`
}

// A Receipt says what was handed in, and when.
type Receipt struct {
	Version  int       `json:"version"`
	Hash     string    `json:"hash" doc:"SHA-256 over the canonical JSON (RFC 8785) of the version"`
	At       time.Time `json:"at"`
	Late     bool      `json:"late"`
	Warnings int       `json:"warnings" doc:"How many stayed open"`
}

// A Return gives a response back, with questions about some of its cells.
type Return struct {
	Why   string  `json:"why"`
	Cells []Place `json:"cells,omitempty" doc:"None: all of it"`
}

// A Place is a cell of a response.
type Place struct {
	Record   string `json:"record,omitempty" doc:"Absent: a question asked once"`
	Question string `json:"question" doc:"Its id, or heading or note of a record"`
}

// A Word says why there is nothing to report.
type Word struct {
	Word string `json:"word"`
}

func (a *api) respond(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Respondent]
}) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.Flow.Respond(ctx, by, in.AHQ, in.sent.NCP))
}

func (a *api) enterFor(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	NCP string `path:"ncp"`
}) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.Flow.EnterForNCP(ctx, by, in.AHQ, in.NCP))
}

func (a *api) takeOver(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.Flow.TakeOver(ctx, by, in.Response))
}

func (a *api) submit(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[Submission]
}) (*Plain[Receipt], error) {
	v, err := a.Flow.Submit(ctx, by, in.Response, in.sent.Wider)
	return plain(Receipt{v.Number, v.Hash, v.SubmittedAt, v.Late, v.Warnings}), err
}

func (a *api) withdraw(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.Flow.Withdraw(ctx, by, in.Response))
}

func (a *api) giveBack(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[Return]
}) (*Plain[Response], error) {
	var cells []workflow.Place
	for _, c := range in.sent.Cells {
		cells = append(cells, workflow.Place(c))
	}
	return a.plainResponse(ctx, by)(a.Flow.Return(ctx, by, in.Response, in.sent.Why, cells))
}

func (a *api) amend(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[Why]
}) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.Flow.Amend(ctx, by, in.Response, in.sent.Why))
}

func (a *api) decline(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[Word]
}) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.Flow.Decline(ctx, by, in.Response, in.sent.Word))
}

// Organisations is the list of those who contributed.
type Organisations struct {
	Organisations []string `json:"organisations" nullable:"false"`
}

func (a *api) setOrganisations(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[Organisations]
}) (*Done, error) {
	return &Done{}, a.Flow.SetOrganisations(ctx, by, in.Response, in.sent.Organisations)
}
