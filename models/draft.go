package models

import (
	"context"
	"time"

	"gorm.io/gorm"
)

// A DraftContent is a response with everything in it.
type DraftContent struct {
	Response Response
	Records  []Record // in order, without the deleted
	Cells    []Cell
}

// Progress is how far a draft is: what its requester may know of it.
type Progress struct {
	Records int        // without the deleted
	Filled  int        // answers given, or a reason for none; headings and notes are no answers
	LastAt  *time.Time `gorm:"serializer:utc"` // of the last save
}

// Draft is everything in a response, for those who may see its draft.
func (r reader) Draft(ctx context.Context, in Scope, id ResponseID) (d DraftContent, err error) {
	response, err := found(gorm.G[Response](r.db).Scopes(in.draftsThemselves).Where("id = ?", id).Take(ctx))
	if err != nil {
		return d, err
	}
	return r.DraftOf(ctx, in, response)
}

// DraftOf is Draft for a response that was read already.
func (r reader) DraftOf(ctx context.Context, in Scope, response Response) (d DraftContent, err error) {
	d.Response = response
	d.Records, err = gorm.G[Record](r.db).Scopes(in.drafts).
		Where("response_id = ? and deleted_at is null", response.ID).Order("position, id").Find(ctx)
	if err != nil {
		return d, err
	}
	d.Cells, err = gorm.G[Cell](r.db).Scopes(in.drafts).
		Where("response_id = ? and "+kept, response.ID).Order("record_id, question").Find(ctx)
	return d, err
}

// kept holds for the cells of no record, and of records that were not deleted.
const kept = `not exists (select 1 from records where records.response_id = cells.response_id
	and records.id = cells.record_id and records.deleted_at is not null)`

// Progress of each response to an AHQ, without reading a text.
func (r reader) Progress(ctx context.Context, in Scope, ahq AHQID) (map[ResponseID]Progress, error) {
	type row struct {
		ID       ResponseID
		Progress `gorm:"embedded"`
	}
	rows, err := gorm.G[row](r.db).Table("responses").Select(progress).
		Scopes(in.responses).Where("ahq_id = ?", ahq).Find(ctx)
	all := make(map[ResponseID]Progress, len(rows))
	for _, row := range rows {
		all[row.ID] = row.Progress
	}
	return all, err
}

const progress = `id,
	(select count(*) from records where records.response_id = responses.id and deleted_at is null) as records,
	(select count(*) from cells where cells.response_id = responses.id
		and (octet_length(text) > 0 or reason <> '') and question not in ('heading', 'note') and ` + kept + `) as filled,
	(select max(at) from cell_texts where cell_texts.response_id = responses.id) as last_at`
