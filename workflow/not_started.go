package workflow

import (
	"context"

	"ahq/forms"
	"ahq/models"
)

// NotStarted says of all follow-up questions of a record that are not answered
// that their answers are not known yet. What is written stays.
func (w *Workflow) NotStarted(ctx context.Context, by Actor, id models.ResponseID, record string) (changed int, err error) {
	return w.followUp(ctx, by, id, record, "", forms.NotYet)
}

// Started takes that back.
func (w *Workflow) Started(ctx context.Context, by Actor, id models.ResponseID, record string) (changed int, err error) {
	return w.followUp(ctx, by, id, record, forms.NotYet, "")
}

// followUp gives a reason to all follow-up answers of a record that have no text,
// and another one so far.
func (w *Workflow) followUp(ctx context.Context, by Actor, id models.ResponseID, record string, from, reason forms.Reason) (int, error) {
	return perform(ctx, w, by, Edit, given{id, record, reason}, func(t *turn) (n int, err error) {
		d, err := t.editCells(ctx, id)
		if err != nil {
			return 0, err
		}
		questions, err := t.followUpOf(ctx, d, record)
		if err != nil {
			return 0, err
		}
		for _, q := range questions {
			place := Place{record, q.ID}
			now, err := t.cell(ctx, id, place)
			if err != nil {
				return n, err
			}
			if now.Text != "" || now.Reason != from {
				continue
			}
			var s saving
			if err := t.saveCell(ctx, d, CellSave{place, now.Version, forms.Answer{Reason: reason}}, &s); err != nil {
				return n, err
			}
			n++
		}
		return n, nil
	})
}

// followUpOf a record are the questions that its NCP is asked.
func (t *turn) followUpOf(ctx context.Context, d draft, record string) ([]forms.Question, error) {
	r, err := t.liveRecord(ctx, d, record)
	if err != nil {
		return nil, err
	}
	table, _ := d.ahq.Questionnaire.Table(r.Section)
	if table.FollowUp == nil {
		return nil, nil
	}
	var asked []forms.Question
	for _, q := range table.FollowUp.Questions {
		if q.Audience.Includes(d.response.NCP) {
			asked = append(asked, q)
		}
	}
	return asked, nil
}
