package workflow

import (
	"context"
	"errors"

	"ahq/models"
)

// Texts are the standard sentences of a document. An operator may put the
// official ones in place of ours.
type Texts = models.Texts

// DefaultTexts are ours.
func DefaultTexts() Texts {
	return Texts{
		Prefix: "EMN Ad-Hoc Query on",
		Disclaimer: "The National Contact Points of the European Migration Network gave these responses so that the network can exchange information. " +
			"Each gave what it knew to be current, objective and reliable when it answered; none of it need be the official policy of a state.",
		Withheld: "This National Contact Point answered, and asked that its answer is not disseminated beyond the network.",
	}
}

// texts are those of the settings, else those we were started with, else ours.
func (w *Workflow) texts(ctx context.Context, from wordStore) (Texts, error) {
	all := DefaultTexts()
	for _, t := range []struct {
		setting string
		started string
		text    *string
	}{
		{"prefix", w.Texts.Prefix, &all.Prefix},
		{"disclaimer", w.Texts.Disclaimer, &all.Disclaimer},
		{"withheld", w.Texts.Withheld, &all.Withheld},
	} {
		set, err := from.Setting(ctx, t.setting)
		if err != nil && !errors.Is(err, models.ErrNotFound) {
			return all, err
		}
		if t.started != "" {
			*t.text = t.started
		}
		if set != "" {
			*t.text = set
		}
	}
	return all, nil
}
