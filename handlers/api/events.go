package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// An Event says who did what and when. Each carries the hash of the one before.
type Event struct {
	Number int              `json:"number"`
	At     time.Time        `json:"at"`
	By     string           `json:"by"`
	Act    string           `json:"act"`
	Data   models.EventData `json:"data"`
	Before string           `json:"before"`
	Hash   string           `json:"hash"`
}

// Events are what happened, as far as one may hear of it, oldest first.
type Events struct {
	Events []Event `json:"events"`
}

func (a *api) ahqEvents(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Events], error) {
	if _, err := a.store.AHQ(ctx, by.Scope(), in.AHQ); err != nil {
		return nil, err
	}
	return a.events(ctx, by, string(in.AHQ))
}

func (a *api) responseEvents(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Events], error) {
	if _, err := a.store.Response(ctx, by.Scope(), in.Response); err != nil {
		return nil, err
	}
	return a.events(ctx, by, string(in.Response))
}

func (a *api) events(ctx context.Context, by workflow.Actor, chain string) (*Plain[Events], error) {
	stored, err := a.store.Events(ctx, by.Scope(), chain)
	all := Events{}
	for _, e := range stored {
		all.Events = append(all.Events, Event{e.Number, e.At, e.ByName, e.Act, e.Data, e.Before, e.Hash})
	}
	return plain(all), err
}
