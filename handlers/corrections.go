package handlers

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json"

	"ahq/forms"
)

// A correctionField is one thing that a person may say of how a text is to be
// read. Left empty, what was read stands.
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

// typedCorrection reads what a form says of how a text is to be read; nil when
// it says nothing.
func typedCorrection(form url.Values, name string, kind forms.Kind) (*forms.Correction, error) {
	var c forms.Correction
	said := false
	for _, field := range corrections[kind] {
		value := strings.TrimSpace(form.Get(name + ".read." + field.name))
		if value == "" {
			continue
		}
		if err := field.put(&c, value); err != nil {
			return nil, fmt.Errorf("%s: %w", field.label, err)
		}
		said = true
	}
	if !said {
		return nil, nil
	}
	return &c, nil
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

func text[T ~string](value *T) string {
	if value == nil {
		return ""
	}
	return string(*value)
}

func putText[T ~string](into **T, value T) error {
	*into = &value
	return nil
}

// What may be typed of an amount, a currency, a date.
var (
	plainNumber = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,6})?$`)
	threeLetter = regexp.MustCompile(`^[A-Za-z]{3}$`)
	coarseDate  = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`)
)

func putCurrency(into **string, value string) error {
	if !threeLetter.MatchString(value) {
		return fmt.Errorf("%q is not three letters: write EUR, for example", value)
	}
	return putText(into, strings.ToUpper(value))
}

func putDate(into **string, value string) error {
	if !coarseDate.MatchString(value) {
		return fmt.Errorf("%q is not a date: write it as 2016-05-23, 2016-05 or 2016", value)
	}
	return putText(into, value)
}

func decimal(value *forms.Decimal) string {
	if value == nil {
		return ""
	}
	return value.String()
}

func putDecimal(into **forms.Decimal, value string) error {
	var d forms.Decimal
	if !plainNumber.MatchString(value) || d.UnmarshalText([]byte(value)) != nil {
		return fmt.Errorf("%q is not a number: write it as 49780.00", value)
	}
	*into = &d
	return nil
}

func whole(value *int) string {
	if value == nil {
		return ""
	}
	return strconv.Itoa(*value)
}

func putWhole(into **int, value string) error {
	n, err := strconv.Atoi(value)
	if err != nil {
		return fmt.Errorf("%q is not a whole number", value)
	}
	*into = &n
	return nil
}

func list(values *[]string) string {
	if values == nil {
		return ""
	}
	return strings.Join(*values, ", ")
}

func putList(into **[]string, values []string) error {
	var kept []string
	for _, v := range values {
		if v = strings.TrimFunc(v, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }); v != "" {
			kept = append(kept, v)
		}
	}
	*into = &kept
	return nil
}

// codes are capital letters, however they are separated.
func codes(value string) []string {
	found := strings.FieldsFunc(strings.ToUpper(value), func(r rune) bool { return r < 'A' || r > 'Z' })
	return slices.Compact(found)
}
