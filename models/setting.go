package models

import (
	"context"

	"gorm.io/gorm"
)

// A setting is a text of the operator's, by name.
type setting struct {
	Name  string `gorm:"primaryKey"`
	Value string
}

// Setting is the text with that name; ErrNotFound when the default holds.
func (r reader) Setting(ctx context.Context, name string) (string, error) {
	s, err := found(gorm.G[setting](r.db).Where("name = ?", name).Take(ctx))
	return s.Value, err
}

// SetSetting sets the text with that name.
func (t *Tx) SetSetting(ctx context.Context, name, value string) error {
	return put(ctx, t, &setting{name, value})
}
