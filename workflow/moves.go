package workflow

import "ahq/models"

// A move leads from one state to another. Needs and does are for people: the
// diagrams in README.md are printed from these tables.
type move[S ~string] struct {
	act   Act
	from  S
	to    S
	needs string
	does  string
}

// moves is the whole life of a response: what is not listed cannot happen.
var moves = []move[models.State]{
	{Submit, models.Draft, models.Submitted, "no errors; wider dissemination chosen; AHQ open, or returned or being amended", "freezes a version; tells the requester"},
	{Withdraw, models.Submitted, models.Draft, "not compiled", "no version is in force; tells the requester"},
	{Return, models.Submitted, models.Draft, "a reason", "the delivered version stays in force; tells the NCP"},
	{Compile, models.Submitted, models.Compiled, "AHQ closed, or a word why it is compiled early", "makes an edition"},
	{Compile, models.Compiled, models.Compiled, "AHQ closed, or a word why it is compiled early", "makes an edition"},
	{Amend, models.Compiled, models.Draft, "a reason", "the delivered version stays in force until the new one"},
	{Decline, models.Draft, models.Draft, "nothing delivered; a word", "stops chasing; the first save undoes it"},
	{Expect, models.Draft, models.Draft, "AHQ open; a day", "no reminder until then; one when it has passed"},
}

// ahqMoves is the whole life of an AHQ.
var ahqMoves = []move[models.AHQState]{
	{EditAHQ, models.AHQDraft, models.AHQDraft, "", "changes what will be asked"},
	{LinkAHQ, models.AHQDraft, models.AHQDraft, "an AHQ that was issued", "says what it is to that"},
	{LinkAHQ, models.Open, models.Open, "an AHQ that was issued", "says what it is to that"},
	{LinkAHQ, models.Closed, models.Closed, "an AHQ that was issued", "says what it is to that"},
	{UnlinkAHQ, models.AHQDraft, models.AHQDraft, "a link", "takes it back"},
	{UnlinkAHQ, models.Open, models.Open, "a link", "takes it back"},
	{UnlinkAHQ, models.Closed, models.Closed, "a link", "takes it back"},
	{SayWhyNew, models.AHQDraft, models.AHQDraft, "a word", "keeps why it is needed beside earlier ones"},
	{Issue, models.AHQDraft, models.Open, "questions, addressees, reply-by in the future", "freezes the questionnaire and the participants; makes an empty response for each addressee; tells them"},
	{Extend, models.Open, models.Open, "a new date, for all or for one NCP", "tells those affected"},
	{Correct, models.Open, models.Open, "new words, the same ids", "keeps both wordings; tells all"},
	{Close, models.Open, models.Closed, "", "no more first answers; tells all"},
	{SetLadder, models.AHQDraft, models.AHQDraft, "", "changes when who is told"},
	{SetLadder, models.Open, models.Open, "", "changes when who is told"},
	{Remind, models.Open, models.Open, "somebody who has not answered", "reminds them now"},
	{SkipReminder, models.Open, models.Open, "a step to come", "leaves it out"},
	{PauseChase, models.Open, models.Open, "", "chases nobody, or not one NCP, until it goes on"},
	{GoOn, models.Open, models.Open, "", "chases again"},
	{CloseOn, models.Open, models.Open, "a day that is not before a reply-by date, or none", "closes it once that day is over"},
	{Reopen, models.Closed, models.Open, "", "first answers again"},
	{Cancel, models.AHQDraft, models.Cancelled, "a reason", "nothing is deleted"},
	{Cancel, models.Open, models.Cancelled, "a reason", "tells all; nothing is deleted"},
}

// stands is what is said of a state that an act cannot be done in: how it is,
// and who can change that.
var stands = map[string]string{
	string(models.Draft):     "it is still a draft",
	string(models.Submitted): "it has been submitted. A coordinator of the NCP can withdraw it, the requester can return it",
	string(models.Compiled):  "it has been compiled. A coordinator of the NCP can amend it",
	string(models.Open):      "it is open. The requester can close it",
	string(models.Closed):    "it is closed. The requester can reopen it",
	string(models.Cancelled): "it was cancelled, and stays so",
}

// next is where an act leads from a state, or a refusal.
func next[S ~string](table []move[S], from S, act Act) (S, error) {
	for _, m := range table {
		if m.act == act && m.from == from {
			return m.to, nil
		}
	}
	return from, refuse(act, "this cannot be done now: %s", stands[string(from)])
}

// CanMove says whether a response in this state can be moved by the act.
func CanMove(r models.Response, act Act) bool {
	_, err := next(moves, r.State, act)
	return err == nil
}

// CanMoveAHQ says whether an AHQ in this state can be moved by the act.
func CanMoveAHQ(a models.AHQ, act Act) bool {
	_, err := next(ahqMoves, a.State, act)
	return err == nil
}
