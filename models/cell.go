package models

import (
	"context"
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"ahq/forms"
)

// A Cell is one answer, with a version of its own. RecordID is "" for a question
// asked once; Question is its id, or "heading" or "note" of a record.
type Cell struct {
	ResponseID ResponseID `gorm:"primaryKey"`
	RecordID   string     `gorm:"primaryKey"`
	Question   string     `gorm:"primaryKey"`
	Text       string
	Reason     forms.Reason
	SameAs     string
	Confirmed  *forms.Confirmed `gorm:"serializer:json"`
	LookAgain  bool
	Version    int
}

// Cell is the one at that place; ErrNotFound when nobody ever wrote it.
func (r reader) Cell(ctx context.Context, in Scope, response ResponseID, record, question string) (Cell, error) {
	return found(gorm.G[Cell](r.db).Scopes(in.drafts).
		Where("response_id = ? and record_id = ? and question = ?", response, record, question).Take(ctx))
}

// Cells of a record, or of the questions asked once when record is "".
func (r reader) Cells(ctx context.Context, in Scope, response ResponseID, record string) ([]Cell, error) {
	return gorm.G[Cell](r.db).Scopes(in.drafts).
		Where("response_id = ? and record_id = ?", response, record).Order("question").Find(ctx)
}

// CellsOf some records.
func (r reader) CellsOf(ctx context.Context, in Scope, response ResponseID, records []string) ([]Cell, error) {
	return gorm.G[Cell](r.db).Scopes(in.drafts).
		Where("response_id = ? and record_id in ?", response, records).Find(ctx)
}

// SaveCell writes one cell, over the version it was read at: 0 for one that was
// never written. ErrStale when somebody else wrote it meanwhile.
func (t *Tx) SaveCell(ctx context.Context, c *Cell) error {
	if c.Version > 0 {
		return save(ctx, t, c, &c.Version, "response_id = ? and record_id = ? and question = ?",
			c.ResponseID, c.RecordID, c.Question)
	}
	err := first(ctx, t, c, &c.Version)
	if errors.Is(err, ErrDuplicate) {
		return ErrStale
	}
	return err
}

// LookAgain marks cells, each a record and a question, that the requester asks
// about, also those that nobody wrote.
func (t *Tx) LookAgain(ctx context.Context, response ResponseID, cells [][2]string) error {
	marked := clause.OnConflict{
		Columns:   []clause.Column{{Name: "response_id"}, {Name: "record_id"}, {Name: "question"}},
		DoUpdates: clause.Assignments(map[string]any{"look_again": true}),
	}
	for _, at := range cells {
		c := Cell{ResponseID: response, RecordID: at[0], Question: at[1], LookAgain: true, Version: 1}
		if err := t.db.WithContext(ctx).Clauses(marked).Create(&c).Error; err != nil {
			return known(err)
		}
	}
	return nil
}

// ClearLookAgain takes the marks off all cells of a response.
func (t *Tx) ClearLookAgain(ctx context.Context, response ResponseID) error {
	_, err := gorm.G[Cell](t.db).Where("response_id = ? and look_again", response).Update(ctx, "look_again", false)
	return known(err)
}
