package workflow

import "ahq/models"

// A letterID names a kind of letter: its words are in letters/letters.en.toml.
type letterID string

// The letters. What each says stands in the catalogue under its id.
const (
	letterIssued         letterID = "issued"
	letterExtended       letterID = "extended"
	letterExtendedForOne letterID = "extended-for-one"
	letterCorrected      letterID = "corrected"
	letterClosedItself   letterID = "closed-itself"
	letterReopened       letterID = "reopened"
	letterCancelled      letterID = "cancelled"
	letterAsked          letterID = "asked"
	letterAnswered       letterID = "answered"
	letterEntered        letterID = "entered"
	letterReturned       letterID = "returned"
	letterThread         letterID = "thread"
	letterSettled        letterID = "settled"
	letterSubmitted      letterID = "submitted"
	letterSubmittedLate  letterID = "submitted-late"
	letterWithdrawn      letterID = "withdrawn"
	letterAmending       letterID = "amending"
	letterDeclined       letterID = "declined"
	letterTakenOver      letterID = "taken-over"
	letterReceipt        letterID = "receipt"
	letterClosed         letterID = "closed"
	letterEdition        letterID = "edition"
	letterReminder       letterID = "reminder"
	letterCall           letterID = "call"
	letterInvitation     letterID = "invitation"
	letterReset          letterID = "reset"
	letterHookOff        letterID = "hook-off"
)

// letterbook is each of them, and what holds for it: what is optional people can
// stop, the link of a secret one lets whoever has it in, and a dated one carries
// its date for their calendars.
var letterbook = map[letterID]struct{ optional, secret, dated bool }{
	letterIssued:         {dated: true},
	letterExtended:       {dated: true},
	letterExtendedForOne: {dated: true},
	letterCorrected:      {},
	letterClosedItself:   {},
	letterReopened:       {},
	letterCancelled:      {dated: true},
	letterAsked:          {},
	letterAnswered:       {},
	letterEntered:        {},
	letterReturned:       {},
	letterThread:         {optional: true},
	letterSettled:        {optional: true},
	letterSubmitted:      {optional: true},
	letterSubmittedLate:  {optional: true},
	letterWithdrawn:      {optional: true},
	letterAmending:       {optional: true},
	letterDeclined:       {optional: true},
	letterTakenOver:      {optional: true},
	letterHookOff:        {},
	letterReceipt:        {optional: true},
	letterClosed:         {},
	letterEdition:        {optional: true},
	letterReminder:       {},
	letterCall:           {},
	letterInvitation:     {secret: true},
	letterReset:          {secret: true},
}

// A letter is what somebody is told, before it is known whom it goes to.
type letter struct {
	id       letterID
	values   with   // what is put into its text
	key      string // what it is, so that nothing is said twice
	path     string // where to look, below our address
	ahq      models.AHQID
	response models.ResponseID
	ncp      string // whose response it is about, or who asks
	from     string // the NCP that hears what people answer to it
	about    with   // the AHQ, before the subject; nil for none
}

// with is what is put into a text of the catalogue, by the names it uses: what
// people wrote, numbers, lists, an isoDay.
type with map[string]any

// An isoDay is a day such as "2017-01-23", to be written as people do.
type isoDay string

// ofAHQ is a letter about an AHQ.
func ofAHQ(id letterID, a models.AHQ, values with) letter {
	return letter{
		id: id, values: values, key: string(id) + "/" + string(a.ID),
		path: "/ahqs/" + string(a.ID), ahq: a.ID, from: lead(a),
		about: with{"Reference": reference(a), "Topic": a.Topic},
	}
}

// ofResponse is a letter about a response.
func ofResponse(id letterID, a models.AHQ, r models.Response, values with) letter {
	l := ofAHQ(id, a, values)
	l.key, l.path, l.response = string(id)+"/"+string(r.ID), "/responses/"+string(r.ID), r.ID
	l.ncp = r.NCP
	return l
}

// reference of an AHQ, or what stands for it before it has one.
func reference(a models.AHQ) string {
	if a.Reference == nil {
		return "(draft)"
	}
	return *a.Reference
}
