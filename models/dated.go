package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A Dated AHQ is one with all its reply-by dates: what a calendar is made of. Of
// the AHQ it has neither the background nor the questionnaire.
type Dated struct {
	AHQ        AHQ
	ChangedAt  time.Time
	Addressees []Addressee // the scope's own NCPs, and those with a date of their own
	Responses  []Response  // of the scope's own NCPs
}

// DatedAHQs are the AHQs that the scope's NCPs answer and those that they ask,
// with a reply-by date from that day on, the soonest first.
func (r reader) DatedAHQs(ctx context.Context, in Scope, from string) ([]Dated, error) {
	return r.dated(ctx, in, gorm.G[AHQ](r.db).Scopes(in.ahqs, in.concerned).
		Where("state in ? and reply_by >= ?", []AHQState{Open, Closed, Cancelled}, from).Order("reply_by, id"))
}

// DatedAHQ is the one with the id; a draft has no date yet.
func (r reader) DatedAHQ(ctx context.Context, in Scope, id AHQID) (Dated, error) {
	one, err := r.dated(ctx, in, gorm.G[AHQ](r.db).Scopes(in.ahqs).Where("id = ? and state <> ?", id, AHQDraft))
	if err == nil && len(one) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Dated{}, err
	}
	return one[0], nil
}

// concerned narrows the rows of AHQs to those that they answer or ask.
func (s Scope) concerned(q *gorm.Statement) {
	s.narrow(q, either(
		s.asks("ahqs.id"),
		when("responses.ncp in ?", s.NCPs).of("responses", "responses.ahq_id = ahqs.id"),
	))
}

// dated fills in what belongs to AHQs that the scope sees, all in one go.
func (r reader) dated(ctx context.Context, in Scope, q gorm.ChainInterface[AHQ]) ([]Dated, error) {
	ahqs, err := q.Omit("questionnaire", "background").Find(ctx)
	if err != nil || len(ahqs) == 0 {
		return nil, err
	}
	if err := r.askers(ctx, ahqs); err != nil {
		return nil, err
	}
	ids := make([]AHQID, len(ahqs))
	for i := range ahqs {
		ids[i] = ahqs[i].ID
	}
	addressees, err := gorm.G[Addressee](r.db).Where("ahq_id in ? and (ncp in ? or reply_by <> '')", ids, in.NCPs).Order("name").Find(ctx)
	if err != nil {
		return nil, err
	}
	responses, err := gorm.G[Response](r.db).Where("ahq_id in ? and ncp in ?", ids, in.NCPs).Order("ncp").Find(ctx)
	if err != nil {
		return nil, err
	}
	changed, err := r.changed(ctx, ids)
	asked := grouped(addressees, func(x Addressee) AHQID { return x.AHQID })
	own := grouped(responses, func(r Response) AHQID { return r.AHQID })
	all := make([]Dated, len(ahqs))
	for i, a := range ahqs {
		all[i] = Dated{AHQ: a, ChangedAt: a.CreatedAt, Addressees: asked[a.ID], Responses: own[a.ID]}
		if at, told := changed[a.ID]; told {
			all[i].ChangedAt = at
		}
	}
	return all, err
}

// grouped are rows by what they belong to, in their order.
func grouped[K comparable, V any](rows []V, of func(V) K) map[K][]V {
	groups := map[K][]V{}
	for _, row := range rows {
		groups[of(row)] = append(groups[of(row)], row)
	}
	return groups
}

// A lastChange is when an AHQ was last changed.
type lastChange struct {
	Chain  AHQID
	LastAt *time.Time `gorm:"serializer:utc"`
}

// changed is when anything happened to AHQs that all hear of who see them.
func (r reader) changed(ctx context.Context, ids []AHQID) (map[AHQID]time.Time, error) {
	last, err := gorm.G[lastChange](r.db).Table("events").Select("chain, max(at) as last_at").
		Where("chain in ? and act in ?", ids, announced).Group("chain").Find(ctx)
	at := make(map[AHQID]time.Time, len(last))
	for _, l := range last {
		at[l.Chain] = *l.LastAt
	}
	return at, err
}
