package models

import (
	"context"

	"gorm.io/gorm"
)

// A Standing is a response with what nearly every page of it says.
type Standing struct {
	Response Response
	AHQ      AHQ
	Due      string            // the day that holds for its NCP
	Names    map[string]string // of NCPs, by code; nobody changes them
}

// A standingRow is a response, and how that was last changed which the store keeps.
type standingRow struct {
	Response   `gorm:"embedded"`
	AHQVersion int `gorm:"column:ahq_version"`
	OwnReplyBy string
	Roll       int
}

const standingColumns = `responses.*,
	(select version from ahqs where ahqs.id = responses.ahq_id) as ahq_version,
	coalesce((select reply_by from addressees where addressees.ahq_id = responses.ahq_id
		and addressees.ncp = responses.ncp), '') as own_reply_by,
	` + writesOfNCPs + ` as roll`

// Standing is the response with the id, in one question. Who sees a response sees its
// AHQ: a Scope has the NCP's own, which is of the network, and those that ask.
func (s *Store) Standing(ctx context.Context, in Scope, id ResponseID) (Standing, error) {
	now, err := found(gorm.G[standingRow](s.db).Table("responses").Select(standingColumns).Scopes(in.responses).Where("id = ?", id).Take(ctx))
	if err != nil {
		return Standing{}, err
	}
	names, err := s.namesAt(ctx, now.Roll)
	if err != nil {
		return Standing{}, err
	}
	a, err := s.kept(ctx, in, keptAHQ{now.AHQID, now.AHQVersion})
	return Standing{now.Response, a, a.Due(Addressee{ReplyBy: now.OwnReplyBy}), names}, err
}
