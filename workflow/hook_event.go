package workflow

import (
	"context"
	"slices"
	"time"

	"github.com/go-json-experiment/json"

	"ahq/models"
)

// A happening is what hooks are told of: where it stands, and no word of any
// answer.
type happening struct {
	event models.HookEvent
	ahq   models.AHQ
	ncp   string // whose response it is about; "" none
	data  hookData
}

// A hookPayload is what a receiver gets, as Standard Webhooks has it.
type hookPayload struct {
	ID        models.DeliveryID `json:"id"`
	Type      models.HookEvent  `json:"type"`
	Timestamp time.Time         `json:"timestamp"`
	Data      hookData          `json:"data"`
}

// hookData is what is said of a happening.
type hookData struct {
	AHQ      string          `json:"ahq,omitempty"` // its reference
	NCP      string          `json:"ncp,omitempty"`
	State    string          `json:"state,omitempty"`
	Edition  int             `json:"edition,omitzero"`
	Audience models.Audience `json:"audience,omitempty"`
	Links    hookLinks       `json:"links"`
}

// hookLinks are where to look, for people and for programs.
type hookLinks struct {
	Page string `json:"page"`
	API  string `json:"api"`
}

// hearOfAHQ has hooks told what happened to an AHQ.
func (t *turn) hearOfAHQ(ctx context.Context, event models.HookEvent, a models.AHQ) error {
	return t.hear(ctx, happening{event: event, ahq: a, data: hookData{
		State: string(a.State), Links: t.flow.hookLinks("ahqs", string(a.ID)),
	}})
}

// hearOfResponse has hooks told what happened to a response.
func (t *turn) hearOfResponse(ctx context.Context, event models.HookEvent, a models.AHQ, r models.Response) error {
	return t.hear(ctx, happening{event: event, ahq: a, ncp: r.NCP, data: hookData{
		State: string(r.State), Links: t.flow.hookLinks("responses", string(r.ID)),
	}})
}

// hearOfEdition has hooks told that there is one.
func (t *turn) hearOfEdition(ctx context.Context, a models.AHQ, c models.Compilation) error {
	return t.hear(ctx, happening{event: models.EditionMade, ahq: a, data: hookData{
		Edition: c.Number, Audience: c.Audience, Links: t.flow.hookLinks("editions", string(c.ID)),
	}})
}

func (w *Workflow) hookLinks(noun, id string) hookLinks {
	path := "/" + noun + "/" + id
	return hookLinks{Page: w.Address(path), API: w.Address("/api/v1" + path)}
}

// hear writes a delivery for each hook that listens to this, and has it sent.
func (t *turn) hear(ctx context.Context, h happening) error {
	on, err := t.HooksOn(ctx)
	on = slices.DeleteFunc(on, func(hook models.Hook) bool { return !slices.Contains(hook.Events, h.event) })
	if err != nil || len(on) == 0 {
		return err
	}
	answering, err := t.concerned(ctx, h.ahq)
	if err != nil {
		return err
	}
	for _, hook := range on {
		if !h.concerns(hook, answering) {
			continue
		}
		if err := t.deliver(ctx, hook, h); err != nil {
			return err
		}
	}
	return nil
}

// concerns says whether it is the business of whose hook it is: who asks hears of
// all responses, who answers of its own and of the AHQ.
func (h happening) concerns(hook models.Hook, answering []string) bool {
	asks := slices.ContainsFunc(h.ahq.Requesters, func(r models.Requester) bool { return r.NCP == hook.NCP })
	switch {
	case hook.NCP == "", asks:
		return true
	case h.ncp != "":
		return hook.NCP == h.ncp
	default:
		return slices.Contains(answering, hook.NCP)
	}
}

// deliver has one hook told.
func (t *turn) deliver(ctx context.Context, hook models.Hook, h happening) error {
	d := models.Delivery{
		ID: models.NewID[models.DeliveryID](), HookID: hook.ID, Event: h.event, AHQID: h.ahq.ID, NCP: h.ncp,
		CreatedAt: t.now, NextAt: &t.now,
	}
	if h.ahq.Reference != nil {
		d.Reference = *h.ahq.Reference
	}
	h.data.AHQ, h.data.NCP = d.Reference, d.NCP
	payload, err := json.Marshal(hookPayload{d.ID, d.Event, t.now, h.data}, json.Deterministic(true))
	if err != nil {
		return err
	}
	d.Payload = string(payload)
	if err := t.CreateDelivery(ctx, d); err != nil {
		return err
	}
	return t.enqueue(ctx, deliverArgs{Delivery: d.ID})
}
