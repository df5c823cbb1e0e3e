package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Person signs in and acts. They are called by their office.
type Person struct {
	ID            PersonID
	Email         string // lower case
	Name          string
	Password      string // argon2id; "" cannot sign in by password
	Administrator bool
	CreatedAt     time.Time  `gorm:"serializer:utc;autoCreateTime:false"`
	BlockedAt     *time.Time `gorm:"serializer:utc"`
	Version       int
}

// TableName is not the plural that gorm would make.
func (Person) TableName() string { return "persons" }

// Person is the one with the id.
func (r reader) Person(ctx context.Context, id PersonID) (Person, error) {
	return found(gorm.G[Person](r.db).Where("id = ?", id).Take(ctx))
}

// PersonByEmail is the one with the address, in lower case.
func (r reader) PersonByEmail(ctx context.Context, email string) (Person, error) {
	return found(gorm.G[Person](r.db).Where("email = ?", email).Take(ctx))
}

// Persons are all of them, the blocked too, by name.
func (r reader) Persons(ctx context.Context) ([]Person, error) {
	return gorm.G[Person](r.db).Order("name, email").Find(ctx)
}

// Coordinators of any of the NCPs who are not blocked, each once, by name.
func (r reader) Coordinators(ctx context.Context, ncps ...string) ([]Person, error) {
	return gorm.G[Person](r.db).
		Where("blocked_at is null").
		Where("id in (select person_id from memberships where role = ? and ncp in ?)", Coordinator, ncps).
		Order("name, email").Find(ctx)
}

// CreatePerson adds a person; an e-mail address in use is ErrDuplicate.
func (t *Tx) CreatePerson(ctx context.Context, p *Person) error {
	return first(ctx, t, p, &p.Version)
}

// SavePerson changes a person.
func (t *Tx) SavePerson(ctx context.Context, p *Person) error {
	return save(ctx, t, p, &p.Version, "id = ?", p.ID)
}
