package api

import (
	"context"
	"slices"

	"ahq/models"
	"ahq/workflow"
)

// Letters are the kinds of optional mail that somebody wants.
type Letters struct {
	Letters []string `json:"letters" doc:"Those that come"`
	Stopped []string `json:"stopped" doc:"Those that could come"`
}

// WantedLetters are those that are to come; no other optional one does.
type WantedLetters struct {
	Letters []string `json:"letters"`
}

func (a *api) letters(ctx context.Context, by workflow.Actor, _ *Nothing) (*Plain[Letters], error) {
	silences, err := a.store.Silences(ctx, by.Person.ID)
	all := Letters{Letters: []string{}, Stopped: []string{}}
	for _, id := range workflow.OptionalLetters() {
		if slices.ContainsFunc(silences, func(s models.Silence) bool { return s.Letter == id }) {
			all.Stopped = append(all.Stopped, id)
		} else {
			all.Letters = append(all.Letters, id)
		}
	}
	return plain(all), err
}

func (a *api) chooseLetters(ctx context.Context, by workflow.Actor, in *struct{ Sent[WantedLetters] }) (*Done, error) {
	return &Done{}, a.Flow.ChooseLetters(ctx, by, in.sent.Letters)
}
