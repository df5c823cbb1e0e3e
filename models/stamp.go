package models

import (
	"context"

	"gorm.io/gorm"
)

// A Stamp is what changes with every change of a draft: cells and records are
// never removed, the first write counts one, and each other one more. Marks on
// cells, and their end, come with a move of the response.
type Stamp struct {
	ID       ResponseID
	Version  int // of the response
	Writes   int // of cells
	Rewrites int // of records
}

// Stamp of a response, for those who may see its draft: it costs little beside
// reading all of it.
func (r reader) Stamp(ctx context.Context, in Scope, id ResponseID) (Stamp, error) {
	return found(gorm.G[Stamp](r.db).Table("responses").Select(stamp).Scopes(in.draftsThemselves).Where("id = ?", id).Take(ctx))
}

const stamp = `id, version,
	(select coalesce(sum(version), 0) from cells where cells.response_id = responses.id) as writes,
	(select coalesce(sum(version), 0) from records where records.response_id = responses.id) as rewrites`

// A Mark is what changes with every write of a record's cells, or of those asked
// once.
type Mark struct {
	RecordID string
	Writes   int
}

// Marks of the records of a response in which anything was written.
func (r reader) Marks(ctx context.Context, in Scope, id ResponseID) ([]Mark, error) {
	return gorm.G[Mark](r.db).Table("cells").Select("record_id, sum(version) as writes").
		Scopes(in.drafts).Where("response_id = ?", id).Group("record_id").Find(ctx)
}
