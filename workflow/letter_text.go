package workflow

import (
	"embed"
	"maps"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"ahq/models"
)

//go:embed letters
var letterFiles embed.FS

// letterTexts says what letters say. Another language is a file of its own, and
// somebody who wants it.
var letterTexts = loadLetters("letters/letters.en.toml")

func loadLetters(files ...string) *i18n.Localizer {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, name := range files {
		if _, err := bundle.LoadMessageFileFS(letterFiles, name); err != nil {
			panic(err) // it is embedded
		}
	}
	return i18n.NewLocalizer(bundle, language.English.String())
}

// say is a text of the catalogue with these words in it. "Count" decides between
// one and many.
func say(id string, values with) (string, error) {
	values = maps.Clone(values)
	for name, value := range values {
		if day, is := value.(isoDay); is {
			values[name] = longDay(string(day))
		}
	}
	text, err := letterTexts.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: values, PluralCount: values["Count"]})
	return strings.TrimSpace(text), err
}

// subject of a letter, on one line whatever it is about.
func (l letter) subject() (string, error) {
	subject, err := say(string(l.id)+".subject", l.values)
	if err == nil && l.about != nil {
		about := maps.Clone(l.about)
		about["What"] = subject
		subject, err = say("about.ahq", about)
	}
	return strings.Join(strings.Fields(subject), " "), err
}

// write puts what a letter says into a message.
func (l letter) write(m *models.Message) (err error) {
	if m.Subject, err = l.subject(); err != nil {
		return err
	}
	if m.Body, err = say(string(l.id)+".body", l.values); err != nil {
		return err
	}
	m.Link, err = say(string(l.id)+".link", l.values)
	return err
}
