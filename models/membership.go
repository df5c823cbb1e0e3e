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

// A memberOf is a person with one of their memberships, or with none.
type memberOf struct {
	Person `gorm:"embedded"`
	NCP    *string
	Role   *Role
}

// Member is the person with the id and their memberships, by NCP, in one question:
// every request begins with it.
func (r reader) Member(ctx context.Context, id PersonID) (p Person, of []Membership, err error) {
	rows, err := gorm.G[memberOf](r.db).Raw(`select persons.*, ncp, role from persons
		left join memberships on person_id = id where id = ? order by ncp`, id).Find(ctx)
	if err != nil {
		return p, nil, err
	}
	if len(rows) == 0 {
		return p, nil, ErrNotFound
	}
	for _, row := range rows {
		if row.NCP != nil {
			of = append(of, Membership{PersonID: id, NCP: *row.NCP, Role: *row.Role})
		}
	}
	return rows[0].Person, of, nil
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
