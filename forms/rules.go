package forms

// A Rule is the name of something that can be wrong with an answer.
type Rule string

// The rules. What each says, and how grave it is, stands in the table below.
const (
	Required            Rule = "required"
	FollowUpWhy         Rule = "follow-up.why"
	FollowUpMethods     Rule = "follow-up.methods"
	FollowUpDescription Rule = "follow-up.description"
	FollowUpContact     Rule = "follow-up.contact"
	FollowUpVerdict     Rule = "follow-up.verdict"
	NoteContradicted    Rule = "note.contradicted"
	LinkUnsafe          Rule = "link.unsafe"
	LinkNone            Rule = "link.none"
	MoneyAmbiguous      Rule = "money.ambiguous"
	MoneyCurrency       Rule = "money.currency"
	MoneyParts          Rule = "money.parts"
	PeriodReversed      Rule = "period.reversed"
	PeriodUnread        Rule = "period.unread"
	PeriodLength        Rule = "period.length"
	RecordTwice         Rule = "record.twice"
	RecordCopied        Rule = "record.copied"
	StatusMismatch      Rule = "status.mismatch"
	PersonalData        Rule = "personal-data"
	TooLong             Rule = "too-long"
)
