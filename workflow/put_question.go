package workflow

import (
	"context"
	"fmt"
	"slices"

	"ahq/forms"
	"ahq/models"
)

// PutQuestion writes one question of a draft, and says its id. One without is new,
// and gets one. A stale one is models.ErrStale, one that was removed
// models.ErrNotFound.
func (w *Workflow) PutQuestion(ctx context.Context, by Actor, id models.AHQID, in forms.Listing, q forms.Question, shown PartHash) (string, error) {
	return w.edit(ctx, by, id, given{id, in, q, shown}, func(all *forms.Questionnaire) (string, error) {
		q := q // it is the caller's, and a turn can be taken again
		q.Options = slices.Clone(q.Options)
		if err := normalQuestion(&q); err != nil {
			return "", err
		}
		if q.ID == "" {
			q.ID = all.NewID("q")
		} else if err := unchanged(*all, q.ID, shown); err != nil {
			return "", err
		}
		nameOptions(*all, &q)
		if !all.Put(in, q) {
			return "", models.ErrNotFound
		}
		return q.ID, nil
	})
}

// unchanged says whether a question, or a table with its rows, still is as a page
// showed it.
func unchanged(all forms.Questionnaire, id string, shown PartHash) error {
	switch now, there := HashOfPart(all, id); {
	case !there:
		return models.ErrNotFound
	case now != shown:
		return models.ErrStale
	}
	return nil
}

// nameOptions gives ids to the options that have none.
func nameOptions(all forms.Questionnaire, q *forms.Question) {
	with := all.Clone()
	with.Questions = append(with.Questions, *q) // with these very options, so that no two get the same
	for i := range q.Options {
		if q.Options[i].ID == "" {
			q.Options[i].ID = with.NewID("o")
		}
	}
}

// normalQuestion brings its texts into the form in which they are kept.
func normalQuestion(q *forms.Question) (err error) {
	for _, text := range []struct {
		pointer string
		to      *string
	}{{"/number", &q.Number}, {"/label", &q.Label}, {"/asked", &q.Asked}, {"/help", &q.Help}} {
		if *text.to, err = keptWords(text.pointer, *text.to); err != nil {
			return err
		}
	}
	for i := range q.Options {
		if q.Options[i].Label, err = keptWords(fmt.Sprintf("/options/%d/label", i), q.Options[i].Label); err != nil {
			return err
		}
	}
	return nil
}
