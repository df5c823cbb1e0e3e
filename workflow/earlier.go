package workflow

import (
	"context"
	"slices"

	"ahq/models"
)

// mostEarlier is how many earlier AHQs are shown before another goes out.
const mostEarlier = 5

// Earlier are the AHQs on the same thing that a person may see, the nearest first.
func (w *Workflow) Earlier(ctx context.Context, by Actor, a models.AHQ) ([]models.FoundEntry, error) {
	return w.Store.EarlierOnTheSame(ctx, by.Scope(), a.ID, a.Topic, questionsText(a.Questionnaire), mostEarlier)
}

// considered is nil when nobody asked the same before, or when the requester has
// linked an earlier AHQ or has said why a new one is needed. One that brings its
// reference was asked long ago.
func (t *turn) considered(ctx context.Context, a models.AHQ) error {
	if a.NewWhy != "" || a.Reference != nil {
		return nil
	}
	earlier, err := t.EarlierOnTheSame(ctx, t.by.Scope(), a.ID, a.Topic, questionsText(a.Questionnaire), 1)
	if err != nil || len(earlier) == 0 {
		return err
	}
	linked, err := t.LinkedAHQs(ctx, t.by.Scope(), a.ID)
	if err != nil || slices.ContainsFunc(linked, func(l models.LinkedAHQ) bool { return !l.Back() }) {
		return err
	}
	return invalid("/new_why", "there are earlier AHQs on the same thing: link one, or say why a new one is needed")
}
