package handlers

import (
	"context"

	"ahq/models"
	"ahq/workflow"
)

// A dueCard is one response on somebody's desk.
type dueCard struct {
	URL       string
	Reference string
	Topic     string
	Requester string
	NCP       string
	ReplyBy   string
	Left      phrase
	Pressing  bool
	State     label
	Progress  string
	Returned  string // why
	Action    string

	open bool // it waits for this NCP
}

// due is what is on the desk of somebody's NCPs, the most urgent first.
func (s *Server) due(ctx context.Context, who workflow.Actor) ([]dueCard, error) {
	scope := who.Scope()
	responses, err := s.Store.ResponsesDue(ctx, scope, s.Now())
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	if err != nil {
		return nil, err
	}
	var cards []dueCard
	for _, r := range responses {
		card, err := s.dueCard(ctx, scope, r, names)
		if err != nil {
			return nil, err
		}
		cards = append(cards, card)
	}
	return cards, nil
}

func (s *Server) dueCard(ctx context.Context, scope models.Scope, r models.Response, names map[string]string) (dueCard, error) {
	ahq, err := s.Store.AHQ(ctx, scope, r.AHQID)
	if err != nil {
		return dueCard{}, err
	}
	replyBy, err := s.replyBy(ctx, scope, ahq, r.NCP)
	if err != nil {
		return dueCard{}, err
	}
	progress, err := s.Store.Progress(ctx, scope, ahq.ID)
	if err != nil {
		return dueCard{}, err
	}
	waits := r.State == models.Draft && r.DeclinedAt == nil && ahq.State == models.Open
	card := dueCard{
		URL: responseURL(r.ID), Reference: reference(ahq), Topic: ahq.Topic, Requester: requesterNames(ahq, names), NCP: names[r.NCP],
		ReplyBy: replyBy, State: responseState(r), Progress: progressText(progress[r.ID], ahq), Returned: r.ReturnedWhy,
		Action: dueAction(r), open: waits || r.ReturnedAt != nil,
	}
	if card.open {
		card.Left, card.Pressing = timeLeft(replyBy, s.today()), pressing(replyBy, s.today())
	}
	return card, nil
}

func dueAction(r models.Response) string {
	switch {
	case r.State != models.Draft:
		return "Look at it"
	case r.OpenedAt == nil:
		return "Start"
	default:
		return "Continue"
	}
}

// progressText says how far a draft is: "12 campaigns, 140 answers".
func progressText(p models.Progress, a models.AHQ) string {
	if p.Filled == 0 && p.Records == 0 {
		return "nothing written yet"
	}
	words := count(p.Filled, "answer", "answers")
	if len(a.Questionnaire.Tables) > 0 {
		record := a.Questionnaire.Tables[0].Record
		words = count(p.Records, record, record+"s") + ", " + words
	}
	return words
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
