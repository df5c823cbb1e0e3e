package models

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// A Message is mail: written with the change that causes it, sent by a job.
type Message struct {
	ID         MessageID
	Key        string // what it is, so that nothing is said twice
	Letter     string // what kind of letter
	ToID       PersonID
	Address    string
	ReplyTo    []string `gorm:"serializer:json"` // addresses that an answer goes to
	Subject    string
	Body       string // without the link
	Link       string // what its link is called
	Path       string // where that leads, below our address
	Secret     bool   // whoever has the link is let in: nobody reads it but in the mail, and it is forgotten when that went out
	AHQID      AHQID  `gorm:"column:ahq_id"`
	ResponseID ResponseID
	CreatedAt  time.Time  `gorm:"serializer:utc;autoCreateTime:false"`
	SentAt     *time.Time `gorm:"serializer:utc"`
	BouncedAt  *time.Time `gorm:"serializer:utc"` // given up: it will not arrive
	Failed     string     // the last failure, in words
}

// inOneGo is how many messages one statement adds: SQLite takes the longer over
// each value the more there are.
const inOneGo = 100

// Messages are the newest ones, at most that many.
func (r reader) Messages(ctx context.Context, limit int) ([]Message, error) {
	return gorm.G[Message](r.db).Order("created_at desc, id").Limit(limit).Find(ctx)
}

// MessagesAbout an AHQ since an instant, for those who ask, the newest first:
// what was said to whom, without what it said.
func (r reader) MessagesAbout(ctx context.Context, in Scope, ahq AHQID, since time.Time) ([]Message, error) {
	return gorm.G[Message](r.db).Scopes(in.messages).Omit("body").
		Where("ahq_id = ? and created_at >= ?", ahq, utc(since)).Order("created_at desc, id").Find(ctx)
}

// Message is the one with the id.
func (r reader) Message(ctx context.Context, id MessageID) (Message, error) {
	return found(gorm.G[Message](r.db).Where("id = ?", id).Take(ctx))
}

// Unsent are the messages still to be sent, oldest first.
func (r reader) Unsent(ctx context.Context) ([]MessageID, error) {
	var ids []MessageID
	err := r.db.WithContext(ctx).Model(&Message{}).Where("sent_at is null and bounced_at is null").
		Order("created_at, id").Pluck("id", &ids).Error
	return ids, known(err)
}

// CreateMessages adds them, and says which. What was said already, by its key,
// is left out.
func (t *Tx) CreateMessages(ctx context.Context, all []Message) ([]MessageID, error) {
	done := t.db.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(all, inOneGo)
	ids := make([]MessageID, len(all))
	for i, m := range all {
		ids[i] = m.ID
	}
	if done.Error != nil || int(done.RowsAffected) == len(all) {
		return ids, known(done.Error)
	}
	var added []MessageID
	for at := range len(ids)/inOneGo + 1 {
		var some []MessageID
		part := ids[at*inOneGo : min(len(ids), (at+1)*inOneGo)]
		if err := t.db.WithContext(ctx).Model(&Message{}).Where("id in ?", part).Pluck("id", &some).Error; err != nil {
			return nil, known(err)
		}
		added = append(added, some...)
	}
	return added, nil
}

// MarkSent says when a message went out. A secret link is not needed any more.
func (t *Tx) MarkSent(ctx context.Context, id MessageID, at time.Time) error {
	return change[Message](ctx, t, map[string]any{
		"sent_at": utc(at), "failed": "", "path": gorm.Expr("case when secret then '' else path end"),
	}, "id = ?", id)
}

// MarkFailed says why a message could not be sent.
func (t *Tx) MarkFailed(ctx context.Context, id MessageID, why string) error {
	return change[Message](ctx, t, map[string]any{"failed": why}, "id = ?", id)
}

// MarkBounced gives a message up.
func (t *Tx) MarkBounced(ctx context.Context, id MessageID, at time.Time, why string) error {
	return change[Message](ctx, t, map[string]any{"bounced_at": utc(at), "failed": why}, "id = ?", id)
}

// ClearBounced lets a message that was given up be tried again.
func (t *Tx) ClearBounced(ctx context.Context, id MessageID) error {
	return change[Message](ctx, t, map[string]any{"bounced_at": nil}, "id = ?", id)
}
