package forms

import (
	"slices"
	"strings"
)

// A Rule is the name of something that can be wrong with an answer.
type Rule string

// The rules. How grave each is, and what is said of it, stands in messages.
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

// A finding is what a rule has to say of a cell: how grave it is, and what the
// message fills in. Without a severity there is nothing to say.
type finding struct {
	rule     Rule
	severity Severity
	about    []any
	others   [2]string // ids of the records it speaks of
}

func found(s Severity, about ...any) finding { return finding{severity: s, about: about} }

// A cellRule judges one cell. Questions name it in their expressions by its tag.
type cellRule struct {
	rule   Rule
	broken func(c *cell) finding
	of     Kind // the only kind of answer it can judge; "" any
	shape  bool // needs no reading
	begun  bool // has nothing to say of what has not started yet
}

var cellRules = []cellRule{
	{rule: Required, broken: required, shape: true},
	{rule: TooLong, broken: tooLong, shape: true},
	{rule: PersonalData, broken: personal},
	{rule: NoteContradicted, broken: noteContradicted},
	{rule: FollowUpVerdict, broken: verdictUnread, of: VerdictKind, begun: true},
	{rule: FollowUpWhy, broken: unexplained(Yes, No), of: VerdictKind, begun: true},
	{rule: FollowUpMethods, broken: unexplained(Yes), of: VerdictKind, begun: true},
	{rule: FollowUpDescription, broken: unexplained(Yes), of: VerdictKind, begun: true},
	{rule: FollowUpContact, broken: contactMissing, of: EmailKind},
	{rule: LinkUnsafe, broken: linkUnsafe},
	{rule: LinkNone, broken: linkNone, of: LinksKind},
	{rule: MoneyCurrency, broken: moneyCurrency, of: MoneyKind},
	{rule: MoneyAmbiguous, broken: moneyAmbiguous, of: MoneyKind},
	{rule: MoneyParts, broken: moneyParts, of: MoneyKind},
	{rule: PeriodUnread, broken: periodUnread, of: PeriodKind, begun: true},
	{rule: PeriodReversed, broken: periodReversed, of: PeriodKind},
	{rule: PeriodLength, broken: periodLength, of: PeriodKind},
}

// A sheetRule judges a record as a whole, and tells what it finds of which cell.
type sheetRule struct {
	rule   Rule
	broken func(s *sheet, tell func(*cell, finding))
}

var sheetRules = []sheetRule{
	{RecordTwice, recordTwice},
	{RecordCopied, recordCopied},
	{StatusMismatch, statusMismatch},
}

// tag is the rule's name in a validator expression, where a dot has no place, and
// where "required" means something of the validator's own.
func (r Rule) tag() string {
	if r == Required {
		return "answered"
	}
	return strings.ReplaceAll(string(r), ".", "-")
}

// cellRuleOf is the rule with that tag, if there is one.
func cellRuleOf(tag string) (cellRule, bool) {
	for _, r := range cellRules {
		if r.rule.tag() == tag {
			return r, true
		}
	}
	return cellRule{}, false
}

// RulesFor are the tags of the rules that a question of a kind can carry beside
// those that its kind always does.
func RulesFor(kind Kind) []string {
	tags := []string{Required.tag()}
	always := tagsOf(kinds[kind].rules)
	for _, r := range cellRules {
		if r.of == kind && !slices.Contains(always, r.rule.tag()) {
			tags = append(tags, r.rule.tag())
		}
	}
	return tags
}

// Tags are the rules that a question carries beside those of its kind, as tags.
func (q Question) Tags() []string { return tagsOf(q.Rules) }

// tags are all rules that judge an answer to a question, those of its kind first.
func (t trait) tags(q Question) []string { return tagsOf(t.rules, q.Rules) }

// Required says whether an answer is missing while there is none.
func (q Question) Required() bool { return slices.Contains(kinds[q.Kind].tags(q), Required.tag()) }
