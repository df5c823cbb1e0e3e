package models

import (
	"context"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
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

// mostSpreads is how many a store keeps.
const mostSpreads = 1024

func newKeptSpreads() *lru.Cache[Stamp, Spread] {
	kept, _ := lru.New[Stamp, Spread](mostSpreads) // it fails for sizes below 1
	return kept
}

// Spreads of the responses to an AHQ. Few drafts change between two looks at
// them, so the store keeps what it counted: what is asked again is who sees it,
// and whether it was written to since.
func (s *Store) Spreads(ctx context.Context, in Scope, ahq AHQID) (map[ResponseID]Spread, error) {
	now, err := gorm.G[spreadAt](s.db).Table("responses").Select(stamp+lastSave).Scopes(in.responses).Where("ahq_id = ?", ahq).Find(ctx)
	if err != nil {
		return nil, err
	}
	all := make(map[ResponseID]Spread, len(now))
	var unknown []ResponseID
	for _, at := range now {
		if spread, known := s.spreads.Get(at.Stamp); known {
			all[at.ID] = spread
		} else {
			unknown = append(unknown, at.ID)
		}
	}
	if len(unknown) > 0 {
		rows, err := gorm.G[spreadRow](s.db).Table("responses").Select(spread).Scopes(in.responses).Where("id in ?", unknown).Find(ctx)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			all[row.ID] = row.spread()
		}
	}
	for _, at := range now {
		if spread, seen := all[at.ID]; seen {
			s.spreads.Add(at.Stamp, spread)
			all[at.ID] = spread.lastSavedAt(at.LastAt)
		}
	}
	return all, nil
}

// A spreadAt is the stamp of a draft, and when it was last saved.
type spreadAt struct {
	Stamp  `gorm:"embedded"`
	LastAt *time.Time `gorm:"serializer:utc"`
}

const lastSave = `, (select max(at) from cell_texts where cell_texts.response_id = responses.id) as last_at`

func (s Spread) lastSavedAt(at *time.Time) Spread {
	s.LastAt = at
	return s
}

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

func (r spreadRow) spread() Spread {
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
	return s
}
