package models

import (
	"context"
	"time"

	"gorm.io/gorm"

	"ahq/forms"
)

// A Record is one filled-in table of a response, without its cells.
type Record struct {
	ResponseID ResponseID `gorm:"primaryKey"`
	ID         string     `gorm:"primaryKey"` // "r7"
	Section    string
	Countries  []string `gorm:"serializer:json"`
	Status     forms.Status
	Position   int
	DeletedAt  *time.Time `gorm:"serializer:utc"`
	Version    int
}

// Record is the one with the id, deleted or not.
func (r reader) Record(ctx context.Context, in Scope, response ResponseID, id string) (Record, error) {
	return found(gorm.G[Record](r.db).Scopes(in.drafts).Where("response_id = ? and id = ?", response, id).Take(ctx))
}

// A DeletedRecord comes with the heading it had, to know it by.
type DeletedRecord struct {
	Record  `gorm:"embedded"`
	Heading string
}

// DeletedRecords of a response, the last deleted first.
func (r reader) DeletedRecords(ctx context.Context, in Scope, response ResponseID) ([]DeletedRecord, error) {
	return gorm.G[DeletedRecord](r.db).Table("records").Select("records.*, "+heading).Scopes(in.drafts).
		Where("response_id = ? and deleted_at is not null", response).Order("deleted_at desc, id").Find(ctx)
}

const heading = `coalesce((select text from cells where cells.response_id = records.response_id
	and cells.record_id = records.id and question = 'heading'), '') as heading`

// CreateRecord adds a record, without cells.
func (t *Tx) CreateRecord(ctx context.Context, r *Record) error {
	return first(ctx, t, r, &r.Version)
}

// SaveRecord changes a record: its place, its section, whether it is deleted.
func (t *Tx) SaveRecord(ctx context.Context, r *Record) error {
	return save(ctx, t, r, &r.Version, "response_id = ? and id = ?", r.ResponseID, r.ID)
}
