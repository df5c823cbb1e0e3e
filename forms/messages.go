package forms

import "fmt"

// A message is what a rule says: what is the matter, and the way out.
type message struct{ what, way string }

func (m message) say(about []any) string {
	text := m.what + " " + m.way
	if len(about) == 0 {
		return text
	}
	return fmt.Sprintf(text, about...)
}

// messages are what is said by each rule, as gravely as it was found.
var messages = map[Rule]map[Severity]message{
	Required: {Error: {
		"This answer is empty.",
		"Write an answer, or choose why there is none."}},
	TooLong: {Error: {
		"This answer has %d characters, and at most %d can be kept in one place.",
		"Shorten it, or attach the document it comes from."}},
	PersonalData: {Note: {
		"This seems to hold %s.",
		"Others will read it: take it out, unless that person agreed."}},
	NoteContradicted: {Warning: {
		"The note says that this has not started, and this answer says that it has.",
		"Correct one of the two, or confirm this with a word."}},
	FollowUpVerdict: {Warning: {
		"This text could not be read as yes or no.",
		"Choose what it means; “cannot say yet” is one of the choices."}},
	FollowUpWhy: {Error: {
		"The answer is %s, and the question asks why.",
		"Add the reason in a sentence."}},
	FollowUpMethods: {Error: {
		"The answer is %s, and the question asks by which methods.",
		"Describe them in a sentence."}},
	FollowUpDescription: {Error: {
		"The answer is %s, and the question asks what the responses were like.",
		"Describe them in a sentence."}},
	FollowUpContact: {Error: {
		"There is no valid e-mail address here.",
		"Write one, such as name@ministry.example."}},
	LinkUnsafe: {Warning: {
		"“%s” is no address that is safe to open, and will be printed as plain text.",
		"Replace it with one that begins with https://, or confirm with a word that the text is meant."}},
	LinkNone: {
		Warning: {
			"There is no link in this text.",
			"Add the address of the page, or choose why there is none."},
		Note: {
			"There is no link in this text; it names a page, or says that there is none.",
			"If there is an address, add it."},
	},
	MoneyCurrency: {Warning: {
		"“%s” does not say in which currency, and none is assumed.",
		"Write the currency beside the amount, or confirm which one it is."}},
	MoneyAmbiguous: {
		Warning: {
			"“%s” can be read in more than one way; it was read as %s.",
			"Write it with spaces and two decimals, or confirm the amount."},
		Note: {
			"“%s” was read as %s.",
			"If that is wrong, correct the amount."},
	},
	MoneyParts: {Warning: {
		"The parts add up to %s, and the total says %s.",
		"Correct one of them, or confirm the total with a word on the difference."}},
	PeriodReversed: {
		Error: {
			"This period ends before it starts.",
			"Correct one of the two dates."},
		Warning: {
			"This period seems to end before it starts.",
			"Correct the dates, or confirm the start and the end."},
	},
	PeriodUnread: {Warning: {
		"No date was found in this text.",
		"Write when it started and ended, such as “May 2016 – November 2016”, or confirm the dates."}},
	PeriodLength: {Warning: {
		"The text says %s, and its dates span %s.",
		"Correct one of them, or confirm with a word why they differ."}},
	RecordTwice: {Warning: {
		"This is like %s, in %s.",
		"Delete one of the two; or keep both, and confirm whose cost counts: %s or %s."}},
	RecordCopied: {Note: {
		"The same words stand in %s.",
		"If its answer holds here too, you can choose “same as” instead."}},
	StatusMismatch: {Warning: {
		"By these dates it %s, and %s.",
		"Correct the dates or the record, or confirm this with a word."}},
}
