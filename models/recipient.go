package models

import (
	"context"

	"gorm.io/gorm"
)

// A Recipient is a coordinator, and an NCP that hears from us through them.
type Recipient struct {
	Person `gorm:"embedded"`
	NCP    string
}

// Recipients are the coordinators of these NCPs who are not blocked, for each
// NCP by name. An NCP without any is not in it.
func (r reader) Recipients(ctx context.Context, ncps ...string) (map[string][]Person, error) {
	rows, err := gorm.G[Recipient](r.db).Table("persons, memberships").Select("persons.*, memberships.ncp").
		Where("persons.id = person_id and blocked_at is null and role = ? and ncp in ?", Coordinator, ncps).
		Order("name, email").Find(ctx)
	of := map[string][]Person{}
	for _, row := range rows {
		of[row.NCP] = append(of[row.NCP], row.Person)
	}
	return of, err
}
