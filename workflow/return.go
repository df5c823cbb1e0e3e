package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// Return gives a submitted response back with questions about some of its cells
// (none named: about all of it). The delivered version stays in force, and is
// compiled if no new one comes.
func (w *Workflow) Return(ctx context.Context, by Actor, id models.ResponseID, why string, cells []Place) (models.Response, error) {
	return perform(ctx, w, by, Return, given{id, why, cells}, func(t *turn) (models.Response, error) {
		r, a, err := t.lockResponse(ctx, id, Return)
		if err != nil {
			return r, err
		}
		if r.State, err = next(moves, r.State, Return); err != nil {
			return r, err
		}
		if why, err = said("/why", why); err != nil {
			return r, err
		}
		v, err := t.Version(ctx, t.by.Scope(), id, r.InForce)
		if err != nil {
			return r, err
		}
		for i, c := range cells {
			if err := checkDelivered(a, v, c); err != nil {
				return r, within(fmt.Sprintf("/cells/%d", i), err)
			}
		}
		return r, t.giveBack(ctx, a, &r, v, why, cells)
	})
}

func (t *turn) giveBack(ctx context.Context, a models.AHQ, r *models.Response, v models.Version, why string, cells []Place) error {
	marks := make([][2]string, len(cells))
	names := make([]string, len(cells))
	for i, c := range cells {
		marks[i] = [2]string{c.Record, c.Question}
		names[i] = c.name()
	}
	if err := t.LookAgain(ctx, r.ID, marks); err != nil {
		return err
	}
	r.ReturnedAt, r.ReturnedWhy = &t.now, why
	if err := t.moveResponse(ctx, r, Return, models.EventData{Why: why, Cells: names}); err != nil {
		return err
	}
	if err := t.hearOfResponse(ctx, models.ResponseReturned, a, *r); err != nil {
		return err
	}
	return t.tell(ctx, []string{r.NCP}, ofResponse(letterReturned, a, *r, with{"Why": why, "Cells": labelled(a, v, cells)}))
}

// labelled are places of a delivered version as people know them: the heading of
// the record, and what was asked.
func labelled(a models.AHQ, v models.Version, cells []Place) []string {
	labels := map[string]string{headingCell: "heading", noteCell: "note"}
	for q := range questions(&a.Questionnaire) {
		labels[q.ID] = q.Label
	}
	headings := map[string]string{}
	for _, r := range v.Content.Records {
		headings[r.ID] = cmp.Or(r.Heading, r.ID)
	}
	said := make([]string, len(cells))
	for i, c := range cells {
		said[i] = labels[c.Question]
		if c.Record != "" {
			said[i] = headings[c.Record] + ": " + said[i]
		}
		said[i] = strings.Join(strings.Fields(said[i]), " ")
	}
	return said
}

// checkDelivered says whether a delivered version could have an answer there.
func checkDelivered(a models.AHQ, v models.Version, p Place) error {
	list := a.Questionnaire.Questions
	if p.Record != "" {
		i := slices.IndexFunc(v.Content.Records, func(r forms.Record) bool { return r.ID == p.Record })
		if i < 0 {
			return invalid("/record", "there is no record %q in what was delivered", p.Record)
		}
		if p.Question == headingCell || p.Question == noteCell {
			return nil
		}
		table, _ := a.Questionnaire.Table(v.Content.Records[i].Section)
		list = table.Questions()
	}
	return checkQuestion(list, p.Question, v.Content.NCP)
}

// name of a cell in the history: "r7.costs", "contact".
func (p Place) name() string {
	if p.Record == "" {
		return p.Question
	}
	return p.Record + "." + p.Question
}
