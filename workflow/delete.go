package workflow

import (
	"context"
	"errors"
	"slices"
	"time"

	"ahq/models"
)

// restorableDays is how long a deleted record can be brought back.
const restorableDays = 30

// RestorableUntil is the last day on which a record that was deleted then can be
// brought back.
func RestorableUntil(deleted time.Time) string {
	return Day(deleted.In(brussels).AddDate(0, 0, restorableDays))
}

// Restorable keeps the deleted records that can still be brought back.
func (w *Workflow) Restorable(all []models.DeletedRecord) []models.DeletedRecord {
	return slices.DeleteFunc(all, func(r models.DeletedRecord) bool { return late(w.Now(), RestorableUntil(*r.DeletedAt)) })
}

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

// RestoreRecord brings a deleted record back, to where it was among the others.
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
		if late(t.now, RestorableUntil(*r.DeletedAt)) {
			return none, refuse(Edit, "this record was deleted on %s: after %d days it cannot be restored, so add it anew", longDay(Day(*r.DeletedAt)), restorableDays)
		}
		was := r.Position
		r.DeletedAt, r.Position = nil, 0
		if err := t.place(ctx, id, &r, func(others []models.Record) int { return before(others, was) }); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), restored, models.EventData{Record: record})
	})
	return err
}

// before is where a record stood that had this position: before the first that
// stands there or behind.
func before(others []models.Record, position int) int {
	i := slices.IndexFunc(others, func(o models.Record) bool { return o.Position >= position })
	if i < 0 {
		return len(others)
	}
	return i
}
