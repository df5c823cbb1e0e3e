package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A Delivery is one thing that a hook is told, with what became of it.
type Delivery struct {
	ID          models.DeliveryID `json:"id" doc:"The same in the header webhook-id, however often it is sent"`
	Event       models.HookEvent  `json:"event" enum:"ahq.issued,response.submitted,response.returned,ahq.closed,edition.made,hook.test"`
	AHQ         models.AHQID      `json:"ahq,omitempty"`
	NCP         string            `json:"ncp,omitempty"`
	Payload     string            `json:"payload" doc:"What is sent, as it is signed"`
	CreatedAt   time.Time         `json:"created_at"`
	Attempts    int               `json:"attempts"`
	TriedAt     *time.Time        `json:"tried_at,omitempty"`
	NextAt      *time.Time        `json:"next_at,omitempty" doc:"When it is tried again; absent: never"`
	DeliveredAt *time.Time        `json:"delivered_at,omitempty"`
	Status      int               `json:"status,omitzero" doc:"Of the last answer"`
	Answer      string            `json:"answer,omitempty" doc:"How the last answer began"`
	Failed      string            `json:"failed,omitempty" doc:"Why it did not arrive, the last time"`
}

// Deliveries of one hook, newest first.
type Deliveries struct {
	Deliveries []Delivery `json:"deliveries"`
}

func deliveryOf(d models.Delivery) Delivery {
	return Delivery{
		ID: d.ID, Event: d.Event, AHQ: d.AHQID, NCP: d.NCP, Payload: d.Payload, CreatedAt: d.CreatedAt, Attempts: d.Attempts,
		TriedAt: d.TriedAt, NextAt: d.NextAt, DeliveredAt: d.DeliveredAt, Status: d.Status, Answer: d.Answer, Failed: d.Failed,
	}
}

func (a *api) deliveries(ctx context.Context, by workflow.Actor, in *struct {
	OfHook
	Limit int `query:"limit" default:"50" minimum:"1" maximum:"200"`
}) (*Plain[Deliveries], error) {
	if _, err := a.store.Hook(ctx, by.Scope(), in.Hook); err != nil {
		return nil, err
	}
	stored, err := a.store.Deliveries(ctx, by.Scope(), in.Hook, in.Limit)
	all := Deliveries{}
	for _, d := range stored {
		all.Deliveries = append(all.Deliveries, deliveryOf(d))
	}
	return plain(all), err
}

func (a *api) deliverAgain(ctx context.Context, by workflow.Actor, in *struct {
	OfHook
	Delivery models.DeliveryID `path:"delivery"`
}) (*Plain[Delivery], error) {
	d, err := a.Flow.SendDeliveryAgain(ctx, by, in.Hook, in.Delivery)
	return plain(deliveryOf(d)), err
}
