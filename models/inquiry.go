package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// An Inquiry is a question an NCP has about the AHQ, answered to all.
type Inquiry struct {
	ID         InquiryID
	AHQID      AHQID `gorm:"column:ahq_id"`
	NCP        string
	Question   string
	AskedAt    time.Time `gorm:"serializer:utc"`
	Answer     string
	AnsweredAt *time.Time `gorm:"serializer:utc"`
}

// Inquiries about an AHQ, in the order they were asked.
func (r reader) Inquiries(ctx context.Context, in Scope, ahq AHQID) ([]Inquiry, error) {
	return gorm.G[Inquiry](r.db).Scopes(in.partsOfAHQs).Where("ahq_id = ?", ahq).Order("asked_at, id").Find(ctx)
}

// Inquiry is the one with the id.
func (r reader) Inquiry(ctx context.Context, in Scope, id InquiryID) (Inquiry, error) {
	return found(gorm.G[Inquiry](r.db).Scopes(in.partsOfAHQs).Where("id = ?", id).Take(ctx))
}

// CreateInquiry adds a question.
func (t *Tx) CreateInquiry(ctx context.Context, q Inquiry) error {
	return insert(ctx, t, &q)
}

// SaveInquiry answers it.
func (t *Tx) SaveInquiry(ctx context.Context, q Inquiry) error {
	columns := map[string]any{"question": q.Question, "answer": q.Answer, "answered_at": nil}
	if q.AnsweredAt != nil {
		columns["answered_at"] = utc(*q.AnsweredAt)
	}
	return change[Inquiry](ctx, t, columns, "id = ?", q.ID)
}
