package reading

import (
	"iter"
	"strings"

	"ahq/forms"
)

// A wording is what a form says for values, in the order in which it offers them.
type wording[T comparable] []struct {
	value T
	words string
}

// all that it offers.
func (w wording[T]) all() []string {
	var all []string
	for _, one := range w {
		all = append(all, one.words)
	}
	return all
}

// each value with its words.
func (w wording[T]) each(yield func(value T, words string) bool) {
	for _, one := range w {
		if !yield(one.value, one.words) {
			return
		}
	}
}

// of a value; "" for one that no form offers.
func (w wording[T]) of(value T) string {
	for _, one := range w {
		if one.value == value {
			return one.words
		}
	}
	return ""
}

// meant is the value that words stand for, whatever space there is around them.
func (w wording[T]) meant(said string) (value T, known bool) {
	for _, one := range w {
		if strings.TrimSpace(said) == one.words {
			return one.value, true
		}
	}
	return value, false
}

// chosen is the value that was chosen where nothing else may stand, so that capitals
// do not matter; no words choose none.
func (w wording[T]) chosen(said string) (value T, understood bool) {
	said = strings.TrimSpace(said)
	for _, one := range w {
		if strings.EqualFold(said, one.words) {
			return one.value, true
		}
	}
	return value, said == ""
}

// In a form to fill in offline a reason stands as words where the answer would.
var reasonWords = wording[forms.Reason]{
	{forms.NotApplicable, "Not applicable"}, {forms.NoInformation, "No information available"},
	{forms.NotYet, "Not known yet"}, {forms.NotDisclosed, "Not disclosed"},
}

// sameAs stands before the id of the record whose answer holds here too.
const sameAs = "Same as "

// ReasonWords are the reasons for no answer, as a form offers them.
func ReasonWords() []string { return reasonWords.all() }

// Worded is an answer as a form says it.
func Worded(a forms.Answer) string {
	switch {
	case a.Text != "":
		return a.Text
	case a.Reason == forms.SameAs:
		return sameAs + a.As
	default:
		return reasonWords.of(a.Reason)
	}
}

// answered is what a text in a form answers.
func answered(text string) forms.Answer {
	said := strings.TrimSpace(text)
	if id, ok := strings.CutPrefix(said, sameAs); ok && isRecord(id) {
		return forms.Answer{Reason: forms.SameAs, As: id}
	}
	if reason, known := reasonWords.meant(said); known {
		return forms.Answer{Reason: reason}
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

// The words of a verdict in a form.
var verdictWords = wording[forms.YesNo]{{forms.Yes, "Yes"}, {forms.No, "No"}, {forms.Unknown, "Cannot say yet"}}

// VerdictWords are the verdicts as a form offers them.
func VerdictWords() []string { return verdictWords.all() }

// VerdictWord is a verdict as a form says it.
func VerdictWord(v forms.YesNo) string { return verdictWords.of(v) }

// statusWords say how far a record is.
var statusWords = wording[forms.Status]{{forms.Planned, "Planned"}, {forms.Ongoing, "Ongoing"}, {forms.Suspended, "Suspended"}, {forms.Finished, "Finished"}}

// StatusWords are what a form offers for how far a record is.
func StatusWords() []string { return statusWords.all() }

// Statuses are what a record can be, in the order and the words of a form.
func Statuses() iter.Seq2[forms.Status, string] { return statusWords.each }

// StatusWord is a status as a form says it.
func StatusWord(s forms.Status) string { return statusWords.of(s) }

// TooLong stands in a sheet for a text that no cell of it can hold: it is no answer.
const TooLong = "This answer is too long for Excel: change it on the page of the response."
