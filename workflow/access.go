package workflow

import (
	"slices"

	"ahq/models"
)

// An Act is something a person may want to do.
type Act string

// The acts.
const (
	// on an AHQ
	CreateAHQ     Act = "create-ahq"
	EditAHQ       Act = "edit-ahq"
	Issue         Act = "issue"
	Extend        Act = "extend"
	Correct       Act = "correct"
	Close         Act = "close"
	CloseOn       Act = "close-on" // by itself, once a day is over
	Reopen        Act = "reopen"
	Cancel        Act = "cancel"
	Remind        Act = "remind"
	SkipReminder  Act = "skip-reminder"
	PauseChase    Act = "pause-chase"
	GoOn          Act = "go-on"
	SetLadder     Act = "set-ladder"
	NameCompilers Act = "name-compilers"
	LinkAHQ       Act = "link-ahq"
	UnlinkAHQ     Act = "unlink-ahq"
	SayWhyNew     Act = "say-why-new" // though there are earlier AHQs on the same thing
	AttachToAHQ   Act = "attach-to-ahq"
	Ask           Act = "ask"
	AnswerInquiry Act = "answer-inquiry"
	Track         Act = "track" // see who has answered, and read what was delivered
	Compile       Act = "compile"
	// on a response
	Respond  Act = "respond" // begin an answer that was not asked for
	SeeDraft Act = "see-draft"
	Edit     Act = "edit"
	Submit   Act = "submit"
	Withdraw Act = "withdraw"
	Return   Act = "return"
	Amend    Act = "amend"
	Decline  Act = "decline"
	Expect   Act = "expect" // say by when the answer can be expected
	EnterFor Act = "enter-for"
	TakeOver Act = "take-over"
	// on a thread about a cell that was delivered
	StartThread Act = "start-thread"
	Say         Act = "say"
	Settle      Act = "settle"
	// on the system
	ManagePeople       Act = "manage-people"
	ManageParticipants Act = "manage-participants"
	ManageSettings     Act = "manage-settings"
	ReadOutbox         Act = "read-outbox"
	KeepHooks          Act = "keep-hooks" // an administrator all, a coordinator those of its NCP
	SendAgain          Act = "send-again" // a message that did not arrive
	LookAfterJobs      Act = "look-after-jobs"
	ReadEvents         Act = "read-events" // what happened to all AHQs and responses, without its words
)

// A Part is what a person is to the thing they want to act on.
type Part string

// The parts. A stand-in is a requester who enters a response for its NCP.
const (
	Coordinator   Part = "coordinator"
	Contributor   Part = "contributor"
	Reader        Part = "reader"
	Requester     Part = "requester"
	StandIn       Part = "stand-in"
	Compiler      Part = "compiler"
	Administrator Part = "administrator"
)

// mayAct is who may do what: the one table that pages, API and acts ask.
var mayAct = map[Act][]Part{
	CreateAHQ:     {Coordinator}, // of any NCP
	EditAHQ:       {Requester},
	Issue:         {Requester},
	Extend:        {Requester},
	Correct:       {Requester},
	Close:         {Requester, Compiler},
	CloseOn:       {Requester},
	Reopen:        {Requester},
	Cancel:        {Requester},
	Remind:        {Requester},
	SkipReminder:  {Requester},
	PauseChase:    {Requester},
	GoOn:          {Requester},
	SetLadder:     {Requester},
	NameCompilers: {Requester},
	LinkAHQ:       {Requester},
	UnlinkAHQ:     {Requester},
	SayWhyNew:     {Requester},
	AttachToAHQ:   {Requester},
	Ask:           {Coordinator, Contributor}, // of any NCP
	AnswerInquiry: {Requester},
	Track:         {Requester, Compiler},
	Compile:       {Compiler},

	Respond:  {Coordinator},
	SeeDraft: {Coordinator, Contributor, Reader, StandIn},
	Edit:     {Coordinator, Contributor, StandIn},
	Submit:   {Coordinator, StandIn},
	Withdraw: {Coordinator, StandIn},
	Return:   {Requester, Compiler},
	Amend:    {Coordinator, StandIn},
	Decline:  {Coordinator, StandIn},
	Expect:   {Coordinator, Contributor},
	EnterFor: {Requester},
	TakeOver: {Coordinator},

	StartThread: {Requester, Compiler},
	Say:         {Requester, Compiler, Coordinator, Contributor},
	Settle:      {Requester, Compiler, Coordinator, Contributor},

	ManagePeople:       {Administrator},
	ManageParticipants: {Administrator},
	ManageSettings:     {Administrator},
	ReadOutbox:         {Administrator},
	KeepHooks:          {Administrator, Coordinator},
	SendAgain:          {Administrator},
	LookAfterJobs:      {Administrator},
	ReadEvents:         {Administrator},
}

// May says whether an actor who plays these parts may do the act.
func May(act Act, parts []Part) bool {
	return slices.ContainsFunc(mayAct[act], func(p Part) bool { return slices.Contains(parts, p) })
}

// may is nil when an actor who plays these parts may do the act.
func (a Actor) may(act Act, parts []Part) error {
	if a.itself || May(act, parts) {
		return nil
	}
	return ErrForbidden
}

// Scope is what the actor may see.
func (a Actor) Scope() models.Scope {
	if a.itself {
		return models.Scope{Unlimited: true}
	}
	if a.Person.ID == "" || a.Person.BlockedAt != nil {
		return models.Scope{}
	}
	own := a.NCPs(models.Coordinator, models.Contributor, models.Reader)
	return models.Scope{Person: a.Person.ID, NCPs: own, Leads: a.NCPs(models.Coordinator), Network: len(own) > 0, Keeps: a.Person.Administrator}
}

// Parts are what the actor is to the system as a whole.
func (a Actor) Parts() []Part {
	var parts []Part
	for _, role := range []models.Role{models.Coordinator, models.Contributor, models.Reader} {
		if len(a.NCPs(role)) > 0 {
			parts = append(parts, Part(role))
		}
	}
	if a.Person.Administrator {
		parts = append(parts, Administrator)
	}
	return parts
}

// PartsInAHQ are what the actor is to one AHQ, and to the system: whoever
// coordinates any NCP may ask about it.
func (a Actor) PartsInAHQ(ahq models.AHQ) []Part {
	return append(a.Parts(), a.asking(ahq)...)
}

// asking is what the actor is to those who ask.
func (a Actor) asking(ahq models.AHQ) []Part {
	var parts []Part
	requester := slices.ContainsFunc(ahq.Requesters, func(r models.Requester) bool { return a.Is(r.NCP, models.Coordinator) })
	if requester {
		parts = append(parts, Requester)
	}
	if slices.Contains(ahq.Compilers, a.Person.ID) || requester && len(ahq.Compilers) == 0 {
		parts = append(parts, Compiler)
	}
	return parts
}

// PartsIn are what the actor is to one response.
func (a Actor) PartsIn(ahq models.AHQ, r models.Response) []Part {
	parts := append(a.asking(ahq), a.partsInNCP(r.NCP)...)
	if r.Entered && slices.Contains(parts, Requester) {
		parts = append(parts, StandIn)
	}
	return parts
}
