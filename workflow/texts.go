package workflow

import (
	"context"
	"errors"
	"slices"

	"ahq/models"
)

// Texts are the standard sentences of a document. An operator may put the
// official ones in place of ours.
type Texts = models.Texts

// A StandardText is one of them.
type StandardText struct {
	Setting string
	Ours    string
	in      func(*Texts) *string
}

// standardTexts is all of them, in the order they are printed.
var standardTexts = []StandardText{
	{"prefix",
		"EMN Ad-Hoc Query on", func(t *Texts) *string { return &t.Prefix }},
	{"disclaimer",
		"The National Contact Points of the European Migration Network gave these responses so that the network can exchange information. " +
			"Each gave what it knew to be current, objective and reliable when it answered; none of it need be the official policy of a state.",
		func(t *Texts) *string { return &t.Disclaimer }},
	{"withheld",
		"This National Contact Point answered, and asked that its answer is not disseminated beyond the network.",
		func(t *Texts) *string { return &t.Withheld }},
}

// StandardTexts are those that an operator may put others in place of.
func StandardTexts() []StandardText { return slices.Clone(standardTexts) }

// In is the one of these that stands among the texts.
func (s StandardText) In(t Texts) string { return *s.in(&t) }

// DefaultTexts are ours.
func DefaultTexts() (all Texts) {
	for _, s := range standardTexts {
		*s.in(&all) = s.Ours
	}
	return all
}

// TextsInForce are those that an edition made now would print.
func (w *Workflow) TextsInForce(ctx context.Context) (Texts, error) { return w.texts(ctx, w.Store) }

// texts are those of the settings, else those we were started with, else ours.
func (w *Workflow) texts(ctx context.Context, from wordStore) (Texts, error) {
	all := DefaultTexts()
	for _, s := range standardTexts {
		set, err := from.Setting(ctx, s.Setting)
		if err != nil && !errors.Is(err, models.ErrNotFound) {
			return all, err
		}
		for _, text := range []string{s.In(w.Texts), set} {
			if text != "" {
				*s.in(&all) = text
			}
		}
	}
	return all, nil
}
