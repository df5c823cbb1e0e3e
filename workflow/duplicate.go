package workflow

import (
	"context"
	"slices"

	"ahq/forms"
	"ahq/models"
)

// DuplicateRecord copies a record, with or without its follow-up answers, and
// puts the copy behind it.
func (w *Workflow) DuplicateRecord(ctx context.Context, by Actor, id models.ResponseID, record string, followUp bool) (models.Record, error) {
	return perform(ctx, w, by, Edit, given{duplicated, id, record, followUp}, func(t *turn) (made models.Record, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return made, err
		}
		from, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return made, err
		}
		if made, err = t.createRecord(ctx, &d, models.Record{Section: from.Section, Countries: from.Countries, Status: from.Status}); err != nil {
			return made, err
		}
		if err := t.copyCells(ctx, d, from, made, followUp); err != nil {
			return made, err
		}
		if err := t.place(ctx, id, &made, func(order []models.Record) int { return at(order, from.ID) + 1 }); err != nil {
			return made, err
		}
		return made, t.moveResponse(ctx, &d.response, duplicated, models.EventData{Record: made.ID, Subject: from.ID})
	})
}

func (t *turn) copyCells(ctx context.Context, d draft, from, to models.Record, followUp bool) error {
	cells, err := t.Cells(ctx, t.by.Scope(), d.response.ID, from.ID)
	if err != nil {
		return err
	}
	table, _ := d.ahq.Questionnaire.Table(from.Section)
	for _, c := range cells {
		if !followUp && table.FollowUp != nil && slices.ContainsFunc(table.FollowUp.Questions, func(q forms.Question) bool { return q.ID == c.Question }) {
			continue
		}
		empty := models.Cell{ResponseID: d.response.ID, RecordID: to.ID, Question: c.Question}
		if _, _, err := t.putCell(ctx, d.response, empty, answerOf(c), typedText); err != nil {
			return err
		}
	}
	return nil
}
