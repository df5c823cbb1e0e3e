package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// An Addressee is a participant as it was when the AHQ was issued.
type Addressee struct {
	NCP      string               `json:"ncp"`
	Name     string               `json:"name"`
	Role     models.Participation `json:"role" enum:"member,observer,invited,commission"`
	Asked    bool                 `json:"asked" doc:"Others may answer too"`
	ReplyBy  string               `json:"reply_by,omitempty" doc:"The day that holds for this NCP"`
	Response *Progress            `json:"response,omitempty" doc:"For those who may see how far it is"`
}

// Progress is how far a response is, without a word of its text.
type Progress struct {
	ID          models.ResponseID `json:"id"`
	State       models.State      `json:"state" enum:"draft,submitted,compiled"`
	Opened      bool              `json:"opened"`
	Declined    bool              `json:"declined"`
	Returned    bool              `json:"returned"`
	Entered     bool              `json:"entered" doc:"By the requester, for the NCP"`
	Late        bool              `json:"late"`
	InForce     int               `json:"in_force" doc:"The version that counts; 0: none"`
	SubmittedAt *time.Time        `json:"submitted_at,omitempty"`
	Records     int               `json:"records"`
	Filled      int               `json:"filled" doc:"Answers given, or a reason for none"`
	LastAt      *time.Time        `json:"last_at,omitempty" doc:"Of the last save"`
}

// Addressees are those of one AHQ, by name.
type Addressees struct {
	Addressees []Addressee `json:"addressees"`
}

func (a *api) addressees(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Addressees], error) {
	scope := by.Scope()
	ahq, err := a.store.AHQ(ctx, scope, in.AHQ)
	if err != nil {
		return nil, err
	}
	stored, err := a.store.Addressees(ctx, scope, in.AHQ)
	if err != nil {
		return nil, err
	}
	progress, err := a.progress(ctx, scope, in.AHQ)
	all := Addressees{}
	for _, x := range stored {
		one := Addressee{NCP: x.NCP, Name: x.Name, Role: x.Role, Asked: x.Asked, ReplyBy: ahq.Due(x)}
		if p, ok := progress[x.NCP]; ok {
			one.Response = &p
		}
		all.Addressees = append(all.Addressees, one)
	}
	return plain(all), err
}

// progress of the responses that the scope sees, by NCP.
func (a *api) progress(ctx context.Context, scope models.Scope, id models.AHQID) (map[string]Progress, error) {
	responses, err := a.store.Responses(ctx, scope, id)
	if err != nil {
		return nil, err
	}
	counted, err := a.store.Progress(ctx, scope, id)
	of := make(map[string]Progress, len(responses))
	for _, r := range responses {
		n := counted[r.ID]
		of[r.NCP] = Progress{
			ID: r.ID, State: r.State, Opened: r.OpenedAt != nil, Declined: r.DeclinedAt != nil, Returned: r.ReturnedAt != nil,
			Entered: r.Entered, Late: r.Late, InForce: r.InForce, SubmittedAt: r.SubmittedAt,
			Records: n.Records, Filled: n.Filled, LastAt: n.LastAt,
		}
	}
	return of, err
}
