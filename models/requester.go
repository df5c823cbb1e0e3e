package models

import (
	"context"

	"gorm.io/gorm"
)

// A Requester is an NCP that launched an AHQ, alone or with others.
type Requester struct {
	AHQID AHQID  `gorm:"primaryKey;column:ahq_id"`
	NCP   string `gorm:"primaryKey"`
	Lead  bool
}

// A compiler is a person the requester named to compile an AHQ.
type compiler struct {
	AHQID    AHQID    `gorm:"primaryKey;column:ahq_id"`
	PersonID PersonID `gorm:"primaryKey"`
}

// askers fills in who asks, for each of the AHQs.
func (r reader) askers(ctx context.Context, ahqs []AHQ) error {
	at := make(map[AHQID]*AHQ, len(ahqs))
	ids := make([]AHQID, len(ahqs))
	for i := range ahqs {
		ids[i] = ahqs[i].ID
		at[ids[i]] = &ahqs[i]
	}
	requesters, err := gorm.G[Requester](r.db).Where("ahq_id in ?", ids).Order("lead desc, ncp").Find(ctx)
	if err != nil {
		return err
	}
	for _, q := range requesters {
		at[q.AHQID].Requesters = append(at[q.AHQID].Requesters, q)
	}
	compilers, err := gorm.G[compiler](r.db).Where("ahq_id in ?", ids).Order("person_id").Find(ctx)
	for _, c := range compilers {
		at[c.AHQID].Compilers = append(at[c.AHQID].Compilers, c.PersonID)
	}
	return err
}

// setAskers writes down who asks, instead of who did.
func (t *Tx) setAskers(ctx context.Context, a *AHQ) error {
	if _, err := gorm.G[Requester](t.db).Where("ahq_id = ?", a.ID).Delete(ctx); err != nil {
		return err
	}
	if _, err := gorm.G[compiler](t.db).Where("ahq_id = ?", a.ID).Delete(ctx); err != nil {
		return err
	}
	for i := range a.Requesters {
		a.Requesters[i].AHQID = a.ID
		if err := insert(ctx, t, &a.Requesters[i]); err != nil {
			return err
		}
	}
	for _, person := range a.Compilers {
		if err := insert(ctx, t, &compiler{a.ID, person}); err != nil {
			return err
		}
	}
	return nil
}
