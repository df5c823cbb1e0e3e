package handlers

import (
	"fmt"
	"strings"
	"time"

	"ahq/forms"
)

// readings say in words what was understood of an answer, each for its kind.
var readings = map[forms.Kind]func(forms.Reading) string{
	forms.MoneyKind:     moneyRead,
	forms.PeriodKind:    periodRead,
	forms.LinksKind:     linksRead,
	forms.VerdictKind:   verdictRead,
	forms.LanguagesKind: languagesRead,
	forms.CountriesKind: countriesRead,
	forms.EmailKind:     emailsRead,
	forms.ChoiceKind:    choiceRead,
	forms.NumberKind:    numberRead,
	forms.DateKind:      dateRead,
}

// readAs says what was understood; "" where there is nothing to say.
func readAs(kind forms.Kind, r forms.Reading) string {
	if read, ok := readings[kind]; ok {
		if words := read(r); words != "" {
			return words
		}
	}
	if words := reasonText(forms.Answer{Reason: r.Reason}, func(string) string { return "" }); words != "" && r.Reason != forms.SameAs {
		return strings.ToLower(words[:1]) + words[1:]
	}
	return ""
}

func moneyRead(r forms.Reading) string {
	if r.Money == nil || len(r.Amounts) == 0 {
		return ""
	}
	var parts []string
	for _, a := range r.Amounts {
		if !a.Total {
			parts = append(parts, amountRead(a))
		}
	}
	switch {
	case r.Total == nil:
		return strings.Join(parts, " + ") + ", no total"
	case len(parts) > 1 || len(parts) == 1 && len(r.Amounts) > 1:
		return sum(*r.Total, r.Currency) + " in total: " + strings.Join(parts, " + ")
	default:
		return sum(*r.Total, r.Currency) + estimated(r.Amounts[0])
	}
}

func amountRead(a forms.Amount) string {
	words := sum(a.Amount, a.Currency) + estimated(a)
	if about := strings.Trim(a.Label+", "+a.Payer, ", "); about != "" {
		words += " (" + about + ")"
	}
	return words
}

func estimated(a forms.Amount) string {
	if a.Estimated {
		return ", estimated"
	}
	return ""
}

// sum writes an amount of money: "49 780 EUR".
func sum(d forms.Decimal, currency string) string {
	if currency == "" {
		return d.Grouped() + ", no currency"
	}
	return d.Grouped() + "\u00a0" + currency
}

func periodRead(r forms.Reading) string {
	if r.Period == nil || r.Start == nil && r.End == nil && r.Months == nil {
		return ""
	}
	var parts []string
	switch start, end := coarse(r.Start), coarse(r.End); {
	case start == "" && end == "":
	case start == end || end == "":
		parts = append(parts, start)
	case start == "":
		parts = append(parts, "until "+end)
	default:
		parts = append(parts, start+" to "+end)
	}
	if r.Months != nil {
		parts = append(parts, count(*r.Months, "month", "months"))
	}
	return strings.Join(parts, ", ")
}

// coarse writes a date that may lack its day or month.
func coarse(date *string) string {
	if date == nil {
		return ""
	}
	for _, layout := range [][2]string{{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}} {
		if t, err := time.Parse(layout[0], *date); err == nil {
			return t.Format(layout[1])
		}
	}
	return *date
}

func linksRead(r forms.Reading) string {
	if r.Links == nil || len(r.Links.Links) == 0 {
		return ""
	}
	return count(len(r.Links.Links), "link", "links") + ": " + strings.Join(r.Links.Links, ", ")
}

func verdictRead(r forms.Reading) string {
	if r.Verdict == nil {
		return ""
	}
	return verdictWords[r.Verdict.Verdict]
}

// verdictWords are the verdicts as people say them.
var verdictWords = map[forms.YesNo]string{
	forms.Yes: "yes", forms.No: "no", forms.Unknown: "cannot say yet", forms.Moot: "does not apply",
}

func languagesRead(r forms.Reading) string {
	if r.Languages == nil {
		return ""
	}
	return strings.Join(r.Languages.Languages, ", ")
}

func countriesRead(r forms.Reading) string {
	if r.Countries == nil {
		return ""
	}
	return strings.Join(r.Countries.Countries, ", ")
}

func emailsRead(r forms.Reading) string {
	if r.Emails == nil {
		return ""
	}
	return strings.Join(r.Emails.Emails, ", ")
}

func choiceRead(r forms.Reading) string {
	if r.Choice == nil {
		return ""
	}
	return r.Choice.Choice
}

func numberRead(r forms.Reading) string {
	if r.Number == nil || r.Number.Number == nil {
		return ""
	}
	return fmt.Sprint(r.Number.Number)
}

func dateRead(r forms.Reading) string {
	if r.Date == nil {
		return ""
	}
	return coarse(r.Date.Date)
}
