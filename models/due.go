package models

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"
)

// A Due is a response on the desk of its NCP, with the day that holds for it.
type Due struct {
	Response `gorm:"embedded"`
	DueBy    string
	AHQ      AHQ `gorm:"-"`
}

// ResponsesDue are those on the desk of the scope's own NCPs: of open AHQs and
// of recently closed ones, the soonest reply-by first.
func (r reader) ResponsesDue(ctx context.Context, in Scope, now time.Time) ([]Due, error) {
	q := gorm.G[Due](r.db).Table("responses").Select("responses.*, "+replyBy+" as due_by").Scopes(in.responses).Where(
		"exists (select 1 from ahqs where ahqs.id = responses.ahq_id and (ahqs.state = ? or ahqs.state = ? and ahqs.closed_at > ?))",
		Open, Closed, utc(now.Add(-recently)))
	if !in.Unlimited {
		q = q.Where("ncp in ?", in.NCPs)
	}
	due, err := q.Order("due_by, id").Find(ctx)
	if err != nil {
		return nil, err
	}
	return due, r.ahqsOf(ctx, in, due)
}

// replyBy is the day that holds for a response: its NCP's own, or the AHQ's.
const replyBy = `coalesce(
	(select nullif(reply_by, '') from addressees where addressees.ahq_id = responses.ahq_id and addressees.ncp = responses.ncp),
	(select reply_by from ahqs where ahqs.id = responses.ahq_id))`

// ahqsOf fills in what each response answers, all in one go.
func (r reader) ahqsOf(ctx context.Context, in Scope, due []Due) error {
	ids := make([]AHQID, len(due))
	for i := range due {
		ids[i] = due[i].AHQID
	}
	all, err := gorm.G[AHQ](r.db).Scopes(in.ahqs).Where("id in ?", ids).Find(ctx)
	if err != nil {
		return err
	}
	err = r.askers(ctx, all)
	for _, a := range all {
		for i := range due {
			if due[i].AHQID == a.ID {
				due[i].AHQ = a
			}
		}
	}
	return err
}

// Filled is how many answers a part of a response gives: a record, or the
// questions asked once, which is the part "". A reason for none is an answer.
type Filled struct {
	ResponseID ResponseID
	RecordID   string
	Section    string
	Answers    int
}

// Filled is how far each part of these responses is, without reading a text.
// What is asked only under a condition does not count.
func (r reader) Filled(ctx context.Context, in Scope, due []Due) ([]Filled, error) {
	ids, unasked := make([]ResponseID, len(due)), [][]any{{"", ""}}
	for i, d := range due {
		ids[i] = d.ID
		unasked = append(unasked, d.conditional()...)
	}
	parts := r.db.Raw(parts, map[string]any{"ids": ids})
	return gorm.G[Filled](r.db).Table("(?) as parts", parts).Select("parts.*, "+answers, unasked).
		Scopes(in.drafts).Order("response_id, record_id").Find(ctx)
}

// conditional are the questions asked only under a condition, each with the response.
func (d Due) conditional() (all [][]any) {
	questions := slices.Clone(d.AHQ.Questionnaire.Questions)
	for _, t := range d.AHQ.Questionnaire.Tables {
		questions = append(questions, t.Questions()...)
	}
	for _, q := range questions {
		if q.When != nil {
			all = append(all, []any{d.ID, q.ID})
		}
	}
	return all
}

const parts = `select response_id, id as record_id, section from records where response_id in @ids and deleted_at is null
	union all select id, '', '' from responses where id in @ids`

const answers = `(select count(*) from cells where cells.response_id = parts.response_id and cells.record_id = parts.record_id
	and (octet_length(text) > 0 or reason <> '') and question not in ('heading', 'note')
	and (cells.response_id, question) not in ?) as answers`

// A Writer is somebody who wrote in a response, and when they did so last.
type Writer struct {
	Chain  string // the response
	ByName string
	LastAt *time.Time `gorm:"serializer:utc"`
}

// Writers of these responses, the last first.
func (r reader) Writers(ctx context.Context, in Scope, due []Due) ([]Writer, error) {
	ids := make([]string, len(due))
	for i, d := range due {
		ids[i] = string(d.ID)
	}
	return gorm.G[Writer](r.db).Table("events").Select("chain, by_name, max(at) as last_at").Scopes(in.events).
		Where("chain in ? and act = 'save' and by_id <> ''", ids).Group("chain, by_id, by_name").Order("last_at desc").Find(ctx)
}
