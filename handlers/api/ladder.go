package api

import (
	"context"

	"ahq/models"
	"ahq/workflow"
)

// A Ladder is the steps at which those who were asked hear from us.
type Ladder struct {
	Steps []Step `json:"steps" nullable:"false"`
	Most  int    `json:"most" doc:"Letters to one NCP, at most"`
	From  int    `json:"from" doc:"The hour of a working day from which letters go out, where the NCP is"`
	Until int    `json:"until" doc:"And the hour at which they stop"`
}

// A Step is a moment at which an NCP hears from us.
type Step struct {
	ID     models.StepID `json:"id" example:"before-7"`
	Anchor models.Anchor `json:"anchor" enum:"issue,reply-by,closing,edition"`
	Days   int           `json:"days" doc:"Working days after that, before it when negative"`
}

func (a *api) ladder(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Ladder], error) {
	ahq, err := a.store.AHQ(ctx, by.Scope(), in.AHQ)
	if err != nil {
		return nil, err
	}
	if !workflow.May(workflow.Track, by.PartsInAHQ(ahq)) {
		return nil, models.ErrNotFound
	}
	l := workflow.LadderOf(ahq.Ladder)
	all := Ladder{Most: l.Most, From: l.From, Until: l.Until}
	for _, s := range l.Steps {
		all.Steps = append(all.Steps, Step(s))
	}
	return plain(all), nil
}

func (a *api) setLadder(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Ladder]
}) (*Tagged[AHQ], error) {
	own := models.Ladder{Most: in.sent.Most, From: in.sent.From, Until: in.sent.Until}
	for _, s := range in.sent.Steps {
		own.Steps = append(own.Steps, models.Step(s))
	}
	return taggedAHQ(a.Flow.SetLadder(ctx, by, in.AHQ, &own))
}

func (a *api) usualLadder(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.SetLadder(ctx, by, in.AHQ, nil))
}

// Expected is by when an NCP says its answer can be expected.
type Expected struct {
	ExpectedBy string `json:"expected_by" example:"2017-01-27" doc:"A day; empty: it does not say any more"`
	Word       string `json:"word,omitempty"`
}

func (a *api) expect(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[Expected]
}) (*Plain[Expected], error) {
	c, err := a.Flow.Expect(ctx, by, in.Response, in.sent.ExpectedBy, in.sent.Word)
	return plain(Expected{c.ExpectedBy, c.ExpectedWord}), err
}
