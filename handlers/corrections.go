package handlers

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
)

// A correctionField is one thing that a person may say of how a text is to be
// read, by its name in a forms.Correction. Left empty, what was read stands.
type correctionField struct {
	name, label string
	show        func(forms.Correction) string
	put         func(*forms.Correction, string) error
}

// corrections are what can be corrected, by kind. A verdict has buttons of its
// own, and a choice too.
var corrections = map[forms.Kind][]correctionField{
	forms.MoneyKind: {
		{"total", "Total", func(c forms.Correction) string { return decimal(c.Total) },
			func(c *forms.Correction, s string) error { return putDecimal(&c.Total, s) }},
		{"currency", "Currency, as three letters", func(c forms.Correction) string { return text(c.Currency) },
			func(c *forms.Correction, s string) error { return putCurrency(&c.Currency, s) }},
	},
	forms.PeriodKind: {
		{"start", "Start, as 2016-05-23, 2016-05 or 2016", func(c forms.Correction) string { return text(c.Start) },
			func(c *forms.Correction, s string) error { return putDate(&c.Start, s) }},
		{"end", "End, in the same way", func(c forms.Correction) string { return text(c.End) },
			func(c *forms.Correction, s string) error { return putDate(&c.End, s) }},
		{"months", "Length in months", func(c forms.Correction) string { return whole(c.Months) },
			func(c *forms.Correction, s string) error { return putWhole(&c.Months, s) }},
	},
	forms.LinksKind: {
		{"links", "Links, with spaces between them", func(c forms.Correction) string { return list(c.Links) },
			func(c *forms.Correction, s string) error { return putList(&c.Links, strings.Fields(s)) }},
	},
	forms.LanguagesKind: {
		{"languages", "Languages, with commas between them", func(c forms.Correction) string { return list(c.Languages) },
			func(c *forms.Correction, s string) error { return putList(&c.Languages, strings.Split(s, ",")) }},
	},
	forms.CountriesKind: {
		{"countries", "Countries, as two letters each", func(c forms.Correction) string { return list(c.Countries) },
			func(c *forms.Correction, s string) error { return putList(&c.Countries, codes(s)) }},
	},
	forms.EmailKind: {
		{"emails", "Addresses, with commas between them", func(c forms.Correction) string { return list(c.Emails) },
			func(c *forms.Correction, s string) error { return putList(&c.Emails, strings.Split(s, ",")) }},
	},
	forms.NumberKind: {
		{"number", "Number", func(c forms.Correction) string { return decimal(c.Number) },
			func(c *forms.Correction, s string) error { return putDecimal(&c.Number, s) }},
	},
	forms.DateKind: {
		{"date", "Date, as 2016-05-23", func(c forms.Correction) string { return text(c.Date) },
			func(c *forms.Correction, s string) error { return putDate(&c.Date, s) }},
	},
	forms.VerdictKind: {{"verdict", "", func(c forms.Correction) string { return text(c.Verdict) },
		func(c *forms.Correction, s string) error { return putText(&c.Verdict, forms.YesNo(s)) }}},
	forms.ChoiceKind: {{"choice", "", func(c forms.Correction) string { return text(c.Choice) },
		func(c *forms.Correction, s string) error { return putText(&c.Choice, s) }}},
}

// A correctionView is a field to say how a text is to be read.
type correctionView struct {
	Name, Label, Value string
}

func correctionViews(q forms.Question, c *forms.Correction) []correctionView {
	if c == nil {
		c = &forms.Correction{}
	}
	var views []correctionView
	for _, field := range corrections[q.Kind] {
		if field.label != "" {
			views = append(views, correctionView{q.ID + ".read." + field.name, field.label, field.show(*c)})
		}
	}
	return views
}

// typedCorrection reads what a form says of how a text is to be read; nil when
// it says nothing. What the page showed and has no field for stays as it was.
func typedCorrection(form url.Values, name string, kind forms.Kind, shown string) (*forms.Correction, error) {
	c, err := withoutFields(shown, corrections[kind])
	if err != nil {
		return nil, err
	}
	for _, field := range corrections[kind] {
		value := strings.TrimSpace(form.Get(name + ".read." + field.name))
		if value == "" {
			continue
		}
		if err := field.put(&c, value); err != nil {
			return nil, fmt.Errorf("%s: %w", field.label, err)
		}
	}
	if shownCorrection(&c) == "{}" {
		return nil, nil
	}
	return &c, nil
}

// withoutFields is a correction as a page showed it, without what has fields of
// its own there.
func withoutFields(shown string, fields []correctionField) (c forms.Correction, err error) {
	if shown == "" {
		return c, nil
	}
	var said map[string]jsontext.Value
	if err := json.Unmarshal([]byte(shown), &said); err != nil {
		return c, errForm
	}
	for _, field := range fields {
		delete(said, field.name)
	}
	rest, err := json.Marshal(said)
	if err != nil {
		return c, errForm
	}
	if err := json.Unmarshal(rest, &c, json.RejectUnknownMembers(true)); err != nil {
		return c, errForm
	}
	return c, nil
}

// shownCorrection is a correction in one line, to be recognised when it comes
// back.
func shownCorrection(c *forms.Correction) string {
	if c == nil {
		return ""
	}
	line, err := json.Marshal(c, json.Deterministic(true))
	if err != nil {
		return ""
	}
	return string(line)
}
