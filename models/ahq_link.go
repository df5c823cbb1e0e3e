package models

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"
)

// An AHQLink says what one AHQ is to another, which was issued before.
type AHQLink struct {
	FromID   AHQID `gorm:"primaryKey"`
	ToID     AHQID `gorm:"primaryKey"`
	Relation LinkKind
	At       time.Time `gorm:"serializer:utc"`
	ByID     PersonID
	Earlier  string `gorm:"->;-:migration"` // the reference of the AHQ it leads to, where it is read with its AHQ
}

// A LinkKind is what an AHQ is to another.
type LinkKind string

// The kinds of links.
const (
	LinkFollowUpOf LinkKind = "follow_up_of"
	LinkPartOf     LinkKind = "part_of"
	LinkUpdates    LinkKind = "updates"
)

// LinkKinds in the order a page offers them.
func LinkKinds() []LinkKind { return []LinkKind{LinkFollowUpOf, LinkPartOf, LinkUpdates} }

// A LinkedAHQ is the other end of a link. Of the AHQ it has the id, the reference,
// the topic, the state and the dates.
type LinkedAHQ struct {
	AHQLink
	AHQ AHQ
}

// Back says whether the other AHQ made the link: it is the later one.
func (l LinkedAHQ) Back() bool { return l.FromID == l.AHQ.ID }

// TableName is where links lie.
func (AHQLink) TableName() string { return "ahq_links" }

// LinkedAHQs are those that an AHQ is linked with, either way, as far as the scope
// sees both: what it says of earlier ones first.
func (r reader) LinkedAHQs(ctx context.Context, in Scope, ahq AHQID) ([]LinkedAHQ, error) {
	links, err := gorm.G[AHQLink](r.db).Where("from_id = ? or to_id = ?", ahq, ahq).Order("at, from_id, to_id").Find(ctx)
	if err != nil || len(links) == 0 {
		return nil, err
	}
	ids := make([]AHQID, 0, len(links)+1)
	for _, l := range links {
		ids = append(ids, l.FromID, l.ToID)
	}
	seen, err := gorm.G[AHQ](r.db).Select("id, reference, topic, state, reply_by, issued_at, closed_at").Scopes(in.ahqs).Where("id in ?", ids).Find(ctx)
	at := make(map[AHQID]AHQ, len(seen))
	for _, a := range seen {
		at[a.ID] = a
	}
	return linkedWith(ahq, links, at), err
}

// linkedWith are the other ends of links, those that the AHQ made first.
func linkedWith(ahq AHQID, links []AHQLink, seen map[AHQID]AHQ) (all []LinkedAHQ) {
	if _, itself := seen[ahq]; !itself {
		return nil
	}
	for _, l := range links {
		other := l.ToID
		if other == ahq {
			other = l.FromID
		}
		if a, seen := seen[other]; seen {
			all = append(all, LinkedAHQ{l, a})
		}
	}
	slices.SortStableFunc(all, func(a, b LinkedAHQ) int {
		switch {
		case a.Back() == b.Back():
			return 0
		case a.Back():
			return 1
		default:
			return -1
		}
	})
	return all
}

// links of an AHQ to earlier ones, with their references.
func (r reader) links(ctx context.Context, from AHQID) ([]AHQLink, error) {
	return gorm.G[AHQLink](r.db).Select("ahq_links.*, (select reference from ahqs where ahqs.id = ahq_links.to_id) as earlier").
		Where("from_id = ?", from).Order("relation, earlier").Find(ctx)
}

// LinkAHQ links two AHQs, or says otherwise what the first is to the second. It
// is ErrDuplicate when the second is linked to the first already.
func (t *Tx) LinkAHQ(ctx context.Context, l AHQLink) error {
	if err := t.alone(ctx, "links of AHQs"); err != nil {
		return err
	}
	back, err := gorm.G[AHQLink](t.db).Where("from_id = ? and to_id = ?", l.ToID, l.FromID).Count(ctx, "*")
	if err != nil {
		return err
	}
	if back > 0 {
		return ErrDuplicate
	}
	return put(ctx, t, &l)
}

// UnlinkAHQ takes a link away; none is ErrNotFound.
func (t *Tx) UnlinkAHQ(ctx context.Context, from, to AHQID) error {
	gone, err := gorm.G[AHQLink](t.db).Where("from_id = ? and to_id = ?", from, to).Delete(ctx)
	if err == nil && gone == 0 {
		return ErrNotFound
	}
	return err
}
