package handlers

import (
	"context"
	"fmt"

	"ahq/models"
	"ahq/workflow"
)

// An askedRow is one AHQ that somebody launched or compiles.
type askedRow struct {
	URL       string
	Reference string
	Topic     string
	Role      string // requester, compiler
	State     label
	ReplyBy   string
	Left      phrase
	Answered  string // "5 of 9 answered"
	Late      int
	Returned  int
}

// ahqStates in words.
var ahqStates = map[models.AHQState]label{
	models.AHQDraft:  {say("state.draft"), quiet},
	models.Open:      {say("state.open"), going},
	models.Closed:    {say("state.closed"), good},
	models.Cancelled: {say("state.cancelled"), quiet},
}

// shownAHQs is how many AHQs a first page goes through; the list has all.
const shownAHQs = 100

// askedBy are the AHQs that somebody launched or compiles, newest first.
func (s *Server) askedBy(ctx context.Context, who workflow.Actor) ([]askedRow, error) {
	scope := who.Scope()
	all, err := s.Store.AHQs(ctx, scope, models.AHQFilter{States: []models.AHQState{models.AHQDraft, models.Open, models.Closed}, Limit: shownAHQs})
	if err != nil {
		return nil, err
	}
	var rows []askedRow
	for _, a := range all {
		parts := who.PartsInAHQ(a)
		if !workflow.May(workflow.Track, parts) {
			continue
		}
		row, err := s.askedRow(ctx, scope, a, parts)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (s *Server) askedRow(ctx context.Context, scope models.Scope, a models.AHQ, parts []workflow.Part) (askedRow, error) {
	row := askedRow{URL: ahqURL(a), Reference: reference(a), Topic: a.Topic, State: ahqStates[a.State], ReplyBy: a.ReplyBy, Role: "Compiler"}
	if workflow.May(workflow.EditAHQ, parts) {
		row.Role = "Requester"
	}
	if a.State == models.Open {
		row.Left = timeLeft(a.ReplyBy, s.today())
	}
	if a.State == models.AHQDraft {
		return row, nil
	}
	err := s.countAnswers(ctx, scope, a, &row)
	return row, err
}

// countAnswers says how many of those asked have answered, late or on time, and
// how many have it back.
func (s *Server) countAnswers(ctx context.Context, scope models.Scope, a models.AHQ, row *askedRow) error {
	responses, err := s.Store.Responses(ctx, scope, a.ID)
	if err != nil {
		return err
	}
	addressees, err := s.Store.Addressees(ctx, scope, a.ID)
	if err != nil {
		return err
	}
	delivered := func(r models.Response) bool { return r.InForce > 0 }
	row.Late = number(responses, func(r models.Response) bool { return delivered(r) && r.Late })
	row.Returned = number(responses, func(r models.Response) bool { return r.ReturnedAt != nil })
	row.Answered = answeredText(number(responses, delivered), number(addressees, func(x models.Addressee) bool { return x.Asked }))
	return nil
}

// number of those for which it holds.
func number[T any](all []T, holds func(T) bool) int {
	n := 0
	for _, one := range all {
		if holds(one) {
			n++
		}
	}
	return n
}

// answeredText: others than those asked may answer too.
func answeredText(answered, asked int) string {
	if answered > asked {
		return fmt.Sprintf("%d answered, %d asked", answered, asked)
	}
	return fmt.Sprintf("%d of %d answered", answered, asked)
}
