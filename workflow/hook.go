package workflow

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"slices"
	"time"

	"ahq/models"
)

// A HookForm is what somebody says of a hook.
type HookForm struct {
	NCP    string // whose it is; "" everybody's, for administrators
	Name   string // what it is for
	URL    string
	Events []models.HookEvent
}

// HookEvents are what a hook can listen to.
func HookEvents() []models.HookEvent {
	return []models.HookEvent{
		models.AHQIssued, models.ResponseSubmitted, models.ResponseReturned, models.AHQClosed, models.EditionMade,
	}
}

// rotating is how long the secret before signs beside the new one.
const rotating = 24 * time.Hour

// CreateHook has another system told what happens. The secret that its receiver
// checks signatures with is given once, and never again: asked twice under one
// Idempotency-Key, it is missing.
func (w *Workflow) CreateHook(ctx context.Context, by Actor, form HookForm) (hook models.Hook, secret string, err error) {
	hook, err = perform(ctx, w, by, KeepHooks, given{form}, func(t *turn) (models.Hook, error) {
		h := models.Hook{ID: models.NewID[models.HookID](), CreatedAt: t.now}
		if err := t.setHook(ctx, &h, form); err != nil {
			return h, err
		}
		secret = newHookSecret()
		h.Secret = secret
		return h, t.CreateHook(ctx, &h)
	})
	return hook, secret, err
}

// ChangeHook says anew what a hook is, over the version that was read.
func (w *Workflow) ChangeHook(ctx context.Context, by Actor, id models.HookID, version int, form HookForm) (models.Hook, error) {
	return w.changeHook(ctx, by, "change-hook", id, given{version, form}, func(t *turn, h *models.Hook) error {
		if h.Version != version {
			return models.ErrStale
		}
		return t.setHook(ctx, h, form)
	})
}

// RotateHookSecret gives a hook another secret, shown once. For a day both sign,
// so that the receiver can change over without missing anything.
func (w *Workflow) RotateHookSecret(ctx context.Context, by Actor, id models.HookID) (hook models.Hook, secret string, err error) {
	hook, err = w.changeHook(ctx, by, "rotate-hook", id, nil, func(t *turn, h *models.Hook) error {
		secret = newHookSecret()
		until := t.now.Add(rotating)
		h.OldSecret, h.OldUntil, h.Secret = h.Secret, &until, secret
		return nil
	})
	return hook, secret, err
}

// SwitchHook lets a hook hear no more, or again. What it did not hear meanwhile is
// not made up for.
func (w *Workflow) SwitchHook(ctx context.Context, by Actor, id models.HookID, on bool) (models.Hook, error) {
	return w.changeHook(ctx, by, "switch-hook", id, given{on}, func(t *turn, h *models.Hook) error {
		if on == (h.OffAt == nil) {
			return nil
		}
		h.OffAt, h.OffWhy, h.FailingSince = nil, "", nil
		if !on {
			h.OffAt, h.OffWhy = &t.now, "it was switched off by "+t.by.Person.Name
		}
		return nil
	})
}

// changeHook does something to a hook that the actor keeps.
func (w *Workflow) changeHook(ctx context.Context, by Actor, act Act, id models.HookID, more given, do func(*turn, *models.Hook) error) (models.Hook, error) {
	return perform(ctx, w, by, act, append(given{id}, more...), func(t *turn) (models.Hook, error) {
		h, err := t.keptHook(ctx, id)
		if err != nil {
			return h, err
		}
		if err := do(t, &h); err != nil {
			return h, err
		}
		return h, t.SaveHook(ctx, &h)
	})
}

// keptHook is one that the actor keeps, for oneself until the turn ends.
func (t *turn) keptHook(ctx context.Context, id models.HookID) (h models.Hook, err error) {
	if h, err = t.LockHook(ctx, t.by.Scope(), id); err != nil {
		return h, err
	}
	return h, t.by.may(KeepHooks, t.by.Parts())
}

// setHook checks what was said of a hook, and puts it in.
func (t *turn) setHook(ctx context.Context, h *models.Hook, form HookForm) (err error) {
	if err := t.checkKeeper(ctx, form.NCP); err != nil {
		return err
	}
	if h.Name, err = named("/name", form.Name, "say what it is for"); err != nil {
		return err
	}
	if h.URL, err = hookAddress(form.URL, t.flow.PrivateHooks); err != nil {
		return err
	}
	if len(form.Events) == 0 {
		return invalid("/events", "choose at least one event")
	}
	for i, e := range form.Events {
		if !slices.Contains(HookEvents(), e) {
			return invalid(fmt.Sprintf("/events/%d", i), "there is no event %q", e)
		}
	}
	h.NCP = form.NCP
	h.Events = slices.DeleteFunc(HookEvents(), func(e models.HookEvent) bool { return !slices.Contains(form.Events, e) })
	return nil
}

// checkKeeper: what concerns one NCP is its coordinators' to pass on, what
// concerns all the administrators'.
func (t *turn) checkKeeper(ctx context.Context, ncp string) error {
	if err := t.by.may(KeepHooks, t.by.Parts()); err != nil {
		return err
	}
	if t.by.itself || t.by.Person.Administrator {
		if ncp == "" {
			return nil
		}
		_, err := t.NCP(ctx, ncp)
		if err != nil {
			return invalid("/ncp", "there is no NCP %q", ncp)
		}
		return nil
	}
	if !t.by.Is(ncp, models.Coordinator) {
		return invalid("/ncp", "choose an NCP that you coordinate: only an administrator lets a system hear of all")
	}
	return nil
}

// newHookSecret is one as Standard Webhooks writes them.
func newHookSecret() string {
	b := make([]byte, 32)
	rand.Read(b) //nolint:errcheck // never fails
	return "whsec_" + base64.StdEncoding.EncodeToString(b)
}
