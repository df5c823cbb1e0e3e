package handlers

import (
	"context"

	"ahq/models"
	"ahq/workflow"
)

// An askedRow is one AHQ that somebody launched or compiles.
type askedRow struct {
	URL       string
	Reference phrase
	Topic     string
	Role      phrase // requester, compiler
	State     label
	ReplyBy   string
	Left      phrase
	Answered  phrase // "5 of 9 answered"
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

// shownAHQs is how many AHQs a first page shows; the list has all.
const shownAHQs = 100

// askedBy are the AHQs that somebody launched or compiles, newest first.
func (s *Server) askedBy(ctx context.Context, who workflow.Actor) ([]askedRow, error) {
	all, err := s.Store.AHQs(ctx, who.Scope(), models.AHQFilter{
		States: []models.AHQState{models.AHQDraft, models.Open, models.Closed}, Asking: true, Limit: shownAHQs,
	})
	if err != nil || len(all) == 0 {
		return nil, err
	}
	tallies, err := s.tallies(ctx, who.Scope(), all)
	if err != nil {
		return nil, err
	}
	var rows []askedRow
	for _, a := range all {
		if parts := who.PartsInAHQ(a); workflow.May(workflow.Track, parts) {
			rows = append(rows, s.askedRow(a, parts, tallies[a.ID]))
		}
	}
	return rows, nil
}

func (s *Server) tallies(ctx context.Context, scope models.Scope, ahqs []models.AHQ) (map[models.AHQID]models.Tally, error) {
	ids := make([]models.AHQID, len(ahqs))
	for i, a := range ahqs {
		ids[i] = a.ID
	}
	all, err := s.Store.Tallies(ctx, scope, ids)
	byAHQ := make(map[models.AHQID]models.Tally, len(all))
	for _, t := range all {
		byAHQ[t.AHQID] = t
	}
	return byAHQ, err
}

func (s *Server) askedRow(a models.AHQ, parts []workflow.Part, came models.Tally) askedRow {
	row := askedRow{URL: ahqURL(a), Reference: referenceOf(a), Topic: a.Topic, State: ahqStates[a.State], ReplyBy: a.ReplyBy, Role: say("home.compiler")}
	if workflow.May(workflow.EditAHQ, parts) {
		row.Role = say("home.requester")
	}
	if a.State == models.Open {
		row.Left = timeLeft(a.ReplyBy, s.today())
	}
	if a.State != models.AHQDraft {
		row.Answered, row.Late, row.Returned = answeredText(came.Delivered, came.Asked), came.Late, came.Returned
	}
	return row
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
func answeredText(answered, asked int) phrase {
	if answered > asked {
		return say("home.answered_more", "Answered", answered, "Asked", asked)
	}
	return say("home.answered", "Answered", answered, "Asked", asked)
}
