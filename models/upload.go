package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// An Upload is a file on its way into a draft, until a job has read it. It is seen
// by those who see the draft.
type Upload struct {
	ID           UploadID
	ResponseID   ResponseID
	ByID         PersonID
	At           time.Time `gorm:"serializer:utc"`
	Name         string
	MediaType    string
	Raw          []byte     // nil once it was read
	Done         int        // of its pages
	Pages        int        // 0 where nobody knows
	EndedAt      *time.Time `gorm:"serializer:utc"`
	Refused      string     // why it cannot be read, and what to do
	AttachmentID *AttachmentID
}

// Upload is the one with the id, without its bytes.
func (r reader) Upload(ctx context.Context, in Scope, id UploadID) (Upload, error) {
	return found(gorm.G[Upload](r.db).Scopes(in.drafts).Omit("raw").Where("id = ?", id).Take(ctx))
}

// UploadRaw are the bytes of an upload that was not read yet.
func (r reader) UploadRaw(ctx context.Context, in Scope, id UploadID) ([]byte, error) {
	u, err := found(gorm.G[Upload](r.db).Scopes(in.drafts).Where("id = ? and ended_at is null", id).Take(ctx))
	return u.Raw, err
}

// UnreadUploads is how many of a response wait to be read, or are being read.
func (r reader) UnreadUploads(ctx context.Context, in Scope, response ResponseID) (int, error) {
	n, err := gorm.G[Upload](r.db).Scopes(in.drafts).Where("response_id = ? and ended_at is null", response).Count(ctx, "*")
	return int(n), err
}

// UploadsBefore is how many of all responses are read before this one.
func (r reader) UploadsBefore(ctx context.Context, u Upload) (int, error) {
	n, err := gorm.G[Upload](r.db).Where("ended_at is null and at < ?", utc(u.At)).Count(ctx, "*")
	return int(n), err
}

// CreateUpload adds one.
func (t *Tx) CreateUpload(ctx context.Context, u Upload) error {
	return insert(ctx, t, &u)
}

// ReadOn says how many pages of an upload are read.
func (t *Tx) ReadOn(ctx context.Context, id UploadID, done, pages int) error {
	return change[Upload](ctx, t, map[string]any{"done": done, "pages": pages}, "id = ? and ended_at is null", id)
}

// EndUpload says what became of an upload, and lets its bytes go.
func (t *Tx) EndUpload(ctx context.Context, u Upload) error {
	columns := map[string]any{"raw": nil, "ended_at": utcOrNone(u.EndedAt), "refused": u.Refused, "attachment_id": u.AttachmentID}
	return change[Upload](ctx, t, columns, "id = ? and ended_at is null", u.ID)
}

// ForgetUploads that came before an instant.
func (t *Tx) ForgetUploads(ctx context.Context, before time.Time) error {
	_, err := gorm.G[Upload](t.db).Where("at < ?", utc(before)).Delete(ctx)
	return known(err)
}
