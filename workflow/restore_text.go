package workflow

import (
	"context"
	"errors"
	"slices"

	"ahq/models"
)

// A TextRestore names a text that a cell once had, and the version of the cell
// that whoever restores it looked at.
type TextRestore struct {
	Place
	Number int
	From   int
}

// RestoreText lets a cell say again what it said once. That is a text of its own:
// what the cell says now stays in its history. When the cell was changed
// meanwhile, a StaleCell has both texts.
func (w *Workflow) RestoreText(ctx context.Context, by Actor, id models.ResponseID, r TextRestore) (models.Cell, error) {
	return perform(ctx, w, by, Edit, given{restored, id, r}, func(t *turn) (c models.Cell, err error) {
		d, err := t.editCells(ctx, id)
		if err != nil {
			return c, err
		}
		if err := t.checkPlace(ctx, d, r.Place); err != nil {
			return c, err
		}
		return t.restoreText(ctx, d.response, r)
	})
}

func (t *turn) restoreText(ctx context.Context, of models.Response, r TextRestore) (c models.Cell, err error) {
	texts, err := t.CellTexts(ctx, t.by.Scope(), of.ID, r.Record, r.Question)
	if err != nil {
		return c, err
	}
	i := slices.IndexFunc(texts, func(c models.CellText) bool { return c.Number == r.Number })
	if i < 0 {
		return c, invalid("/number", "this answer never had a text %d: choose one of its history", r.Number)
	}
	now, err := t.cell(ctx, of.ID, r.Place)
	switch answer := texts[i].Answer; {
	case err != nil:
		return c, err
	case same(now, answer):
		return now, nil
	case now.Version != r.From:
		return now, &StaleCell{Yours: answer, Theirs: now}
	}
	return t.sayAgain(ctx, of, now, texts[i])
}

// sayAgain puts an earlier text into a cell, as a new one.
func (t *turn) sayAgain(ctx context.Context, r models.Response, now models.Cell, earlier models.CellText) (models.Cell, error) {
	c, number, err := t.putCell(ctx, r, now, earlier.Answer, wholeText)
	if errors.Is(err, models.ErrStale) { // somebody was faster by a hair
		return c, errAgain
	}
	if err != nil {
		return c, err
	}
	return c, t.record(ctx, string(c.ResponseID), restored, models.EventData{
		Record: c.RecordID, Cell: c.Question, Number: number, Of: earlier.Number,
	})
}
