package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Message is mail: written with the change that causes it, sent by a job.
type Message struct {
	ID        MessageID
	Key       string // what it is, so that nothing is said twice
	ToID      PersonID
	Address   string
	Subject   string
	Body      string
	AHQID     AHQID      `gorm:"column:ahq_id"`
	CreatedAt time.Time  `gorm:"serializer:utc;autoCreateTime:false"`
	SentAt    *time.Time `gorm:"serializer:utc"`
	Failed    string     // the last failure, in words
}

// Messages are the newest ones, at most that many.
func (r reader) Messages(ctx context.Context, limit int) ([]Message, error) {
	return gorm.G[Message](r.db).Order("created_at desc, id").Limit(limit).Find(ctx)
}

// Message is the one with the id.
func (r reader) Message(ctx context.Context, id MessageID) (Message, error) {
	return found(gorm.G[Message](r.db).Where("id = ?", id).Take(ctx))
}

// Unsent are the messages still to be sent, oldest first.
func (r reader) Unsent(ctx context.Context) ([]Message, error) {
	return gorm.G[Message](r.db).Where("sent_at is null").Order("created_at, id").Find(ctx)
}

// CreateMessage adds one; what was said already is ErrDuplicate, by its key, and
// the transaction goes on.
func (t *Tx) CreateMessage(ctx context.Context, m Message) error {
	return insert(ctx, t, &m)
}

// MarkSent says when a message went out.
func (t *Tx) MarkSent(ctx context.Context, id MessageID, at time.Time) error {
	return change[Message](ctx, t, map[string]any{"sent_at": utc(at), "failed": ""}, "id = ?", id)
}

// MarkFailed says why a message could not be sent.
func (t *Tx) MarkFailed(ctx context.Context, id MessageID, why string) error {
	return change[Message](ctx, t, map[string]any{"failed": why}, "id = ?", id)
}
