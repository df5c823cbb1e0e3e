package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// An Attachment is a file beside an AHQ or a response; its bytes are with the blobs.
type Attachment struct {
	ID         AttachmentID
	AHQID      AHQID       `gorm:"column:ahq_id"`
	ResponseID *ResponseID // nil: of the AHQ itself
	Name       string
	MediaType  string
	Size       int64
	SHA256     string    `gorm:"column:sha256"`
	At         time.Time `gorm:"serializer:utc"`
	ByID       PersonID
	RemovedAt  *time.Time `gorm:"serializer:utc"`
	ReadIn     bool       // into the draft: seen by those only who see the draft
}

// Attachments of an AHQ itself, in the order they came, without the removed.
func (r reader) Attachments(ctx context.Context, in Scope, ahq AHQID) ([]Attachment, error) {
	return gorm.G[Attachment](r.db).Scopes(in.attachments).
		Where("ahq_id = ? and response_id is null and removed_at is null", ahq).Order("at, id").Find(ctx)
}

// ResponseAttachments are those of a response, in the order they came, without
// the removed.
func (r reader) ResponseAttachments(ctx context.Context, in Scope, response ResponseID) ([]Attachment, error) {
	return gorm.G[Attachment](r.db).Scopes(in.attachments).
		Where("response_id = ? and removed_at is null", response).Order("at, id").Find(ctx)
}

// Attachment is the one with the id; a removed one is ErrNotFound.
func (r reader) Attachment(ctx context.Context, in Scope, id AttachmentID) (Attachment, error) {
	return found(gorm.G[Attachment](r.db).Scopes(in.attachments).Where("id = ? and removed_at is null", id).Take(ctx))
}

// CreateAttachment adds a file whose bytes are with the blobs already.
func (t *Tx) CreateAttachment(ctx context.Context, a Attachment) error {
	return insert(ctx, t, &a)
}

// RemoveAttachment takes a file away; its bytes stay, for what refers to them.
func (t *Tx) RemoveAttachment(ctx context.Context, id AttachmentID, at time.Time) error {
	return change[Attachment](ctx, t, map[string]any{"removed_at": utc(at)}, "id = ? and removed_at is null", id)
}
