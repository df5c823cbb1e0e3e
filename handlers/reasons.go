package handlers

import (
	"html/template"
	"strings"

	"ahq/forms"
)

// A choice is one of several that a form offers.
type choice struct {
	Value  string
	Text   phrase
	Chosen bool
}

// A choiceField is a field of a form with what can be chosen in it.
type choiceField struct {
	Name    string
	Label   phrase
	Choices []choice
}

// worded is how one of several choices is called.
func worded(all []choice, value string) phrase {
	for _, one := range all {
		if one.Value == value {
			return one.Text
		}
	}
	return phrase{}
}

// reasonsOffered are why there may be no answer, in the order of the page.
var reasonsOffered = []choice{
	{Value: string(forms.NotApplicable), Text: say("cell.not_applicable")},
	{Value: string(forms.NoInformation), Text: say("cell.no_information")},
	{Value: string(forms.NotYet), Text: say("cell.not_yet")},
	{Value: string(forms.NotDisclosed), Text: say("cell.not_disclosed")},
}

// sameAs begins the value of a choice that names another record.
const sameAs = "same_as:"

// sameChoices are the other records whose answer may hold here too, as a list is
// made of them: the same for every cell of a page, so it is written once. What is
// asked once is asked nowhere else.
func (d desk) sameChoices(record string) template.HTML {
	if record == "" {
		return ""
	}
	of, _ := d.record(record)
	table := d.table(of.Section).ID
	var all strings.Builder
	for _, r := range d.Content.Records {
		if r.ID == record || d.table(r.Section).ID != table {
			continue
		}
		all.WriteString(`<option dir="auto" value="` + sameAs + template.HTMLEscapeString(r.ID) + `">` + template.HTMLEscapeString(d.recordName(r)) + "</option>\n")
	}
	return template.HTML(all.String()) // tags of ours, names escaped
}

// givenReason is a reason as the field of its cell says it.
func givenReason(a forms.Answer) string {
	if a.Reason == forms.SameAs {
		return sameAs + a.As
	}
	return string(a.Reason)
}

// typedReason reads what the field of a reason says.
func typedReason(value string) (forms.Reason, string) {
	if as, ok := strings.CutPrefix(value, sameAs); ok {
		return forms.SameAs, as
	}
	return forms.Reason(value), ""
}

// reasonText is a reason in words; named says what a record is called.
func reasonText(a forms.Answer, named func(string) string) phrase {
	if a.Reason == forms.SameAs {
		return say("cell.same_as", "Record", named(a.As))
	}
	for _, r := range reasonsOffered {
		if r.Value == string(a.Reason) {
			return r.Text
		}
	}
	return phrase{}
}
