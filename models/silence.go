package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Silence is a kind of letter that a person does not want.
type Silence struct {
	PersonID PersonID  `gorm:"primaryKey"`
	Letter   string    `gorm:"primaryKey"`
	At       time.Time `gorm:"serializer:utc;autoCreateTime:false"`
}

// Silences of a person, by letter.
func (r reader) Silences(ctx context.Context, person PersonID) ([]Silence, error) {
	return gorm.G[Silence](r.db).Where("person_id = ?", person).Order("letter").Find(ctx)
}

// SilencesOf letters: who does not want them.
func (r reader) SilencesOf(ctx context.Context, letters []string) ([]Silence, error) {
	if len(letters) == 0 {
		return nil, nil
	}
	return gorm.G[Silence](r.db).Where("letter in ?", letters).Find(ctx)
}

// CreateSilence adds one. Doing it again changes nothing.
func (t *Tx) CreateSilence(ctx context.Context, s Silence) error {
	return put(ctx, t, &s)
}

// DeleteSilence lets a kind of letter come again.
func (t *Tx) DeleteSilence(ctx context.Context, person PersonID, letter string) error {
	_, err := gorm.G[Silence](t.db).Where("person_id = ? and letter = ?", person, letter).Delete(ctx)
	return known(err)
}
