package models

import (
	"context"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"
)

// A Spread is how the answers of one response lie over its records and
// questions: counted, without a text, for its draft is its NCP's own.
type Spread struct {
	ResponseID ResponseID `gorm:"column:id"`
	Once       int        // answers to what is asked once
	Records    SpreadList // answers in each record, in order, by its section
	Questions  SpreadList // answers to each question, over all records
	LastAt     *time.Time `gorm:"serializer:utc"` // of the last save
}

// A SpreadList is counts, as the database hands them over.
type SpreadList string

// A Counted is how many answers there are to something.
type Counted struct {
	Of     string // the section of a record, or a question
	Filled int
}

// Counts are what a list says.
func (l SpreadList) Counts() []Counted {
	if l == "" {
		return nil
	}
	entries := strings.Split(string(l), ";")
	all := make([]Counted, len(entries))
	for i, entry := range entries {
		of, filled, _ := strings.Cut(entry, " ")
		n, _ := strconv.Atoi(filled) // the database counted it
		all[i] = Counted{of, n}
	}
	return all
}

// Spreads of the responses to an AHQ, counted over these questions.
func (r reader) Spreads(ctx context.Context, in Scope, ahq AHQID, questions []string) (map[ResponseID]Spread, error) {
	rows, err := gorm.G[Spread](r.db).Table("responses").Select(spread, map[string]any{"asked": questions}).
		Scopes(in.responses).Where("ahq_id = ?", ahq).Find(ctx)
	all := make(map[ResponseID]Spread, len(rows))
	for _, row := range rows {
		all[row.ResponseID] = row
	}
	return all, err
}

// spread is one row a response. The id of a section or a question has no space
// and no semicolon in it. That a cell says something is what the index
// cells_answered goes by.
const spread = `responses.id,
	(select count(*) from cells where cells.response_id = responses.id and record_id = '' and ` + answered + `) as once,
	coalesce((select string_agg(section || ' ' || filled, ';' order by position, id) from (
		select records.id, section, position, (select count(*) from cells where cells.response_id = records.response_id
			and cells.record_id = records.id and ` + answered + `) as filled
		from records where records.response_id = responses.id and deleted_at is null) as r), '') as records,
	coalesce((select string_agg(question || ' ' || filled, ';' order by question) from (
		select question, count(*) as filled from cells where cells.response_id = responses.id and ` + answered + ` and ` + kept + `
		group by question) as q), '') as questions,
	(select max(at) from cell_texts where cell_texts.response_id = responses.id) as last_at`

const answered = `(octet_length(text) > 0 or reason <> '') and question in @asked`
