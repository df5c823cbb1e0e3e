package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// MoveRecord puts a record at a position, counted from 0.
func (w *Workflow) MoveRecord(ctx context.Context, by Actor, id models.ResponseID, record string, position int) error {
	_, err := perform(ctx, w, by, Edit, given{reordered, id, record, position}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return none, err
		}
		if err := t.place(ctx, id, &r, func([]models.Record) int { return position }); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), reordered, models.EventData{Record: record, Number: position})
	})
	return err
}

// place puts a record where it belongs among the others, and counts them anew.
func (t *turn) place(ctx context.Context, id models.ResponseID, r *models.Record, where func(others []models.Record) int) error {
	d, err := t.Draft(ctx, t.by.Scope(), id)
	if err != nil {
		return err
	}
	order := slices.DeleteFunc(d.Records, func(o models.Record) bool { return o.ID == r.ID })
	i := min(max(where(order), 0), len(order))
	order = slices.Insert(order, i, *r)
	for n := range order {
		if order[n].Position == n+1 {
			continue
		}
		order[n].Position = n + 1
		if err := t.SaveRecord(ctx, &order[n]); err != nil {
			return err
		}
	}
	*r = order[i]
	return nil
}

func at(order []models.Record, id string) int {
	return slices.IndexFunc(order, func(r models.Record) bool { return r.ID == id })
}
