package handlers

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"sync"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/en_GB"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

//go:embed texts
var texts embed.FS

// A catalogue is every text that pages say, in each language there is: one file a
// page and a language, texts/record.en.toml. Another language is files of its own,
// and a calendar.
type catalogue struct {
	bundle    *i18n.Bundle
	languages []language.Tag // the first is spoken where none of them is wanted
	wanted    language.Matcher
	calendars map[language.Tag]locales.Translator
	brussels  *time.Location
}

func loadTexts(files fs.FS, calendars map[language.Tag]locales.Translator, brussels *time.Location) (catalogue, error) {
	k := catalogue{bundle: i18n.NewBundle(language.English), calendars: calendars, brussels: brussels}
	k.bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	names, err := fs.Glob(files, "texts/*.toml")
	if err != nil {
		return k, fmt.Errorf("texts of pages: %w", err)
	}
	for _, name := range names {
		if _, err := k.bundle.LoadMessageFileFS(files, name); err != nil {
			return k, fmt.Errorf("texts of pages, %s: %w", name, err)
		}
	}
	k.languages = k.bundle.LanguageTags()
	for _, tag := range k.languages {
		if calendars[tag] == nil {
			return k, fmt.Errorf("texts of pages in %s: no calendar says how this language writes days and numbers", tag)
		}
	}
	k.wanted = language.NewMatcher(k.languages)
	return k, nil
}

// of is the language that somebody wants who sends this Accept-Language.
func (k catalogue) of(accept string) language.Tag {
	wanted, _, err := language.ParseAcceptLanguage(accept)
	if err != nil {
		return k.languages[0] // what cannot be read asks for nothing
	}
	_, i, _ := k.wanted.Match(wanted...)
	return k.languages[i]
}

// calendars are how each language of the catalogue writes days and numbers, from
// Unicode's CLDR.
var calendars = map[language.Tag]locales.Translator{
	language.English: en_GB.New(), // the Union writes "2 January 2006"
}

// in is the catalogue in one language.
func (k catalogue) in(tag language.Tag) speech {
	return speech{tag, k.calendars[tag], i18n.NewLocalizer(k.bundle, tag.String()), k.brussels, &sync.Map{}}
}

// A speech says texts in one language, and writes its days.
type speech struct {
	language  language.Tag
	calendar  locales.Translator
	localizer *i18n.Localizer
	brussels  *time.Location
	fixed     *sync.Map // texts with nothing put into them, once said
}

// A phrase is what a handler has to say before anybody knows the language: a text
// of the catalogue with what is put into it. The zero phrase says nothing.
type phrase struct {
	id      string
	with    map[string]any
	plain   string // what a person wrote, which is the same in every language
	english bool   // so is this, said by workflow or forms
}

// say a text, by its id and pairs of a name and what stands there: a word, a
// number, an isoDay, an instant, another phrase. "Count" decides between one and
// many.
func say(id string, pairs ...any) phrase {
	if len(pairs) == 0 {
		return phrase{id: id}
	}
	with := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		with[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return phrase{id: id, with: with}
}

// many is a text that depends on how many there are.
func many(id string, n int) phrase { return say(id, "Count", n) }

// plain is what a person wrote.
func plain(text string) phrase { return phrase{plain: text} }

// english is what workflow and forms say, who speak one language.
func english(text string) phrase { return phrase{plain: text, english: true} }

// Lang tells who hears a page in another language that this is English.
func (p phrase) Lang() template.HTMLAttr {
	if p.english {
		return ` lang="en"`
	}
	return ""
}

// Dir lets what a person wrote run in the direction of its own letters.
func (p phrase) Dir() template.HTMLAttr {
	if p.id == "" && p.plain != "" && !p.english {
		return ` dir="auto"`
	}
	return ""
}

// empty says whether nothing is said.
func (p phrase) empty() bool { return p.id == "" && p.plain == "" }

// An isoDay is a day such as "2017-01-23", to be written in a phrase.
type isoDay string

// A clockTime is an instant of which only the time of day is written.
type clockTime time.Time

// text is what a phrase says, in words.
func (s speech) text(p phrase) (string, error) {
	if p.id == "" {
		return p.plain, nil
	}
	if len(p.with) > 0 {
		return s.filled(p)
	}
	if words, said := s.fixed.Load(p.id); said {
		return words.(string), nil
	}
	words, err := s.localized(&i18n.LocalizeConfig{MessageID: p.id})
	if err == nil {
		s.fixed.Store(p.id, words)
	}
	return words, err
}

// filled is what a phrase says with something put into it.
func (s speech) filled(p phrase) (string, error) {
	with := make(map[string]any, len(p.with))
	for name, value := range p.with {
		words, err := s.within(value)
		if err != nil {
			return "", err
		}
		with[name] = words
	}
	return s.localized(&i18n.LocalizeConfig{MessageID: p.id, TemplateData: with, PluralCount: p.with["Count"]})
}

// localized is a text of the catalogue. Where this language has not got it yet,
// English stands in for it.
func (s speech) localized(text *i18n.LocalizeConfig) (string, error) {
	words, err := s.localizer.Localize(text)
	if as[*i18n.MessageNotFoundErr](err) && words != "" {
		return words, nil
	}
	return words, err
}

// within is what stands in a phrase, in words.
func (s speech) within(value any) (any, error) {
	switch value := value.(type) {
	case phrase:
		return s.text(value)
	case isoDay:
		return s.day(string(value)), nil
	case time.Time:
		return s.instant(value), nil
	case *time.Time:
		return s.instant(*value), nil
	case int:
		return s.calendar.FmtNumber(float64(value), 0), nil
	case float64:
		return s.calendar.FmtNumber(value, 1), nil
	case clockTime:
		return s.hour(time.Time(value)), nil
	default:
		return value, nil
	}
}

// day writes "2017-01-23" as people do, and "2017-01" and "2017" too.
func (s speech) day(iso string) string {
	if t, err := time.Parse(time.DateOnly, iso); err == nil {
		return s.calendar.FmtDateLong(t)
	}
	if t, err := time.Parse("2006-01", iso); err == nil {
		return s.calendar.MonthWide(t.Month()) + t.Format(" 2006")
	}
	return iso
}

// instant is when something happened, on a clock in Brussels.
func (s speech) instant(t time.Time) string {
	t = t.In(s.brussels)
	return s.calendar.FmtDateLong(t) + ", " + s.calendar.FmtTimeShort(t)
}

// hour is the time of day of it.
func (s speech) hour(t time.Time) string { return s.calendar.FmtTimeShort(t.In(s.brussels)) }

// words are what templates call to say something.
func (s speech) words() template.FuncMap {
	return template.FuncMap{
		"say":     s.text,
		"t":       func(id string, pairs ...any) (string, error) { return s.text(say(id, pairs...)) },
		"many":    func(id string, n int) (string, error) { return s.text(many(id, n)) },
		"lang":    s.language.String,
		"day":     s.day,
		"instant": s.instant,
		"hour":    s.hour,
		"cells":   s.cells,
	}
}
