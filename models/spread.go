package models

import (
	"context"
	"strings"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"
	"gorm.io/gorm"
)

// A Spread is which questions a draft answers, and in which records: what its
// requester may know of it. There is no text in it.
type Spread struct {
	Once    []string       // the questions asked once that are answered
	Records []RecordSpread // in order, without the deleted
	LastAt  *time.Time     // of the last save
}

// A RecordSpread is one record, and the questions that it answers.
type RecordSpread struct {
	Section  string
	Answered []string
}

// A spreadStamp is what changes with a draft. Saves within ten minutes are one
// event; the last text then says when.
type spreadStamp struct {
	ID      ResponseID
	Version int // of the response
	Events  int
	LastAt  int64 // in microseconds
}

// How many spreads a store keeps, and for how long: two saves that cross can
// leave the same stamp, and then a spread is behind by that much at most.
const (
	mostSpreads = 1024
	spreadsLast = time.Minute
)

type keptSpreads = expirable.LRU[spreadStamp, Spread]

func newKeptSpreads() *keptSpreads {
	return expirable.NewLRU[spreadStamp, Spread](mostSpreads, nil, spreadsLast)
}

// Spreads of the responses to an AHQ. Few drafts change between two looks at
// them, so the store keeps what it counted: what is asked again is who sees it,
// and whether it was written to since.
func (s *Store) Spreads(ctx context.Context, in Scope, ahq AHQID) (map[ResponseID]Spread, error) {
	stamps, err := s.spreadStamps(ctx, in, ahq)
	if err != nil {
		return nil, err
	}
	all := make(map[ResponseID]Spread, len(stamps))
	var unknown []ResponseID
	for id, now := range stamps {
		if spread, known := s.spreads.Get(now); known {
			all[id] = spread
		} else {
			unknown = append(unknown, id)
		}
	}
	if len(unknown) == 0 {
		return all, nil
	}
	rows, err := gorm.G[spreadRow](s.db).Table("responses").Select(spread).Scopes(in.responses).Where("id in ?", unknown).Find(ctx)
	for _, row := range rows {
		all[row.ID] = row.spread(stamps[row.ID])
		s.spreads.Add(stamps[row.ID], all[row.ID])
	}
	return all, err
}

func (s *Store) spreadStamps(ctx context.Context, in Scope, ahq AHQID) (map[ResponseID]spreadStamp, error) {
	type row struct {
		ID      ResponseID
		Version int
		Events  int
		LastAt  *time.Time `gorm:"serializer:utc"`
	}
	rows, err := gorm.G[row](s.db).Table("responses").Select(spreadAt).Scopes(in.responses).Where("ahq_id = ?", ahq).Find(ctx)
	stamps := make(map[ResponseID]spreadStamp, len(rows))
	for _, r := range rows {
		now := spreadStamp{r.ID, r.Version, r.Events, 0}
		if r.LastAt != nil {
			now.LastAt = r.LastAt.UnixMicro()
		}
		stamps[r.ID] = now
	}
	return stamps, err
}

const spreadAt = `id, version,
	coalesce((select number from chains where chains.id = responses.id), 0) as events,
	(select max(at) from cell_texts where cell_texts.response_id = responses.id) as last_at`

// A spreadRow is a spread as the database hands it over: an id has no space, no
// colon and no semicolon in it.
type spreadRow struct {
	ID      ResponseID
	Cells   string // "r1:title costs;:contact"
	Records string // "r1 origin;r3 inland"
}

const spread = `id,
	coalesce((select string_agg(record_id || ':' || answered, ';') from (
		select record_id, string_agg(question, ' ') as answered from cells
		where cells.response_id = responses.id and (octet_length(text) > 0 or reason <> '') group by record_id) as parts), '') as cells,
	coalesce((select string_agg(id || ' ' || section, ';' order by position, id) from records
		where records.response_id = responses.id and deleted_at is null), '') as records`

func (r spreadRow) spread(now spreadStamp) Spread {
	var s Spread
	answered := map[string][]string{}
	for part := range strings.SplitSeq(r.Cells, ";") {
		record, questions, _ := strings.Cut(part, ":")
		answered[record] = strings.Fields(questions)
	}
	s.Once = answered[""]
	if r.Records != "" {
		for part := range strings.SplitSeq(r.Records, ";") {
			id, section, _ := strings.Cut(part, " ")
			s.Records = append(s.Records, RecordSpread{section, answered[id]})
		}
	}
	if now.LastAt > 0 {
		at := time.UnixMicro(now.LastAt).UTC()
		s.LastAt = &at
	}
	return s
}
