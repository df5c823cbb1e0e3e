package workflow

import (
	"context"

	"ahq/forms"
	"ahq/models"
)

// compareClean has the edition as it must be say what changed since the one
// before, for its files say so too. Whoever is withheld now is taken out of the
// one before as well: nothing it ever said excuses a file.
func (w *Workflow) compareClean(ctx context.Context, c models.Compilation, s *secrets) error {
	earlier, err := w.editionBefore(ctx, models.Scope{Unlimited: true}, c)
	if err != nil || earlier.Number == 0 {
		return err
	}
	all, err := w.Store.UnfilteredForTheLeakCheck(ctx, earlier.ID)
	if err != nil {
		return err
	}
	words, err := w.frozenIn(ctx, earlier)
	if err != nil {
		return err
	}
	before := cleanEdition(words, earlier, all)
	for i := range before.answers {
		if now, there := s.clean.answerOf(before.answers[i].NCP); there && now.Withheld {
			was := &before.answers[i]
			was.Withheld, was.Content, was.Organisations = true, forms.Content{}, nil
		}
	}
	s.clean.since, s.clean.changes = earlier.Number, changes(before, s.clean)
	return nil
}
