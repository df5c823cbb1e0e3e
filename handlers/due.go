package handlers

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A dueCard is one response on somebody's desk.
type dueCard struct {
	ID        string // of the response
	URL       string
	Reference phrase
	Topic     string
	Requester phrase
	NCP       string
	ReplyBy   string
	Left      phrase
	Pressing  bool
	State     label
	Far       far
	Writers   []phrase // who saved last, and when
	Returned  string   // why
	Action    phrase

	open bool // it waits for this NCP
}

// A dueList is all that is due, read for all of it at once.
type dueList struct {
	names   map[string]string // of participants, by code
	filled  map[models.ResponseID][]models.Filled
	writers map[string][]models.Writer
	now     time.Time
	today   func(time.Time) string // the day in Brussels
}

// due is what is on the desk of somebody's NCPs, the most urgent first. However
// much it is, it takes the same few questions.
func (s *Server) due(ctx context.Context, who workflow.Actor) ([]dueCard, error) {
	all, err := s.Store.ResponsesDue(ctx, who.Scope(), s.Now())
	if err != nil || len(all) == 0 {
		return nil, err
	}
	list, err := s.dueList(ctx, who.Scope(), all)
	if err != nil {
		return nil, err
	}
	var cards []dueCard
	for _, d := range all {
		cards = append(cards, list.card(d))
	}
	return cards, nil
}

func (s *Server) dueList(ctx context.Context, scope models.Scope, all []models.Due) (list dueList, err error) {
	list = dueList{filled: map[models.ResponseID][]models.Filled{}, writers: map[string][]models.Writer{}, now: s.Now(), today: workflow.Day}
	if list.names, err = s.Store.Names(ctx); err != nil {
		return list, err
	}
	filled, err := s.Store.Filled(ctx, scope, all)
	if err != nil {
		return list, err
	}
	for _, f := range filled {
		list.filled[f.ResponseID] = append(list.filled[f.ResponseID], f)
	}
	writers, err := s.Store.Writers(ctx, scope, all)
	for _, w := range writers {
		list.writers[w.Chain] = append(list.writers[w.Chain], w)
	}
	return list, err
}

func (l dueList) card(d models.Due) dueCard {
	waits := d.State == models.Draft && d.DeclinedAt == nil && d.AHQ.State == models.Open
	card := dueCard{
		ID: string(d.ID), URL: responseURL(d.ID), Reference: referenceOf(d.AHQ), Topic: d.AHQ.Topic, Requester: inSentence(requesters(d.AHQ, l.names)), NCP: l.names[d.NCP],
		ReplyBy: d.DueBy, State: responseState(d.Response), Far: farOf(d, l.filled[d.ID]), Writers: l.wrote(d), Returned: d.ReturnedWhy,
		Action: dueAction(d.Response), open: waits || d.ReturnedAt != nil,
	}
	if card.open {
		today := l.today(l.now)
		card.Left, card.Pressing = timeLeft(d.DueBy, today), pressing(d.DueBy, today)
	}
	return card
}

// mostWriters is how many people a card names.
const mostWriters = 3

// wrote says who saved last, and when.
func (l dueList) wrote(d models.Due) []phrase {
	var all []phrase
	for _, w := range l.writers[string(d.ID)] {
		if len(all) == mostWriters {
			break
		}
		when := say("home.wrote", "Name", w.ByName, "At", *w.LastAt)
		if l.today(*w.LastAt) == l.today(l.now) {
			when = say("home.wrote_today", "Name", w.ByName, "Time", clockTime(*w.LastAt))
		}
		all = append(all, when)
	}
	return all
}

func dueAction(r models.Response) phrase {
	switch {
	case r.State != models.Draft:
		return say("home.look")
	case r.OpenedAt == nil && r.Delivered == 0:
		return say("home.start")
	default:
		return say("home.continue")
	}
}

// split parts what waits for the NCP from what does not.
func split(cards []dueCard) (due, handed []dueCard) {
	for _, card := range cards {
		if card.open {
			due = append(due, card)
		} else {
			handed = append(handed, card)
		}
	}
	return due, handed
}
