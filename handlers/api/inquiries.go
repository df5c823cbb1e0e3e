package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// AboutAHQ is what an NCP wants to know about the AHQ itself.
type AboutAHQ struct {
	NCP      string `json:"ncp" doc:"In whose name it is asked"`
	Question string `json:"question"`
}

// A Reply is the answer to it, which all read.
type Reply struct {
	Answer string `json:"answer"`
}

// An Inquiry is a question about the AHQ, and its answer once there is one.
type Inquiry struct {
	ID         models.InquiryID `json:"id"`
	NCP        string           `json:"ncp"`
	Question   string           `json:"question"`
	AskedAt    time.Time        `json:"asked_at"`
	Answer     string           `json:"answer,omitempty"`
	AnsweredAt *time.Time       `json:"answered_at,omitempty"`
}

// Inquiries are those of one AHQ, in the order they were asked.
type Inquiries struct {
	Inquiries []Inquiry `json:"inquiries"`
}

func inquiryOf(q models.Inquiry) Inquiry {
	return Inquiry{q.ID, q.NCP, q.Question, q.AskedAt, q.Answer, q.AnsweredAt}
}

func (a *api) inquiries(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Inquiries], error) {
	if _, err := a.store.AHQ(ctx, by.Scope(), in.AHQ); err != nil {
		return nil, err
	}
	stored, err := a.store.Inquiries(ctx, by.Scope(), in.AHQ)
	all := Inquiries{}
	for _, q := range stored {
		all.Inquiries = append(all.Inquiries, inquiryOf(q))
	}
	return plain(all), err
}

func (a *api) ask(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[AboutAHQ]
}) (*Made[Inquiry], error) {
	q, err := a.Flow.Ask(ctx, by, in.AHQ, in.sent.NCP, in.sent.Question)
	return made(inquiryOf(q), "ahqs", string(in.AHQ), "inquiries"), err
}

func (a *api) answerInquiry(ctx context.Context, by workflow.Actor, in *struct {
	Inquiry models.InquiryID `path:"inquiry"`
	Sent[Reply]
}) (*Plain[Inquiry], error) {
	q, err := a.Flow.AnswerInquiry(ctx, by, in.Inquiry, in.sent.Answer)
	return plain(inquiryOf(q)), err
}
