package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A Message is mail that was written, sent or not.
type Message struct {
	ID        models.MessageID `json:"id"`
	To        string           `json:"to"`
	Subject   string           `json:"subject"`
	Body      string           `json:"body" doc:"As plain text; a link that lets its reader in stands in the mail only"`
	Letter    string           `json:"letter,omitempty" doc:"What kind of letter it is"`
	AHQ       models.AHQID     `json:"ahq,omitempty"`
	CreatedAt time.Time        `json:"created_at"`
	SentAt    *time.Time       `json:"sent_at,omitempty"`
	BouncedAt *time.Time       `json:"bounced_at,omitempty" doc:"It will not arrive, and is not tried any more"`
	Failed    string           `json:"failed,omitempty" doc:"Why it could not be sent, the last time"`
}

// Outbox is the newest mail.
type Outbox struct {
	Mails    bool      `json:"mails" doc:"Mail goes out; else it stays here"`
	Messages []Message `json:"messages"`
}

func (a *api) outbox(ctx context.Context, by workflow.Actor, in *struct {
	Limit int `query:"limit" default:"50" minimum:"1" maximum:"200"`
}) (*Plain[Outbox], error) {
	if !workflow.May(workflow.ReadOutbox, by.Parts()) {
		return nil, models.ErrNotFound
	}
	stored, err := a.store.Messages(ctx, in.Limit)
	box := Outbox{Mails: a.Flow.Mail != nil}
	for _, m := range stored {
		box.Messages = append(box.Messages, Message{m.ID, m.Address, m.Subject, a.Flow.Written(m), m.Letter, m.AHQID, m.CreatedAt, m.SentAt, m.BouncedAt, m.Failed})
	}
	return plain(box), err
}

func (a *api) sendAgain(ctx context.Context, by workflow.Actor, in *struct {
	Message models.MessageID `path:"message"`
}) (*Done, error) {
	return &Done{}, a.Flow.SendAgain(ctx, by, in.Message)
}
