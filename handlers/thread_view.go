package handlers

import (
	"slices"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A threadView is what is said about one answer.
type threadView struct {
	ID      string
	URL     string
	Where   phrase // the answer
	Answer  string // where that stands, as it was delivered
	State   label
	Version int // that it began with
	Go      phrase
	Sayings []sayingView
}

// A sayingView is one thing that was said.
type sayingView struct {
	By   string
	For  phrase // on whose side
	At   time.Time
	Text string
}

// Threads are what is said about the answers of a response, to whoever looks.
type threads struct {
	subject
	all []models.Thread
}

// at a cell, in words; a thread that is closed stands among them.
func (t threads) at(record, question string) []threadView {
	var views []threadView
	for _, thread := range t.all {
		if thread.RecordID == record && thread.Question == question {
			views = append(views, t.view(thread))
		}
	}
	return views
}

// canSay is whether there is still something to say, and somebody to hear it.
func (s subject) canSay(in models.Thread) bool {
	return s.May(workflow.Say) && !in.Closed() && alive(s.AHQ)
}

func (t threads) view(thread models.Thread) threadView {
	v := threadView{
		ID: "thread-" + string(thread.ID), URL: threadURL(thread), Version: thread.Number, State: threadState(thread),
		Answer: versionURL(models.Version{ResponseID: thread.ResponseID, Number: thread.Number}) + "#" + answerAnchor(thread.RecordID, thread.Question),
		Go:     say("thread.look"),
	}
	if t.canSay(thread) {
		v.Go = say("thread.answer")
	}
	for _, s := range thread.Sayings {
		v.Sayings = append(v.Sayings, sayingView{s.ByName, t.side(s.Side), s.At, s.Text})
	}
	return v
}

// side in words: whom somebody speaks for.
func (t threads) side(side models.Side) phrase {
	if side == models.NCPSide {
		return plain(t.Names[t.Response.NCP])
	}
	return inSentence(requesters(t.AHQ, t.Names))
}

// threadStates in words, the first that holds.
var threadStates = []struct {
	holds func(models.Thread) bool
	label label
}{
	{models.Thread.Closed, label{say("thread.closed"), good}},
	{func(t models.Thread) bool { return t.AskerSettled != nil }, label{say("thread.asker_settled"), going}},
	{func(t models.Thread) bool { return t.NCPSettled != nil }, label{say("thread.ncp_settled"), going}},
	{func(models.Thread) bool { return true }, label{say("thread.open"), urgent}},
}

func threadState(t models.Thread) label {
	i := slices.IndexFunc(threadStates, func(state struct {
		holds func(models.Thread) bool
		label label
	}) bool {
		return state.holds(t)
	})
	return threadStates[i].label
}

// settles says whether somebody on these sides can still say that it is settled.
func settles(t models.Thread, sides []models.Side) bool {
	return slices.ContainsFunc(sides, func(side models.Side) bool {
		return side == models.AskerSide && t.AskerSettled == nil || side == models.NCPSide && t.NCPSettled == nil
	})
}

// openLink leads to all that is said, while some of it is open.
func openLink(all []models.Thread) *link {
	open := number(all, func(t models.Thread) bool { return !t.Closed() })
	if open == 0 {
		return nil
	}
	return &link{URL: threadsURL(all[0].ResponseID), Text: many("thread.open_here", open)}
}

// threadsLink leads to all that is said, if there is anything.
func threadsLink(all []models.Thread) *link {
	if len(all) == 0 {
		return nil
	}
	return &link{URL: threadsURL(all[0].ResponseID), Text: say("thread.all")}
}

// threadsURL is where what is said about the answers of a response stands.
func threadsURL(id models.ResponseID) string { return responseURL(id) + "/threads" }

func threadURL(t models.Thread) string { return threadsURL(t.ResponseID) + "/" + string(t.ID) }
