package workflow

import (
	"context"
	"errors"
	"fmt"

	"ahq/forms"
	"ahq/models"
)

// A CellSave names a cell, what to put there, and the version it started from
// (0: never written).
type CellSave struct {
	Place
	From   int
	Answer forms.Answer
}

// saving is what became of the cells of a page.
type saving struct {
	Saved []models.Cell
	Stale []StaleCell
}

// SaveCell keeps what somebody typed, with all its errors. Only when the same
// cell was changed meanwhile it is not kept: then a StaleCell has both texts.
func (w *Workflow) SaveCell(ctx context.Context, by Actor, id models.ResponseID, c CellSave) (models.Cell, error) {
	s, err := w.saveCells(ctx, by, id, []CellSave{c}, func(int) string { return "" })
	switch {
	case err != nil:
		return models.Cell{}, err
	case len(s.Stale) > 0:
		return s.Stale[0].Theirs, &s.Stale[0]
	default:
		return s.Saved[0], nil
	}
}

// SaveCells keeps several cells of one page. Those that are stale come back in
// a StaleCells; the others are saved all the same.
func (w *Workflow) SaveCells(ctx context.Context, by Actor, id models.ResponseID, cells []CellSave) ([]models.Cell, error) {
	s, err := w.saveCells(ctx, by, id, cells, func(i int) string { return fmt.Sprintf("/cells/%d", i) })
	if err == nil && len(s.Stale) > 0 {
		err = &StaleCells{Cells: s.Stale}
	}
	return s.Saved, err
}

func (w *Workflow) saveCells(ctx context.Context, by Actor, id models.ResponseID, cells []CellSave, pointer func(int) string) (saving, error) {
	return perform(ctx, w, by, Edit, given{id, cells}, func(t *turn) (s saving, err error) {
		d, err := t.editCells(ctx, id)
		if err != nil {
			return s, err
		}
		for i, c := range cells {
			if err := t.saveCell(ctx, d, c, &s); err != nil {
				return s, within(pointer(i), err)
			}
		}
		return s, nil
	})
}

// saveCell saves one cell, or notes that it is stale.
func (t *turn) saveCell(ctx context.Context, d draft, c CellSave, s *saving) error {
	if err := t.checkPlace(ctx, d, c.Place); err != nil {
		return err
	}
	answer, err := soundAnswer(c.Answer)
	if err != nil {
		return err
	}
	now, err := t.cell(ctx, d.response.ID, c.Place)
	if err != nil {
		return err
	}
	if now.Version != c.From && !same(now, answer) {
		s.Stale = append(s.Stale, StaleCell{Yours: answer, Theirs: now})
		return nil
	}
	kept, number, err := t.putCell(ctx, d.response, now, answer, typedText)
	if errors.Is(err, models.ErrStale) { // somebody was faster by a hair
		return errAgain
	}
	if err != nil {
		return err
	}
	s.Saved = append(s.Saved, kept)
	if kept.Version != now.Version {
		t.announce(models.Notice{Act: string(saved), Chain: string(d.response.ID), Record: c.Record, Cell: c.Question, Version: kept.Version})
	}
	if number == 0 {
		return nil
	}
	return t.record(ctx, string(d.response.ID), saved, models.EventData{Record: c.Record, Cell: c.Question, Number: number})
}

// cell is what stands at a place, an empty one of version 0 if nothing does.
func (t *turn) cell(ctx context.Context, id models.ResponseID, p Place) (models.Cell, error) {
	c, err := t.Cell(ctx, t.by.Scope(), id, p.Record, p.Question)
	if errors.Is(err, models.ErrNotFound) {
		return models.Cell{ResponseID: id, RecordID: p.Record, Question: p.Question}, nil
	}
	return c, err
}

// SetOrganisations says who contributed to the response.
func (w *Workflow) SetOrganisations(ctx context.Context, by Actor, id models.ResponseID, names []string) error {
	_, err := perform(ctx, w, by, Edit, given{id, names}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		if d.response.Organisations, err = organisations(names); err != nil {
			return none, err
		}
		return none, t.moveResponse(ctx, &d.response, saved, models.EventData{Cell: "organisations"})
	})
	return err
}
