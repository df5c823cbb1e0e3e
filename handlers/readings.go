package handlers

import (
	"fmt"
	"strings"

	"ahq/forms"
)

// readings say in words what was understood of an answer, each for its kind.
var readings = map[forms.Kind]func(forms.Question, forms.Reading) phrase{
	forms.MoneyKind:     moneyRead,
	forms.PeriodKind:    periodRead,
	forms.LinksKind:     linksRead,
	forms.VerdictKind:   verdictRead,
	forms.LanguagesKind: languagesRead,
	forms.ChannelsKind:  channelsRead,
	forms.CountriesKind: func(_ forms.Question, r forms.Reading) phrase { return plain(countriesRead(r)) },
	forms.EmailKind:     emailsRead,
	forms.ChoiceKind:    choiceRead,
	forms.NumberKind:    numberRead,
	forms.DateKind:      dateRead,
}

// readAs says what was understood; nothing where there is nothing to say.
func readAs(q forms.Question, r forms.Reading) phrase {
	if read, ok := readings[q.Kind]; ok {
		if words := read(q, r); !words.empty() {
			return words
		}
	}
	return reasonsRead[r.Reason]
}

// reasonsRead are the reasons that a text may give, in the middle of a sentence.
var reasonsRead = map[forms.Reason]phrase{
	forms.NotApplicable: say("reading.not_applicable"), forms.NoInformation: say("reading.no_information"),
	forms.NotYet: say("reading.not_yet"), forms.NotDisclosed: say("reading.not_disclosed"),
}

// joined are said one behind the other.
func joined(all []phrase) phrase {
	if len(all) == 0 {
		return phrase{}
	}
	said := all[0]
	for _, next := range all[1:] {
		said = say("reading.and", "First", said, "Next", next)
	}
	return said
}

func moneyRead(_ forms.Question, r forms.Reading) phrase {
	if r.Money == nil || len(r.Amounts) == 0 && r.Total == nil {
		return phrase{}
	}
	var sums phrase
	n := 0
	for _, a := range r.Amounts {
		if a.Total {
			continue
		}
		if n++; n == 1 {
			sums = amountRead(a)
		} else {
			sums = say("reading.plus", "First", sums, "Next", amountRead(a))
		}
	}
	switch {
	case r.Total == nil:
		return say("reading.no_total", "Parts", sums)
	case n > 1 || n == 1 && len(r.Amounts) > 1:
		return say("reading.in_total", "Total", sum(*r.Total, r.Currency), "Parts", sums)
	default:
		return say("reading.total", "Total", estimated(sum(*r.Total, r.Currency), r.Amounts))
	}
}

func amountRead(a forms.Amount) phrase {
	words := estimated(sum(a.Amount, a.Currency), []forms.Amount{a})
	var about []phrase
	if a.Label != "" {
		about = append(about, plain(a.Label))
	}
	if a.Payer != "" {
		about = append(about, say("reading.paid_by", "Payer", a.Payer))
	}
	if len(about) == 0 {
		return words
	}
	return say("reading.amount_about", "Amount", words, "About", joined(about))
}

// estimated adds to a sum that it is one, when the amount it stands for is.
func estimated(words phrase, of []forms.Amount) phrase {
	if len(of) > 0 && of[0].Estimated {
		return say("reading.estimated", "Amount", words)
	}
	return words
}

// sum writes an amount of money: "49 780 EUR".
func sum(d forms.Decimal, currency string) phrase {
	if currency == "" {
		return say("reading.no_currency", "Amount", d.Grouped())
	}
	return plain(d.Grouped() + "\u00a0" + currency)
}

func periodRead(_ forms.Question, r forms.Reading) phrase {
	if r.Period == nil {
		return phrase{}
	}
	start, end := text(r.Start), text(r.End)
	var all []phrase
	switch {
	case start == "" && end == "":
	case start == end:
		all = append(all, say("reading.day", "Day", isoDay(start)))
	case end == "":
		all = append(all, say("reading.from", "Start", isoDay(start)))
	case start == "":
		all = append(all, say("reading.until", "End", isoDay(end)))
	default:
		all = append(all, say("reading.from_to", "Start", isoDay(start), "End", isoDay(end)))
	}
	if r.Months != nil {
		all = append(all, many("reading.months", *r.Months))
	}
	return joined(all)
}

func linksRead(_ forms.Question, r forms.Reading) phrase {
	if r.Links == nil || len(r.Links.Links) == 0 {
		return phrase{}
	}
	return say("reading.links", "Count", len(r.Links.Links), "Links", strings.Join(r.Links.Links, ", "))
}

// verdictsRead are the verdicts as people say them, in the middle of a sentence.
var verdictsRead = map[forms.YesNo]phrase{
	forms.Yes: say("reading.yes"), forms.No: say("reading.no"), forms.Unknown: say("reading.unknown"), forms.Moot: say("reading.moot"),
}

func verdictRead(_ forms.Question, r forms.Reading) phrase {
	if r.Verdict == nil {
		return phrase{}
	}
	return verdictsRead[r.Verdict.Verdict]
}

func channelsRead(_ forms.Question, r forms.Reading) phrase {
	if r.Channels == nil || len(r.Channels.Channels) == 0 {
		return phrase{}
	}
	return say("reading.channels", "Channels", strings.Join(channelNames(r.Channels.Channels), ", "))
}

func languagesRead(_ forms.Question, r forms.Reading) phrase {
	if r.Languages == nil || len(r.Languages.Languages) == 0 {
		return phrase{}
	}
	return say("reading.languages", "Count", len(r.Languages.Languages), "Languages", strings.Join(r.Languages.Languages, ", "))
}

func countriesRead(r forms.Reading) string {
	if r.Countries == nil {
		return ""
	}
	return strings.Join(r.Countries.Countries, ", ")
}

func emailsRead(_ forms.Question, r forms.Reading) phrase {
	if r.Emails == nil {
		return phrase{}
	}
	return plain(strings.Join(r.Emails.Emails, ", "))
}

// choiceRead names the option as the question does.
func choiceRead(q forms.Question, r forms.Reading) phrase {
	if r.Choice == nil {
		return phrase{}
	}
	for _, o := range q.Options {
		if o.ID == r.Choice.Choice {
			return plain(o.Label)
		}
	}
	return plain(r.Choice.Choice)
}

func numberRead(_ forms.Question, r forms.Reading) phrase {
	if r.Number == nil || r.Number.Number == nil {
		return phrase{}
	}
	return plain(fmt.Sprint(r.Number.Number))
}

func dateRead(_ forms.Question, r forms.Reading) phrase {
	if r.Date == nil || r.Date.Date == nil {
		return phrase{}
	}
	return say("reading.day", "Day", isoDay(*r.Date.Date))
}
