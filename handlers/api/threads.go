package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// AboutCell is what somebody wants to know about one cell that was delivered.
type AboutCell struct {
	Place
	Text string `json:"text"`
}

// A Text is what somebody has to say.
type Text struct {
	Text string `json:"text"`
}

// A Thread is what is said about one cell that was delivered, between those who
// asked and its NCP.
type Thread struct {
	ID      models.ThreadID `json:"id"`
	Version int             `json:"version" doc:"That it began with"`
	Place
	BeganAt      time.Time  `json:"began_at"`
	AskerSettled *time.Time `json:"asker_settled,omitempty" doc:"Since when those who asked say that it is settled"`
	NCPSettled   *time.Time `json:"ncp_settled,omitempty" doc:"Since when the NCP says so"`
	Closed       bool       `json:"closed" doc:"Both say so"`
	Sayings      []Saying   `json:"sayings"`
}

// A Saying is one thing that was said in a thread.
type Saying struct {
	Side models.Side `json:"side" enum:"asker,ncp"`
	By   string      `json:"by"`
	At   time.Time   `json:"at"`
	Text string      `json:"text"`
}

// Threads are those of one response.
type Threads struct {
	Threads []Thread `json:"threads"`
}

// OfThread names a thread of a response.
type OfThread struct {
	OfResponse
	Thread models.ThreadID `path:"thread"`
}

func threadOf(t models.Thread) Thread {
	all := Thread{
		ID: t.ID, Version: t.Number, Place: Place{t.RecordID, t.Question}, BeganAt: t.BeganAt,
		AskerSettled: t.AskerSettled, NCPSettled: t.NCPSettled, Closed: t.Closed(),
	}
	for _, s := range t.Sayings {
		all.Sayings = append(all.Sayings, Saying{s.Side, s.ByName, s.At, s.Text})
	}
	return all
}

func (a *api) threads(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Threads], error) {
	if _, err := a.store.Response(ctx, by.Scope(), in.Response); err != nil {
		return nil, err
	}
	stored, err := a.store.Threads(ctx, by.Scope(), in.Response)
	all := Threads{}
	for _, t := range stored {
		all.Threads = append(all.Threads, threadOf(t))
	}
	return plain(all), err
}

func (a *api) startThread(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Sent[AboutCell]
}) (*Made[Thread], error) {
	t, err := a.Flow.StartThread(ctx, by, in.Response, workflow.Place(in.sent.Place), in.sent.Text)
	return made(threadOf(t), "responses", string(in.Response), "threads"), err
}

func (a *api) say(ctx context.Context, by workflow.Actor, in *struct {
	OfThread
	Sent[Text]
}) (*Plain[Thread], error) {
	if err := a.thread(ctx, by, in.OfThread); err != nil {
		return nil, err
	}
	t, err := a.Flow.Say(ctx, by, in.Thread, in.sent.Text)
	return plain(threadOf(t)), err
}

func (a *api) settle(ctx context.Context, by workflow.Actor, in *OfThread) (*Plain[Thread], error) {
	if err := a.thread(ctx, by, *in); err != nil {
		return nil, err
	}
	t, err := a.Flow.Settle(ctx, by, in.Thread)
	return plain(threadOf(t)), err
}

// thread is nil when there is such a one about the response.
func (a *api) thread(ctx context.Context, by workflow.Actor, in OfThread) error {
	t, err := a.store.Thread(ctx, by.Scope(), in.Thread)
	if err == nil && t.ResponseID != in.Response {
		return models.ErrNotFound
	}
	return err
}
