package workflow

import (
	"context"
	"errors"
	"time"

	"ahq/models"
)

// restorable is how long a deleted record can be brought back.
const restorable = 30 * 24 * time.Hour

// DeleteRecord puts a record away. For 30 days it can be restored; its id is
// never given to another.
func (w *Workflow) DeleteRecord(ctx context.Context, by Actor, id models.ResponseID, record string) error {
	_, err := perform(ctx, w, by, Edit, given{deleted, id, record}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return none, err
		}
		r.DeletedAt = &t.now
		if err := t.SaveRecord(ctx, &r); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), deleted, models.EventData{Record: record})
	})
	return err
}

// RestoreRecord brings a deleted record back, at the end.
func (w *Workflow) RestoreRecord(ctx context.Context, by Actor, id models.ResponseID, record string) error {
	_, err := perform(ctx, w, by, Edit, given{restored, id, record}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.Record(ctx, t.by.Scope(), d.response.ID, record)
		if errors.Is(err, models.ErrNotFound) || err == nil && r.DeletedAt == nil {
			return none, invalid("/record", "there is no deleted record %q", record)
		}
		if err != nil {
			return none, err
		}
		if t.now.Sub(*r.DeletedAt) > restorable {
			return none, refuse(Edit, "this record was deleted on %s: after 30 days it cannot be restored, so add it anew", longDay(Day(*r.DeletedAt)))
		}
		r.DeletedAt, r.Position = nil, 0
		if err := t.place(ctx, id, &r, func(others []models.Record) int { return len(others) }); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), restored, models.EventData{Record: record})
	})
	return err
}
