package reading

import (
	"strings"

	"ahq/forms"
)

// In a form to fill in offline a reason stands as words where the answer would.
var reasonWords = map[forms.Reason]string{
	forms.NotApplicable: "Not applicable",
	forms.NoInformation: "No information available",
	forms.NotYet:        "Not known yet",
	forms.NotDisclosed:  "Not disclosed",
}

// reasonOrder is the order in which a form offers them.
var reasonOrder = []forms.Reason{forms.NotApplicable, forms.NoInformation, forms.NotYet, forms.NotDisclosed}

// sameAs stands before the id of the record whose answer holds here too.
const sameAs = "Same as "

// ReasonWords are the reasons for no answer, as a form offers them.
func ReasonWords() []string {
	var all []string
	for _, r := range reasonOrder {
		all = append(all, reasonWords[r])
	}
	return all
}

// Worded is an answer as a form says it.
func Worded(a forms.Answer) string {
	switch {
	case a.Text != "":
		return a.Text
	case a.Reason == forms.SameAs:
		return sameAs + a.As
	default:
		return reasonWords[a.Reason]
	}
}

// answered is what a text in a form answers.
func answered(text string) forms.Answer {
	said := strings.TrimSpace(text)
	if id, ok := strings.CutPrefix(said, sameAs); ok && isRecord(id) {
		return forms.Answer{Reason: forms.SameAs, As: id}
	}
	for reason, words := range reasonWords {
		if said == words {
			return forms.Answer{Reason: reason}
		}
	}
	if said == "" {
		return forms.Answer{}
	}
	return forms.Answer{Text: text}
}

// Placeholder stands in a cell of a form until somebody writes there.
const Placeholder = "Write the answer here."

// placeholders are no answers, also where a program forgot that they are none:
// ours, and that of Word itself.
var placeholders = map[string]bool{Placeholder: true, "Click or tap here to enter text.": true, ChoosePlaceholder: true, "Choose an item.": true}

// ChoosePlaceholder stands where nothing is chosen yet.
const ChoosePlaceholder = "Choose from the list."

// The words of a verdict in a form, in the order in which it offers them.
var verdictWords = []struct {
	verdict forms.YesNo
	words   string
}{{forms.Yes, "Yes"}, {forms.No, "No"}, {forms.Unknown, "Cannot say yet"}}

// VerdictWords are the verdicts as a form offers them.
func VerdictWords() []string {
	var all []string
	for _, v := range verdictWords {
		all = append(all, v.words)
	}
	return all
}

// VerdictWord is a verdict as a form says it.
func VerdictWord(v forms.YesNo) string {
	for _, known := range verdictWords {
		if known.verdict == v {
			return known.words
		}
	}
	return ""
}

// statusWords say how far a record is, in the order in which a form offers them.
var statusWords = []struct {
	status forms.Status
	words  string
}{{forms.Planned, "Planned"}, {forms.Ongoing, "Ongoing"}, {forms.Suspended, "Suspended"}, {forms.Finished, "Finished"}}

// StatusWords are what a form offers for how far a record is.
func StatusWords() []string {
	var all []string
	for _, s := range statusWords {
		all = append(all, s.words)
	}
	return all
}

// StatusWord is a status as a form says it.
func StatusWord(s forms.Status) string {
	for _, known := range statusWords {
		if known.status == s {
			return known.words
		}
	}
	return ""
}

// TooLong stands in a sheet for a text that no cell of it can hold: it is no answer.
const TooLong = "This answer is too long for Excel: change it on the page of the response."
