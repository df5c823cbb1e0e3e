package models

import (
	"context"

	"gorm.io/gorm"
)

// A Tally is how many of the responses to an AHQ came.
type Tally struct {
	AHQID     AHQID `gorm:"column:ahq_id"`
	Asked     int   // NCPs
	Delivered int
	Late      int
	Returned  int
}

// Tallies of these AHQs, counted over the responses that the scope sees. An AHQ
// to which there is none has none.
func (r reader) Tallies(ctx context.Context, in Scope, ahqs []AHQID) ([]Tally, error) {
	return gorm.G[Tally](r.db).Table("responses").Select(tally).Scopes(in.responses).
		Where("ahq_id in ?", ahqs).Group("ahq_id").Find(ctx)
}

const tally = `ahq_id,
	(select count(*) from addressees where addressees.ahq_id = responses.ahq_id and asked) as asked,
	sum(case when in_force > 0 then 1 else 0 end) as delivered,
	sum(case when in_force > 0 and late then 1 else 0 end) as late,
	sum(case when returned_at is not null then 1 else 0 end) as returned`
