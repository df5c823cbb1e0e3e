package models

import (
	"context"

	"gorm.io/gorm"
)

// A standing is a response, and what nearly every request about it asks next: how
// its AHQ was last changed, and the day that holds for its NCP alone.
type standing struct {
	Response   `gorm:"embedded"`
	AHQVersion int `gorm:"column:ahq_version"`
	OwnReplyBy string
}

const standingColumns = `responses.*,
	(select version from ahqs where ahqs.id = responses.ahq_id) as ahq_version,
	coalesce((select reply_by from addressees where addressees.ahq_id = responses.ahq_id
		and addressees.ncp = responses.ncp), '') as own_reply_by`

// Standing is a response with its AHQ and the day that it is due, in one question.
// Who sees a response sees its AHQ: a Scope has the NCP's own, which is of the
// network, and those that ask.
func (s *Store) Standing(ctx context.Context, in Scope, id ResponseID) (Response, AHQ, string, error) {
	now, err := found(gorm.G[standing](s.db).Table("responses").Select(standingColumns).Scopes(in.responses).Where("id = ?", id).Take(ctx))
	if err != nil {
		return Response{}, AHQ{}, "", err
	}
	a, err := s.kept(ctx, in, keptAHQ{now.AHQID, now.AHQVersion})
	return now.Response, a, a.Due(Addressee{ReplyBy: now.OwnReplyBy}), err
}
