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

// Considered is nil when nobody asked the same before, or when the requester has
// linked an earlier AHQ or has said why a new one is needed.
func (w *Workflow) Considered(ctx context.Context, by Actor, a models.AHQ) error {
	if a.NewWhy != "" || a.State != models.AHQDraft {
		return nil
	}
	earlier, err := w.Earlier(ctx, by, a)
	if err != nil || len(earlier) == 0 {
		return err
	}
	linked, err := w.Store.LinkedAHQs(ctx, by.Scope(), a.ID)
	if err != nil || slices.ContainsFunc(linked, func(l models.LinkedAHQ) bool { return !l.Back() }) {
		return err
	}
	return invalid("/new_why", "there are earlier AHQs on the same thing: link one, or say why a new one is needed")
}
