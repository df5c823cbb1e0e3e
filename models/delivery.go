package models

import (
	"context"
	"errors"
	"time"

	"gorm.io/gorm"
)

// A Delivery is one thing that a hook is told: written with the change that
// causes it, sent by a job, and kept with what became of it.
type Delivery struct {
	ID          DeliveryID
	HookID      HookID
	Event       HookEvent
	AHQID       AHQID `gorm:"column:ahq_id"`
	Reference   string
	NCP         string // whose response it is about; "" none
	Payload     string
	CreatedAt   time.Time `gorm:"serializer:utc;autoCreateTime:false"`
	Attempts    int
	TriedAt     *time.Time `gorm:"serializer:utc"`
	NextAt      *time.Time `gorm:"serializer:utc"` // when it is tried again; nil: never
	DeliveredAt *time.Time `gorm:"serializer:utc"`
	Status      int        // the last one; 0: there was no answer
	Answer      string     // how the last one began
	Failed      string     // why, the last time
}

// Deliveries of a hook, the newest first, at most that many.
func (r reader) Deliveries(ctx context.Context, in Scope, hook HookID, limit int) ([]Delivery, error) {
	return gorm.G[Delivery](r.db).Scopes(in.deliveries).Where("hook_id = ?", hook).Order("created_at desc, id").Limit(limit).Find(ctx)
}

// Delivery is the one with the id.
func (r reader) Delivery(ctx context.Context, in Scope, id DeliveryID) (Delivery, error) {
	return found(gorm.G[Delivery](r.db).Scopes(in.deliveries).Where("id = ?", id).Take(ctx))
}

// CreateDelivery adds one.
func (t *Tx) CreateDelivery(ctx context.Context, d Delivery) error {
	return insert(ctx, t, &d)
}

// ClaimDelivery counts an attempt before it is made, so that two processes never
// make the same; ErrStale when another was faster.
func (t *Tx) ClaimDelivery(ctx context.Context, d Delivery) error {
	columns := map[string]any{"attempts": d.Attempts, "tried_at": utcOrNone(d.TriedAt), "next_at": utcOrNone(d.NextAt)}
	err := change[Delivery](ctx, t, columns, "id = ? and attempts = ?", d.ID, d.Attempts-1)
	if errors.Is(err, ErrNotFound) {
		return ErrStale
	}
	return err
}

// MarkDelivery says what became of the last attempt.
func (t *Tx) MarkDelivery(ctx context.Context, d Delivery) error {
	columns := map[string]any{
		"delivered_at": utcOrNone(d.DeliveredAt), "next_at": utcOrNone(d.NextAt),
		"status": d.Status, "answer": d.Answer, "failed": d.Failed,
	}
	return change[Delivery](ctx, t, columns, "id = ?", d.ID)
}
