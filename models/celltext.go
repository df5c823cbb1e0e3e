package models

import (
	"context"
	"time"

	"gorm.io/gorm"

	"ahq/forms"
)

// A CellText is what a cell said after a run of saves by one person.
type CellText struct {
	ResponseID ResponseID   `gorm:"primaryKey"`
	RecordID   string       `gorm:"primaryKey"`
	Question   string       `gorm:"primaryKey"`
	Number     int          `gorm:"primaryKey"`
	Answer     forms.Answer `gorm:"serializer:json"`
	BeganAt    time.Time    `gorm:"serializer:utc"`
	At         time.Time    `gorm:"serializer:utc"`
	ByID       PersonID
	Whole      bool // no save goes on with it
}

// CellTexts are all that a cell ever said, newest first.
func (r reader) CellTexts(ctx context.Context, in Scope, response ResponseID, record, question string) ([]CellText, error) {
	return gorm.G[CellText](r.db).Scopes(in.drafts).
		Where("response_id = ? and record_id = ? and question = ?", response, record, question).
		Order("number desc").Find(ctx)
}

// LastText is the newest of them; ErrNotFound when the cell never said anything.
func (r reader) LastText(ctx context.Context, in Scope, response ResponseID, record, question string) (CellText, error) {
	return found(gorm.G[CellText](r.db).Scopes(in.drafts).
		Where("response_id = ? and record_id = ? and question = ?", response, record, question).
		Order("number desc").Take(ctx))
}

// KeepText keeps what a cell says now: a new number adds a text, the number of
// the last one replaces it.
func (t *Tx) KeepText(ctx context.Context, c CellText) error {
	return put(ctx, t, &c)
}
