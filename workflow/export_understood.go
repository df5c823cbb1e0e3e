package workflow

import (
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// An understood is one thing that was understood of an answer: a row of the
// readings. Only what belongs to its kind is set.
type understood struct {
	amount        *forms.Decimal
	currency      string
	label, payer  string
	estimated     *bool
	share         string // "part", "total", "sum of the parts"
	start, end    *string
	months        *int
	verdict       forms.YesNo
	link          string
	language, tag string
	channel       forms.Channel
	country       string
	email         string
	choice        string
	number        *forms.Decimal
	date          *string
	started       *bool
	reason        forms.Reason
	known         string // how: "read", "confirmed", "chosen", "same as r3"
}

// readingColumns stand behind the keys and the question.
var readingColumns = []struct {
	document.Column
	of func(understood) document.Value
}{
	{document.Column{Title: "Amount", About: "A sum of money, as written: nothing is converted.", Width: 14}, func(u understood) document.Value { return decimalValue(u.amount, true) }},
	{document.Column{Title: "Currency", About: "ISO 4217; empty where none is printed.", Width: 10}, func(u understood) document.Value { return document.Words(u.currency) }},
	{document.Column{Title: "Label", About: "What the amount was for.", Width: 16}, func(u understood) document.Value { return document.Words(u.label) }},
	{document.Column{Title: "Payer", About: "Who paid the amount.", Width: 16}, func(u understood) document.Value { return document.Words(u.payer) }},
	{document.Column{Title: "Estimated", About: "Whether the amount is said to be an estimate.", Width: 11}, func(u understood) document.Value { return yesNoValue(u.estimated) }},
	{document.Column{Title: "Total or part", About: "A total as stated, a part of one, or the sum that we made of the parts. Filter by one of them before you add.", Width: 14}, func(u understood) document.Value { return document.Words(u.share) }},
	{document.Column{Title: "Start", About: "As exact as it was written: 2009, 2009-10 or 2009-10-01.", Width: 12}, func(u understood) document.Value { return dayValue(u.start) }},
	{document.Column{Title: "End", About: "As exact as it was written.", Width: 12}, func(u understood) document.Value { return dayValue(u.end) }},
	{document.Column{Title: "Months", About: "The length as stated.", Width: 9}, func(u understood) document.Value { return countValue(u.months) }},
	{document.Column{Title: "Verdict", About: "Yes, No, Cannot say yet or Not applicable.", Width: 15}, func(u understood) document.Value { return document.Words(verdictName(u.verdict)) }},
	{document.Column{Title: "Link", About: "An address or a handle, as it was written.", Width: 36}, func(u understood) document.Value { return document.Link(u.link, target(u.link)) }},
	{document.Column{Title: "Language", About: "As printed.", Width: 14}, func(u understood) document.Value { return document.Words(u.language) }},
	{document.Column{Title: "Language code", About: "BCP 47; empty where unknown.", Width: 11}, func(u understood) document.Value { return document.Words(u.tag) }},
	{document.Column{Title: "Channel", About: "By which people were reached, as it is told apart: not as it was written.", Width: 22}, func(u understood) document.Value { return document.Words(channelName(u.channel)) }},
	{document.Column{Title: "Country", About: "ISO 3166-1, Kosovo XK.", Width: 9}, func(u understood) document.Value { return document.Words(u.country) }},
	{document.Column{Title: "E-mail", Width: 26}, func(u understood) document.Value { return document.Words(u.email) }},
	{document.Column{Title: "Choice", About: "The option that the answer names, by its id.", Width: 14}, func(u understood) document.Value { return document.Words(u.choice) }},
	{document.Column{Title: "Number", Width: 12}, func(u understood) document.Value { return decimalValue(u.number, false) }},
	{document.Column{Title: "Date", About: "As exact as it was written.", Width: 12}, func(u understood) document.Value { return dayValue(u.date) }},
	{document.Column{Title: "Begun", About: "Whether what the record tells of has begun.", Width: 8}, func(u understood) document.Value { return yesNoValue(u.started) }},
	{document.Column{Title: "Reason", About: "Why there is no answer, given or read.", Width: 22}, func(u understood) document.Value { return document.Words(reasonWords[u.reason]) }},
	{document.Column{Title: "Confirmed or read", About: "How it is known: read out of the text; confirmed by a person, which wins; chosen from a list; or the same as in another record.", Width: 16}, func(u understood) document.Value { return document.Words(u.known) }},
}

func decimalValue(d *forms.Decimal, money bool) document.Value {
	if d == nil {
		return document.Value{}
	}
	if !money {
		return document.Number(d.String())
	}
	return document.Number(d.StringFixed(max(2, -d.Exponent())))
}

func countValue(n *int) document.Value {
	if n == nil {
		return document.Value{}
	}
	return document.Number(strconv.Itoa(*n))
}

func dayValue(day *string) document.Value {
	if day == nil {
		return document.Value{}
	}
	return document.Date(*day)
}

func yesNoValue(yes *bool) document.Value {
	if yes == nil {
		return document.Value{}
	}
	return document.YesNo(*yes)
}

// target is where an address leads that was read with or without its scheme; ""
// for a handle or a name.
func target(link string) string {
	if to, size := linkAt(link, 0); size > 0 {
		return to
	}
	host, _, _ := strings.Cut(link, "/")
	if strings.ContainsAny(link, " @:") || !strings.Contains(strings.Trim(host, "."), ".") {
		return ""
	}
	return "http://" + link
}
