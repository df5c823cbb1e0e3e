package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// OfHook names a hook.
type OfHook struct {
	Hook models.HookID `path:"hook"`
}

// HookText is what is said of a hook.
type HookText struct {
	Name   string             `json:"name" doc:"What it is for"`
	URL    string             `json:"url" doc:"Of the receiver: https, at a public address"`
	NCP    string             `json:"ncp,omitempty" doc:"The NCP that it hears for; absent: it hears of everything, which is for administrators"`
	Events []models.HookEvent `json:"events" enum:"ahq.issued,response.submitted,response.returned,ahq.closed,edition.made"`
}

// A Hook is another system that is told what happens.
type Hook struct {
	ID models.HookID `json:"id"`
	HookText
	CreatedAt    time.Time  `json:"created_at"`
	OldUntil     *time.Time `json:"old_until,omitempty" doc:"Until then the secret before signs too"`
	FailingSince *time.Time `json:"failing_since,omitempty" doc:"Nothing has arrived since"`
	OffAt        *time.Time `json:"off_at,omitempty" doc:"Nothing is sent any more"`
	OffWhy       string     `json:"off_why,omitempty"`
	Version      int        `json:"version" doc:"Counts writes; it is the ETag"`
}

// A HookWithSecret has a new secret, which is shown this once.
type HookWithSecret struct {
	Hook
	Secret string `json:"secret,omitempty" doc:"What signatures are checked with, as Standard Webhooks says; absent when the request is sent again under its Idempotency-Key"`
}

// Hooks are those that one keeps.
type Hooks struct {
	Hooks []Hook `json:"hooks"`
}

func hookOf(h models.Hook) Hook {
	return Hook{
		ID: h.ID, HookText: HookText{h.Name, h.URL, h.NCP, h.Events}, CreatedAt: h.CreatedAt, OldUntil: h.OldUntil,
		FailingSince: h.FailingSince, OffAt: h.OffAt, OffWhy: h.OffWhy, Version: h.Version,
	}
}

func (t HookText) form() workflow.HookForm {
	return workflow.HookForm{NCP: t.NCP, Name: t.Name, URL: t.URL, Events: t.Events}
}

// taggedHook is a hook as it is after an act.
func taggedHook(h models.Hook, err error) (*Tagged[Hook], error) {
	if err != nil {
		return nil, unmatched(err)
	}
	return &Tagged[Hook]{ETag: versionTag(h.Version), Body: hookOf(h)}, nil
}

func (a *api) hooks(ctx context.Context, by workflow.Actor, _ *Nothing) (*Plain[Hooks], error) {
	if !workflow.May(workflow.KeepHooks, by.Parts()) {
		return nil, models.ErrNotFound
	}
	stored, err := a.store.Hooks(ctx, by.Scope())
	all := Hooks{}
	for _, h := range stored {
		all.Hooks = append(all.Hooks, hookOf(h))
	}
	return plain(all), err
}

func (a *api) hook(ctx context.Context, by workflow.Actor, in *OfHook) (*Tagged[Hook], error) {
	return taggedHook(a.store.Hook(ctx, by.Scope(), in.Hook))
}

func (a *api) createHook(ctx context.Context, by workflow.Actor, in *struct{ Sent[HookText] }) (*Made[HookWithSecret], error) {
	h, secret, err := a.Flow.CreateHook(ctx, by, in.sent.form())
	return made(HookWithSecret{hookOf(h), secret}, "hooks", string(h.ID)), err
}

func (a *api) changeHook(ctx context.Context, by workflow.Actor, in *struct {
	OfHook
	IfMatch
	Sent[HookText]
}) (*Tagged[Hook], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	return taggedHook(a.Flow.ChangeHook(ctx, by, in.Hook, version, in.sent.form()))
}

func (a *api) rotateHook(ctx context.Context, by workflow.Actor, in *OfHook) (*Plain[HookWithSecret], error) {
	h, secret, err := a.Flow.RotateHookSecret(ctx, by, in.Hook)
	return plain(HookWithSecret{hookOf(h), secret}), err
}

func (a *api) switchHookOff(ctx context.Context, by workflow.Actor, in *OfHook) (*Tagged[Hook], error) {
	return taggedHook(a.Flow.SwitchHook(ctx, by, in.Hook, false))
}

func (a *api) switchHookOn(ctx context.Context, by workflow.Actor, in *OfHook) (*Tagged[Hook], error) {
	return taggedHook(a.Flow.SwitchHook(ctx, by, in.Hook, true))
}

func (a *api) testHook(ctx context.Context, by workflow.Actor, in *OfHook) (*Done, error) {
	return &Done{}, a.Flow.TestHook(ctx, by, in.Hook)
}
