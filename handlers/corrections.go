package handlers

import (
	"strings"

	"github.com/go-json-experiment/json"

	"ahq/forms"
)

// A correctionField is one thing that a person may say of how a text is to be
// read, by its name in a forms.Correction. Without a label it is a button.
type correctionField struct {
	name  string
	label phrase
	show  func(forms.Correction) string
	put   func(*forms.Correction, string) error
}

// corrections are what can be corrected, by kind. A verdict has buttons of its
// own, and a choice too.
var corrections = map[forms.Kind][]correctionField{
	forms.MoneyKind: {
		{"total", say("cell.total"), func(c forms.Correction) string { return decimal(c.Total) },
			func(c *forms.Correction, s string) error { return putDecimal(&c.Total, s) }},
		{"currency", say("cell.currency"), func(c forms.Correction) string { return text(c.Currency) },
			func(c *forms.Correction, s string) error { return putCurrency(&c.Currency, s) }},
	},
	forms.PeriodKind: {
		{"start", say("cell.start"), func(c forms.Correction) string { return text(c.Start) },
			func(c *forms.Correction, s string) error { return putDate(&c.Start, s) }},
		{"end", say("cell.end"), func(c forms.Correction) string { return text(c.End) },
			func(c *forms.Correction, s string) error { return putDate(&c.End, s) }},
		{"months", say("cell.months"), func(c forms.Correction) string { return whole(c.Months) },
			func(c *forms.Correction, s string) error { return putWhole(&c.Months, s) }},
	},
	forms.LinksKind: {
		{"links", say("cell.links"), func(c forms.Correction) string { return list(c.Links, " ") },
			func(c *forms.Correction, s string) error { return putList(&c.Links, strings.Fields(s)) }},
	},
	forms.LanguagesKind: {
		{"languages", say("cell.languages"), func(c forms.Correction) string { return list(c.Languages, ", ") },
			func(c *forms.Correction, s string) error { return putList(&c.Languages, strings.Split(s, ",")) }},
	},
	forms.ChannelsKind: {
		{"channels", say("cell.channels"), func(c forms.Correction) string { return channelList(c.Channels) },
			func(c *forms.Correction, s string) error { return putChannels(&c.Channels, s) }},
	},
	forms.CountriesKind: {
		{"countries", say("cell.countries"), func(c forms.Correction) string { return list(c.Countries, ", ") },
			func(c *forms.Correction, s string) error { return putList(&c.Countries, codes(s)) }},
	},
	forms.EmailKind: {
		{"emails", say("cell.emails"), func(c forms.Correction) string { return list(c.Emails, ", ") },
			func(c *forms.Correction, s string) error { return putList(&c.Emails, strings.Split(s, ",")) }},
	},
	forms.NumberKind: {
		{"number", say("cell.number"), func(c forms.Correction) string { return decimal(c.Number) },
			func(c *forms.Correction, s string) error { return putDecimal(&c.Number, s) }},
	},
	forms.DateKind: {
		{"date", say("cell.date"), func(c forms.Correction) string { return text(c.Date) },
			func(c *forms.Correction, s string) error { return putDate(&c.Date, s) }},
	},
	forms.VerdictKind: {{"verdict", phrase{}, func(c forms.Correction) string { return text(c.Verdict) },
		func(c *forms.Correction, s string) error { return putText(&c.Verdict, forms.YesNo(s)) }}},
	forms.ChoiceKind: {{"choice", phrase{}, func(c forms.Correction) string { return text(c.Choice) },
		func(c *forms.Correction, s string) error { return putText(&c.Choice, s) }}},
}

// A correctionView is a field to say how a text is to be read.
type correctionView struct {
	Name, Value string
	Label       phrase
}

// correctionViews show how a text is read now, to be changed.
func correctionViews(q forms.Question, now forms.Correction) []correctionView {
	var views []correctionView
	for _, field := range corrections[q.Kind] {
		if !field.label.empty() {
			views = append(views, correctionView{q.ID + ".read." + field.name, field.show(now), field.label})
		}
	}
	return views
}

// asCorrection is what was read, as a person would say it.
func asCorrection(r forms.Reading) (c forms.Correction) {
	if m := r.Money; m != nil {
		c.Total, c.Currency = m.Total, pointer(m.Currency)
	}
	if p := r.Period; p != nil {
		c.Start, c.End, c.Months = p.Start, p.End, p.Months
	}
	if r.Links != nil && len(r.Links.Links) > 0 {
		c.Links = &r.Links.Links
	}
	if r.Languages != nil && len(r.Languages.Languages) > 0 {
		c.Languages = &r.Languages.Languages
	}
	if r.Countries != nil && len(r.Countries.Countries) > 0 {
		c.Countries = &r.Countries.Countries
	}
	if r.Emails != nil && len(r.Emails.Emails) > 0 {
		c.Emails = &r.Emails.Emails
	}
	if r.Number != nil {
		c.Number = r.Number.Number
	}
	if r.Date != nil {
		c.Date = r.Date.Date
	}
	c.Reason = pointer(r.Reason)
	return c
}

// pointer to a word; there is none to no word.
func pointer[T ~string](word T) *T {
	if word == "" {
		return nil
	}
	return &word
}

// filled is what stands in the fields of a page, to find those that somebody
// changed.
func filled(views []correctionView) string {
	if len(views) == 0 {
		return ""
	}
	values := make(map[string]string, len(views))
	for _, v := range views {
		values[v.Name] = v.Value
	}
	line, err := json.Marshal(values, json.Deterministic(true))
	if err != nil {
		return ""
	}
	return string(line)
}
