package forms

// A Kind says what sort of answer a question wants.
type Kind string

// The kinds of answers.
const (
	TextKind      Kind = "text"
	LongTextKind  Kind = "long-text"
	LinksKind     Kind = "links"
	VerdictKind   Kind = "verdict"
	MoneyKind     Kind = "money"
	PeriodKind    Kind = "period"
	CountriesKind Kind = "countries"
	LanguagesKind Kind = "languages" // a long text that may name languages
	EmailKind     Kind = "email"
	ChoiceKind    Kind = "choice"
	NumberKind    Kind = "number"
	DateKind      Kind = "date"
)
