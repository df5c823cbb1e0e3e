package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Corrigendum changed the words of an AHQ after it was issued.
type Corrigendum struct {
	AHQID  AHQID     `gorm:"primaryKey;column:ahq_id"`
	Number int       `gorm:"primaryKey"`
	At     time.Time `gorm:"serializer:utc"`
	ByID   PersonID
	Why    string
	Before Wording `gorm:"serializer:json"`
	After  Wording `gorm:"serializer:json"`
}

// A Wording is what a corrigendum may change: never ids.
type Wording struct {
	Topic      string            `json:"topic"`
	Background string            `json:"background"`
	Labels     map[string]string `json:"labels"` // by question id
}

// TableName is not the plural that gorm would make.
func (Corrigendum) TableName() string { return "corrigenda" }

// Corrigenda of an AHQ, in order.
func (r reader) Corrigenda(ctx context.Context, in Scope, ahq AHQID) ([]Corrigendum, error) {
	return gorm.G[Corrigendum](r.db).Scopes(in.partsOfAHQs).Where("ahq_id = ?", ahq).Order("number").Find(ctx)
}

// CreateCorrigendum adds one.
func (t *Tx) CreateCorrigendum(ctx context.Context, c Corrigendum) error {
	return insert(ctx, t, &c)
}
