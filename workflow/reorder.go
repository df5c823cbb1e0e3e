package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// A Spot is where a record is to stand: in which section, and how many of all
// records are before it.
type Spot struct {
	Section  string // "" the one it is in
	Position int
}

// MoveRecord puts a record somewhere else among the others.
func (w *Workflow) MoveRecord(ctx context.Context, by Actor, id models.ResponseID, record string, to Spot) error {
	_, err := perform(ctx, w, by, Edit, given{reordered, id, record, to}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return none, err
		}
		if err := t.changeSection(ctx, d.ahq, &r, to.Section); err != nil {
			return none, err
		}
		if err := t.place(ctx, id, &r, func([]models.Record) int { return to.Position }); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), reordered, models.EventData{Record: record, Number: to.Position})
	})
	return err
}

// changeSection puts a record into another section of its table.
func (t *turn) changeSection(ctx context.Context, a models.AHQ, r *models.Record, section string) error {
	if section == "" || section == r.Section {
		return nil
	}
	to := RecordSave{Section: section, Countries: r.Countries, Status: r.Status}
	if err := to.check(a.Questionnaire, r.Section); err != nil {
		return err
	}
	r.Section = section
	return t.SaveRecord(ctx, r)
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
