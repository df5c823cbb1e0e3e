package api

import (
	"context"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// OfQuestionnaire names a questionnaire that we ship.
type OfQuestionnaire struct {
	ID string `path:"questionnaire" example:"norway-2016"`
}

// A Shipped questionnaire can be chosen for a new AHQ.
type Shipped struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	About string `json:"about,omitempty"`
}

// Questionnaires are all that we ship.
type Questionnaires struct {
	Questionnaires []Shipped `json:"questionnaires"`
}

func (a *api) questionnaires(context.Context, workflow.Actor, *Nothing) (*Plain[Questionnaires], error) {
	all := Questionnaires{}
	for _, q := range forms.Catalogue() {
		all.Questionnaires = append(all.Questionnaires, Shipped{q.ID, q.Title, q.About})
	}
	return plain(all), nil
}

func (a *api) questionnaire(_ context.Context, _ workflow.Actor, in *OfQuestionnaire) (*Plain[forms.Questionnaire], error) {
	q, ok := forms.Shipped(in.ID)
	if !ok {
		return nil, models.ErrNotFound
	}
	return plain(q), nil
}
