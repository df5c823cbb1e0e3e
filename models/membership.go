package models

import (
	"context"

	"gorm.io/gorm"
)

// A Membership is what a person may do for one NCP.
type Membership struct {
	PersonID PersonID `gorm:"primaryKey"`
	NCP      string   `gorm:"primaryKey"`
	Role     Role
}

// Memberships of a person, by NCP.
func (r reader) Memberships(ctx context.Context, person PersonID) ([]Membership, error) {
	return gorm.G[Membership](r.db).Where("person_id = ?", person).Order("ncp").Find(ctx)
}

// MembershipsOf an NCP: who acts for it.
func (r reader) MembershipsOf(ctx context.Context, ncp string) ([]Membership, error) {
	return gorm.G[Membership](r.db).Where("ncp = ?", ncp).Order("person_id").Find(ctx)
}

// SetMembership gives a person a role in an NCP, instead of the one they had.
func (t *Tx) SetMembership(ctx context.Context, m Membership) error {
	return put(ctx, t, &m)
}

// DeleteMembership takes it away; ErrNotFound when there is none.
func (t *Tx) DeleteMembership(ctx context.Context, person PersonID, ncp string) error {
	n, err := gorm.G[Membership](t.db).Where("person_id = ? and ncp = ?", person, ncp).Delete(ctx)
	if err == nil && n == 0 {
		return ErrNotFound
	}
	return known(err)
}
