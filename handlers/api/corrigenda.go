package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A Rewording changes the words of an AHQ, never its ids. What is absent stays
// as it is.
type Rewording struct {
	Topic      string            `json:"topic,omitempty"`
	Background string            `json:"background,omitempty"`
	Labels     map[string]string `json:"labels,omitempty" doc:"By the id of the question"`
	Why        string            `json:"why"`
}

// A Corrigendum is a rewording that was made, with both wordings.
type Corrigendum struct {
	Number int            `json:"number"`
	At     time.Time      `json:"at"`
	Why    string         `json:"why"`
	Before models.Wording `json:"before"`
	After  models.Wording `json:"after"`
}

// Corrigenda are those of one AHQ, in order.
type Corrigenda struct {
	Corrigenda []Corrigendum `json:"corrigenda"`
}

func (a *api) corrigenda(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Corrigenda], error) {
	if _, err := a.store.AHQ(ctx, by.Scope(), in.AHQ); err != nil {
		return nil, err
	}
	stored, err := a.store.Corrigenda(ctx, by.Scope(), in.AHQ)
	all := Corrigenda{}
	for _, c := range stored {
		all.Corrigenda = append(all.Corrigenda, Corrigendum{c.Number, c.At, c.Why, c.Before, c.After})
	}
	return plain(all), err
}

func (a *api) correct(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Rewording]
}) (*Tagged[AHQ], error) {
	words := models.Wording{Topic: in.sent.Topic, Background: in.sent.Background, Labels: in.sent.Labels}
	return taggedAHQ(a.Flow.Correct(ctx, by, in.AHQ, words, in.sent.Why))
}
