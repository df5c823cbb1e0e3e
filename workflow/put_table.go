package workflow

import (
	"context"
	"fmt"
	"slices"

	"ahq/forms"
	"ahq/models"
)

// Head of a table is what is said of it beside its questions.
func Head(t forms.Table) forms.Table {
	t.Rows = nil
	if t.FollowUp != nil {
		t.FollowUp = &forms.FollowUp{By: t.FollowUp.By, Title: t.FollowUp.Title}
	}
	return t
}

// PutTable writes what a draft says of one table beside its questions, which stay.
func (w *Workflow) PutTable(ctx context.Context, by Actor, id models.AHQID, t forms.Table, shown PartHash) (string, error) {
	return w.edit(ctx, by, id, given{id, t, shown}, func(all *forms.Questionnaire) (string, error) {
		t := Head(t)
		t.Sections = slices.Clone(t.Sections) // they are the caller's, and a turn can be taken again
		if err := normalTable(&t); err != nil {
			return "", err
		}
		if t.ID == "" {
			t.ID = all.NewID("t")
		} else if err := keepQuestions(*all, &t, shown); err != nil {
			return "", err
		}
		nameSections(*all, &t)
		all.PutTable(t)
		return t.ID, nil
	})
}

// nameSections gives ids to the sections that have none.
func nameSections(all forms.Questionnaire, t *forms.Table) {
	with := all.Clone()
	with.PutTable(*t) // with these very sections, so that no two get the same
	for i := range t.Sections {
		if t.Sections[i].ID == "" {
			t.Sections[i].ID = with.NewID("s")
		}
	}
}

// keepQuestions of the table that stands there.
func keepQuestions(all forms.Questionnaire, t *forms.Table, shown PartHash) error {
	stands, found := all.TableOf(t.ID)
	switch {
	case !found:
		return models.ErrNotFound
	case HashOf(Head(stands)) != shown:
		return models.ErrStale
	}
	t.Rows = stands.Rows
	if stands.FollowUp == nil || len(stands.FollowUp.Questions) == 0 {
		return nil
	}
	if t.FollowUp == nil {
		return invalid("/follow_up/by", "remove its follow-up questions first, or say who asks them")
	}
	t.FollowUp.Questions = stands.FollowUp.Questions
	return nil
}

func normalTable(t *forms.Table) (err error) {
	if t.Title, err = keptWords("/title", t.Title); err != nil {
		return err
	}
	if t.Record, err = keptWords("/record", t.Record); err != nil {
		return err
	}
	for i := range t.Sections {
		if t.Sections[i].Title, err = keptWords(fmt.Sprintf("/sections/%d/title", i), t.Sections[i].Title); err != nil {
			return err
		}
	}
	if t.FollowUp != nil {
		t.FollowUp.Title, err = keptWords("/follow_up/title", t.FollowUp.Title)
	}
	return err
}
