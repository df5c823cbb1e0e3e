package api

import (
	"context"

	"ahq/workflow"
)

// A Why is a reason, for those who will read it.
type Why struct {
	Why string `json:"why"`
}

// An Extension is another reply-by date.
type Extension struct {
	ReplyBy string `json:"reply_by" example:"2017-02-06"`
	NCP     string `json:"ncp,omitempty" doc:"For this one only; absent: for all"`
	Shorten bool   `json:"shorten,omitempty" doc:"An earlier date is meant: those who were promised more have less time"`
}

// A Closing is the day on which an AHQ closes by itself.
type Closing struct {
	ClosesOn string `json:"closes_on" example:"2017-02-06" doc:"At the end of that day in Brussels; empty: not by itself"`
}

// sayWhyNew is enough to issue it where there are earlier ones; so is a relation to one.
func (a *api) sayWhyNew(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Why]
}) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.SayWhyNew(ctx, by, in.AHQ, in.sent.Why))
}

func (a *api) issue(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.Issue(ctx, by, in.AHQ))
}

func (a *api) extend(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Extension]
}) (*Tagged[AHQ], error) {
	set := a.Flow.Extend
	if in.sent.Shorten {
		set = a.Flow.Shorten
	}
	return taggedAHQ(set(ctx, by, in.AHQ, in.sent.ReplyBy, in.sent.NCP))
}

func (a *api) close(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.Close(ctx, by, in.AHQ))
}

func (a *api) closeOn(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Closing]
}) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.CloseOn(ctx, by, in.AHQ, in.sent.ClosesOn))
}

func (a *api) reopen(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.Reopen(ctx, by, in.AHQ))
}

func (a *api) cancel(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Why]
}) (*Tagged[AHQ], error) {
	return taggedAHQ(a.Flow.Cancel(ctx, by, in.AHQ, in.sent.Why))
}
