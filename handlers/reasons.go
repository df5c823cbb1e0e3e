package handlers

import (
	"strings"

	"ahq/forms"
)

// A choice is one of several that a form offers.
type choice struct {
	Value  string
	Text   phrase
	Chosen bool
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

// reasons why there is no answer, in the order they are offered.
var reasons = []struct {
	reason forms.Reason
	text   string
}{
	{forms.NotApplicable, "It does not apply here"},
	{forms.NoInformation, "There is no information"},
	{forms.NotYet, "It is not known yet"},
	{forms.NotDisclosed, "It may not be disclosed"},
}

// sameAs begins the value of a choice that names another record.
const sameAs = "same_as:"

// reasonChoices are why there may be no answer; the other records of a table can
// be pointed to.
func reasonChoices(a forms.Answer) []choice {
	all := []choice{{Value: "", Text: plain("Choose if there is no answer")}}
	for _, r := range reasons {
		all = append(all, choice{string(r.reason), plain(r.text), a.Reason == r.reason})
	}
	return all
}

// sameChoices are the other records whose answer may hold here too.
func (d desk) sameChoices(record string, a forms.Answer) []choice {
	var all []choice
	of, _ := d.record(record)
	for _, r := range d.Content.Records {
		if r.ID != record && d.table(r.Section).ID == d.table(of.Section).ID {
			all = append(all, choice{sameAs + r.ID, plain(d.recordName(r)), a.Reason == forms.SameAs && a.As == r.ID})
		}
	}
	return all
}

// typedReason reads a choice of either list.
func typedReason(value string) (forms.Reason, string) {
	if as, ok := strings.CutPrefix(value, sameAs); ok {
		return forms.SameAs, as
	}
	return forms.Reason(value), ""
}

// reasonText is a reason in words; named says what a record is called.
func reasonText(a forms.Answer, named func(string) string) string {
	if a.Reason == forms.SameAs {
		return "Same as in " + named(a.As)
	}
	for _, r := range reasons {
		if r.reason == a.Reason {
			return r.text
		}
	}
	return ""
}
