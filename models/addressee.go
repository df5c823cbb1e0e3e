package models

import (
	"cmp"
	"context"

	"gorm.io/gorm"
)

// An Addressee is a participant as it was when the AHQ was issued, and whether
// it was asked. Others may answer too.
type Addressee struct {
	AHQID   AHQID  `gorm:"primaryKey;column:ahq_id"`
	NCP     string `gorm:"primaryKey"`
	Name    string
	Role    Participation
	Asked   bool
	ReplyBy string // "" the AHQ's
}

// Due is the day that holds for an NCP: its own, or that of the AHQ.
func (a AHQ) Due(of Addressee) string { return cmp.Or(of.ReplyBy, a.ReplyBy) }

// Addressees of an AHQ, by name.
func (r reader) Addressees(ctx context.Context, in Scope, ahq AHQID) ([]Addressee, error) {
	return gorm.G[Addressee](r.db).Scopes(in.partsOfAHQs).Where("ahq_id = ?", ahq).Order("name").Find(ctx)
}

// Addressee is what the NCP is to the AHQ.
func (r reader) Addressee(ctx context.Context, in Scope, ahq AHQID, ncp string) (Addressee, error) {
	return found(gorm.G[Addressee](r.db).Scopes(in.partsOfAHQs).Where("ahq_id = ? and ncp = ?", ahq, ncp).Take(ctx))
}

// CreateAddressees adds the participants of an AHQ.
func (t *Tx) CreateAddressees(ctx context.Context, addressees []Addressee) error {
	for i := range addressees {
		if err := insert(ctx, t, &addressees[i]); err != nil {
			return err
		}
	}
	return nil
}

// SaveAddressee changes one: it is asked, or has until another day.
func (t *Tx) SaveAddressee(ctx context.Context, a Addressee) error {
	return change[Addressee](ctx, t, map[string]any{
		"name": a.Name, "role": a.Role, "asked": a.Asked, "reply_by": a.ReplyBy,
	}, "ahq_id = ? and ncp = ?", a.AHQID, a.NCP)
}
