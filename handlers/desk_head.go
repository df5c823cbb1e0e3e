package handlers

import "ahq/models"

// A deskHead stands above every page of a response: which AHQ, whose answer,
// until when.
type deskHead struct {
	Back      link // one page up
	Reference phrase
	Topic     string
	AHQ       string // its page
	NCP       string
	Requester phrase
	ReplyBy   string // a day
	Left      phrase
	Pressing  bool // little time is left, or none
	State     label
}

// A label is a state in words, with a tone that repeats what they say.
type label struct {
	Text phrase
	Tone string
}

// The tones of a label.
const (
	quiet  = "quiet"
	going  = "going"
	good   = "good"
	urgent = "urgent"
)

func (d desk) head(back link) deskHead {
	h := deskHead{
		Back:      back,
		Reference: referenceOf(d.AHQ),
		Topic:     d.AHQ.Topic,
		AHQ:       ahqURL(d.AHQ),
		NCP:       d.Names[d.Response.NCP],
		Requester: d.requester(),
		ReplyBy:   d.ReplyBy,
		State:     responseState(d.Response),
	}
	if d.waits() {
		h.Left, h.Pressing = timeLeft(d.ReplyBy, d.Today), pressing(d.ReplyBy, d.Today)
	}
	return h
}

// waits says whether anybody still waits for the response: of one that came
// nobody asks how much time is left.
func (d desk) waits() bool {
	return d.Response.State == models.Draft && d.Response.DeclinedAt == nil && d.AHQ.State == models.Open
}

// home leads back to the response's own page, or to the page of all answers for
// who came from there.
func (d desk) home() link {
	if d.From != "" {
		return link{URL: d.URL("check") + "#" + d.From, Text: say("check.heading")}
	}
	return link{URL: d.URL(), Text: say("desk.all_parts")}
}

// requester names who asks, the lead first.
func (d desk) requester() phrase { return inSentence(requesters(d.AHQ, d.Names)) }

func ahqURL(a models.AHQ) string { return "/ahqs/" + string(a.ID) }

// responseStates in words, the first that holds.
var responseStates = []struct {
	holds func(models.Response) bool
	label label
}{
	{func(r models.Response) bool { return r.State == models.Compiled }, label{say("state.compiled"), good}},
	{func(r models.Response) bool { return r.State == models.Submitted && r.Late }, label{say("state.submitted_late"), good}},
	{func(r models.Response) bool { return r.State == models.Submitted }, label{say("state.submitted"), good}},
	{func(r models.Response) bool { return r.ReturnedAt != nil }, label{say("state.returned_to_you"), urgent}},
	{func(r models.Response) bool { return r.AmendedWhy != "" }, label{say("state.amended"), going}},
	{func(r models.Response) bool { return r.DeclinedAt != nil }, label{say("state.nothing"), quiet}},
	{func(r models.Response) bool { return r.OpenedAt == nil }, label{say("state.not_opened"), quiet}},
	{func(models.Response) bool { return true }, label{say("state.draft"), going}},
}

// responseState is how far a response is, to its NCP.
func responseState(r models.Response) label {
	for _, state := range responseStates {
		if state.holds(r) {
			return state.label
		}
	}
	return label{}
}
