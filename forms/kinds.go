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
	ChannelsKind  Kind = "channels"  // a long text that may name channels
	EmailKind     Kind = "email"
	ChoiceKind    Kind = "choice"
	NumberKind    Kind = "number"
	DateKind      Kind = "date"
)

// A trait is what can be done with a kind of answer.
type trait struct {
	read  func(q Question, raw string) Reading // what we understood, beside the text, never instead of it
	rules string                               // validator expression every question of this kind carries
}

// anyText is what every text is held against.
const anyText = "too-long,link-unsafe,personal-data"

var kinds = map[Kind]trait{
	TextKind:      {plain(readText), anyText},
	LongTextKind:  {plain(readText), anyText},
	LinksKind:     {plain(readLinks), anyText + ",link-none"},
	VerdictKind:   {func(q Question, raw string) Reading { return readVerdict(q.Topic, raw) }, anyText},
	MoneyKind:     {plain(readMoney), anyText + ",money-currency,money-ambiguous,money-parts"},
	PeriodKind:    {plain(readPeriod), anyText + ",period-unread,period-reversed,period-length"},
	CountriesKind: {plain(readCountries), anyText},
	LanguagesKind: {plain(readLanguages), anyText},
	ChannelsKind:  {plain(readChannels), anyText},
	EmailKind:     {plain(readEmails), "too-long,link-unsafe"}, // a person is what it asks for
	ChoiceKind:    {func(q Question, raw string) Reading { return readChoice(q.Options, raw) }, anyText},
	NumberKind:    {plain(readNumber), anyText},
	DateKind:      {plain(readDate), anyText},
}

// plain reads an answer whatever its question says beside its kind.
func plain(read func(raw string) Reading) func(Question, string) Reading {
	return func(_ Question, raw string) Reading { return read(raw) }
}

// readText understands of a text only whether it says that there is no answer.
func readText(raw string) Reading { return Reading{Reason: readReason(raw)} }
