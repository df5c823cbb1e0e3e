package models

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"
)

// An EventFilter says which events are looked for. Empty fields leave nothing out.
type EventFilter struct {
	AHQ    AHQID // of it, and of the responses to it
	NCP    string
	By     PersonID
	Act    string
	From   time.Time
	Behind time.Time // what happened then is not in it
	Skip   int
	Limit  int
}

// A ChainOf says what the events of a chain happened to.
type ChainOf struct {
	AHQ       AHQID
	Reference *string
	NCP       string // whose response; "" the AHQ itself
}

// A Happening is an event, and what it happened to.
type Happening struct {
	Event
	ChainOf
}

// Happenings are the events that pass the filter, the last first.
func (r reader) Happenings(ctx context.Context, in Scope, f EventFilter) ([]Happening, error) {
	events, err := f.apply(gorm.G[Event](r.db).Scopes(in.events)).Order("at desc, chain, number desc").Find(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(events))
	for i, e := range events {
		ids[i] = e.Chain
	}
	of, err := r.chainsOf(ctx, ids)
	all := make([]Happening, len(events))
	for i, e := range events {
		all[i] = Happening{e, of[e.Chain]}
	}
	return all, err
}

func (f EventFilter) apply(q gorm.ChainInterface[Event]) gorm.ChainInterface[Event] {
	if f.AHQ != "" {
		q = q.Where(chainsOfAHQ("chain"), f.AHQ, f.AHQ)
	}
	if f.NCP != "" {
		q = q.Where("chain in (select id from responses where ncp = ?)", f.NCP)
	}
	if f.By != "" {
		q = q.Where("by_id = ?", f.By)
	}
	if f.Act != "" {
		q = q.Where("act = ?", f.Act)
	}
	if !f.From.IsZero() {
		q = q.Where("at >= ?", utc(f.From))
	}
	if !f.Behind.IsZero() {
		q = q.Where("at < ?", utc(f.Behind))
	}
	return q.Offset(f.Skip).Limit(f.Limit)
}

// chainsOfAHQ are its own, and those of the responses to it.
func chainsOfAHQ(column string) string {
	return "(" + column + " = ? or " + column + " in (select id from responses where ahq_id = ?))"
}

// chainsOf says of what these are the chains, by id.
func (r reader) chainsOf(ctx context.Context, ids []string) (map[string]ChainOf, error) {
	of := map[string]ChainOf{}
	responses, err := gorm.G[Response](r.db).Select("id", "ahq_id", "ncp").Where("id in ?", ids).Find(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range responses {
		of[string(one.ID)] = ChainOf{AHQ: one.AHQID, NCP: one.NCP}
		ids = append(ids, string(one.AHQID))
	}
	ahqs, err := gorm.G[AHQ](r.db).Select("id", "reference").Where("id in ?", ids).Find(ctx)
	for _, a := range ahqs {
		of[string(a.ID)] = ChainOf{AHQ: a.ID}
		for id, one := range of {
			if one.AHQ == a.ID {
				one.Reference = a.Reference
				of[id] = one
			}
		}
	}
	return of, err
}

// A BrokenChain is not as it was written.
type BrokenChain struct {
	ChainOf
	Why string
}

// chainsAtOnce is how many chains are verified at once, so that memory does not
// grow with all that ever happened.
const chainsAtOnce = 50

// VerifyChains goes through the chains of an AHQ, or of all when it is "", and
// says how many there are and which are broken.
func (r reader) VerifyChains(ctx context.Context, in Scope, ahq AHQID) (all int, broken []BrokenChain, err error) {
	if broken, err = r.headless(ctx, ahq); err != nil {
		return 0, nil, err
	}
	all = len(broken)
	for last := ""; ; {
		q := gorm.G[chain](r.db).Where("id > ?", last)
		if ahq != "" {
			q = q.Where(chainsOfAHQ("id"), ahq, ahq)
		}
		heads, err := q.Order("id").Limit(chainsAtOnce).Find(ctx)
		if err != nil || len(heads) == 0 {
			return all, broken, err
		}
		some, err := r.broken(ctx, in, heads)
		if err != nil {
			return all, broken, err
		}
		all, broken, last = all+len(heads), append(broken, some...), heads[len(heads)-1].ID
	}
}

// headless are chains that should be there and have no head: of events whose head is
// gone, and of AHQs and responses of which nothing is told any more. Each of them
// begins with an event.
func (r reader) headless(ctx context.Context, ahq AHQID) (broken []BrokenChain, err error) {
	q := gorm.G[chain](r.db).Table("(select chain as id from events union select id from ahqs union select id from responses) as chains").
		Where("id not in (select id from chains)")
	if ahq != "" {
		q = q.Where(chainsOfAHQ("id"), ahq, ahq)
	}
	found, err := q.Select("id").Order("id").Find(ctx)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	ids := make([]string, len(found))
	for i, one := range found {
		ids[i] = one.ID
	}
	of, err := r.chainsOf(ctx, ids)
	for _, id := range ids {
		broken = append(broken, BrokenChain{of[id], fmt.Sprintf("chain %s: its head is gone, and nothing says how many events there were", id)})
	}
	return broken, err
}

func (r reader) broken(ctx context.Context, in Scope, heads []chain) (broken []BrokenChain, err error) {
	ids := make([]string, len(heads))
	for i, h := range heads {
		ids[i] = h.ID
	}
	events, err := gorm.G[Event](r.db).Scopes(in.events).Where("chain in ?", ids).Order("chain, number").Find(ctx)
	if err != nil {
		return nil, err
	}
	by := map[string][]Event{}
	for _, e := range events {
		by[e.Chain] = append(by[e.Chain], e)
	}
	of, err := r.chainsOf(ctx, ids)
	for _, h := range heads {
		if wrong := h.verify(by[h.ID]); wrong != nil {
			broken = append(broken, BrokenChain{of[h.ID], wrong.Error()})
		}
	}
	return broken, err
}

// verify says where the events are not those that the head was written after;
// one that came since the head was read is none of its business.
func (h chain) verify(events []Event) error {
	switch {
	case len(events) < h.Number:
		return fmt.Errorf("chain %s: %d events are there, and there were %d", h.ID, len(events), h.Number)
	case h.Number > 0 && events[h.Number-1].Hash != h.Head:
		return fmt.Errorf("chain %s: event %d is not the one that the chain ended with", h.ID, h.Number)
	default:
		return VerifyChain(events)
	}
}
