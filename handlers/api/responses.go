package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// OfResponse names a response.
type OfResponse struct {
	Response models.ResponseID `path:"response"`
}

// A Response is what one NCP answers to one AHQ, without its text.
type Response struct {
	ID            models.ResponseID `json:"id"`
	AHQ           models.AHQID      `json:"ahq"`
	NCP           string            `json:"ncp"`
	State         models.State      `json:"state" enum:"draft,submitted,compiled"`
	Organisations []string          `json:"organisations,omitempty" doc:"Who contributed; for those who may see the draft"`
	Delivered     int               `json:"delivered" doc:"Versions so far"`
	InForce       int               `json:"in_force" doc:"The version that counts; 0: none"`
	Wider         models.Wider      `json:"wider,omitempty" enum:"yes,no"`
	Late          bool              `json:"late"`
	Entered       bool              `json:"entered" doc:"By the requester, for the NCP"`
	OpenedAt      *time.Time        `json:"opened_at,omitempty"`
	SubmittedAt   *time.Time        `json:"submitted_at,omitempty"`
	DeclinedAt    *time.Time        `json:"declined_at,omitempty"`
	DeclinedWord  string            `json:"declined_word,omitempty"`
	ReturnedAt    *time.Time        `json:"returned_at,omitempty"`
	ReturnedWhy   string            `json:"returned_why,omitempty"`
	AmendedWhy    string            `json:"amended_why,omitempty"`
	Links         ResponseLinks     `json:"links"`
}

// ResponseLinks lead to what belongs to a response.
type ResponseLinks struct {
	Self     string `json:"self"`
	AHQ      string `json:"ahq"`
	Content  string `json:"content"`
	Check    string `json:"check"`
	Versions string `json:"versions"`
	Events   string `json:"events"`
}

// Responses are those to one AHQ that one may see, by NCP.
type Responses struct {
	Responses []Response `json:"responses"`
}

// responseOf is a response for somebody: the names of who contributed are part
// of its draft.
func responseOf(by workflow.Actor, ahq models.AHQ, r models.Response) Response {
	id := string(r.ID)
	one := Response{
		ID: r.ID, AHQ: r.AHQID, NCP: r.NCP, State: r.State, Delivered: r.Delivered, InForce: r.InForce,
		Wider: r.Wider, Late: r.Late, Entered: r.Entered, OpenedAt: r.OpenedAt, SubmittedAt: r.SubmittedAt,
		DeclinedAt: r.DeclinedAt, DeclinedWord: r.DeclinedWord,
		ReturnedAt: r.ReturnedAt, ReturnedWhy: r.ReturnedWhy, AmendedWhy: r.AmendedWhy,
		Links: ResponseLinks{
			Self: at("responses", id), AHQ: at("ahqs", string(r.AHQID)), Content: at("responses", id, "content"),
			Check: at("responses", id, "check"), Versions: at("responses", id, "versions"), Events: at("responses", id, "events"),
		},
	}
	if workflow.May(workflow.SeeDraft, by.PartsIn(ahq, r)) {
		one.Organisations = r.Organisations
	}
	return one
}

func (a *api) responses(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Responses], error) {
	ahq, err := a.store.AHQ(ctx, by.Scope(), in.AHQ)
	if err != nil {
		return nil, err
	}
	stored, err := a.store.Responses(ctx, by.Scope(), in.AHQ)
	all := Responses{}
	for _, r := range stored {
		all.Responses = append(all.Responses, responseOf(by, ahq, r))
	}
	return plain(all), err
}

func (a *api) response(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Response], error) {
	return a.plainResponse(ctx, by)(a.store.Response(ctx, by.Scope(), in.Response))
}

// plainResponse is a response as it is after an act.
func (a *api) plainResponse(ctx context.Context, by workflow.Actor) func(models.Response, error) (*Plain[Response], error) {
	return func(r models.Response, err error) (*Plain[Response], error) {
		if err != nil {
			return nil, err
		}
		ahq, err := a.store.AHQ(ctx, by.Scope(), r.AHQID)
		if err != nil {
			return nil, err
		}
		return plain(responseOf(by, ahq, r)), nil
	}
}
