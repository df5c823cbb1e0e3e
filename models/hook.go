package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Hook is where another system is told what happens. One that is nobody's own
// hears of everything, an NCP's of what concerns that NCP.
type Hook struct {
	ID           HookID
	NCP          string // whose it is; "" everybody's: the administrators'
	Name         string // what it is for
	URL          string
	Events       []HookEvent `gorm:"serializer:json"`
	Secret       string      `json:"-"` // signs what is sent
	OldSecret    string      `json:"-"` // signs beside it, for a while after it was changed
	OldUntil     *time.Time  `gorm:"serializer:utc" json:"-"`
	CreatedAt    time.Time   `gorm:"serializer:utc;autoCreateTime:false"`
	FailingSince *time.Time  `gorm:"serializer:utc"` // nothing has arrived since
	OffAt        *time.Time  `gorm:"serializer:utc"` // nothing is sent any more
	OffWhy       string
	Version      int
}

// A HookEvent is one kind of thing that happens, as other systems know it.
type HookEvent string

// The events that other systems can be told of.
const (
	AHQIssued         HookEvent = "ahq.issued"
	ResponseSubmitted HookEvent = "response.submitted"
	ResponseReturned  HookEvent = "response.returned"
	AHQClosed         HookEvent = "ahq.closed"
	EditionMade       HookEvent = "edition.made"
	HookTest          HookEvent = "hook.test" // somebody asked for it; nothing happened
)

// Hooks that the scope keeps, by name.
func (r reader) Hooks(ctx context.Context, in Scope) ([]Hook, error) {
	return gorm.G[Hook](r.db).Scopes(in.hooks).Order("name, id").Find(ctx)
}

// Hook is the one with the id.
func (r reader) Hook(ctx context.Context, in Scope, id HookID) (Hook, error) {
	return found(gorm.G[Hook](r.db).Scopes(in.hooks).Where("id = ?", id).Take(ctx))
}

// HooksOn are those that are told anything.
func (t *Tx) HooksOn(ctx context.Context) ([]Hook, error) {
	return gorm.G[Hook](t.db).Where("off_at is null").Order("id").Find(ctx)
}

// LockHook takes a hook for oneself until the transaction ends.
func (t *Tx) LockHook(ctx context.Context, in Scope, id HookID) (Hook, error) {
	return found(gorm.G[Hook](t.db, exclusive).Scopes(in.hooks).Where("id = ?", id).Take(ctx))
}

// CreateHook adds a hook.
func (t *Tx) CreateHook(ctx context.Context, h *Hook) error {
	return first(ctx, t, h, &h.Version)
}

// SaveHook changes a hook.
func (t *Tx) SaveHook(ctx context.Context, h *Hook) error {
	return save(ctx, t, h, &h.Version, "id = ?", h.ID)
}

// MarkHook says since when nothing has arrived there, nil for never, and whether
// that has put an end to it. It is no change of what the hook is.
func (t *Tx) MarkHook(ctx context.Context, h Hook) error {
	columns := map[string]any{"failing_since": utcOrNone(h.FailingSince), "off_at": utcOrNone(h.OffAt), "off_why": h.OffWhy}
	return change[Hook](ctx, t, columns, "id = ?", h.ID)
}
