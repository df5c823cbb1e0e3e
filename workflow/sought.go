package workflow

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"ahq/forms"
)

// A Sought is which answers somebody wants to see side by side. What is empty
// narrows nothing; None asks for those of which there is none.
type Sought struct {
	Question string // its id; "" is the first there is
	Table    string // whose question it is, by id; "" where it is asked once
	Section  string
	NCPs     []string // come first
	Only     bool     // and no others
	Verdict  forms.YesNo
	Reason   forms.Reason
	Platform string
	Channel  forms.Channel
	Year     string // in which it began
	Currency string
}

// None stands for "nothing of the kind": no reason given, no year found. It is a
// word of each of these.
const None = "none"

// check refuses a word that there is not: nothing would be found, and who asks would
// take it for an answer. Years and currencies are whatever was read.
func (s Sought) check() error {
	var verdicts []forms.YesNo
	for _, v := range verdictNames {
		if v.is != forms.Unread {
			verdicts = append(verdicts, v.is)
		}
	}
	var channels []forms.Channel
	for _, c := range forms.ChannelNames() {
		channels = append(channels, c.ID)
	}
	return errors.Join(
		checkWord("/verdict", s.Verdict, verdicts),
		checkWord("/reason", s.Reason, slices.Sorted(maps.Keys(reasonWords))),
		checkWord("/platform", s.Platform, Platforms()),
		checkWord("/channel", s.Channel, channels),
	)
}

func checkWord[W ~string](pointer string, word W, all []W) error {
	if word == "" || word == None || slices.Contains(all, word) {
		return nil
	}
	return invalid(pointer, "there is nothing called %q here: choose one of %q, or %q", word, all, None)
}

// narrows says in which ways records are narrowed, and what each finds in one.
// The first three look at the answer itself, the others at the whole record.
var narrows = []struct {
	wanted func(Sought) string
	found  func(sideRecord, forms.Question) []string
}{
	{func(s Sought) string { return string(s.Verdict) }, verdictFound},
	{func(s Sought) string { return string(s.Reason) }, func(r sideRecord, q forms.Question) []string { return one(string(r.of(q).Reason)) }},
	{func(s Sought) string { return s.Currency }, currencyFound},
	{func(s Sought) string { return s.Section }, func(r sideRecord, _ forms.Question) []string { return one(r.Section) }},
	{func(s Sought) string { return s.Platform }, platformsFound},
	{func(s Sought) string { return string(s.Channel) }, channelsFound},
	{func(s Sought) string { return s.Year }, func(r sideRecord, _ forms.Question) []string { return one(r.year()) }},
}

// A sideTable is a table with its questions by what records are narrowed by; of
// what is asked once, it has no id and none of them.
type sideTable struct {
	forms.Table
	periods, links, channels []forms.Question
}

func sideTableOf(t forms.Table) *sideTable {
	side := &sideTable{Table: t}
	if t.ID != "" {
		all := t.Questions()
		side.periods, side.links, side.channels = ofKind(forms.PeriodKind, all), ofKind(forms.LinksKind, all), ofKind(forms.ChannelsKind, all)
	}
	return side
}

// A sideRecord is a record in its table; of a question asked once, the answers
// of a whole response.
type sideRecord struct {
	readRecord
	table *sideTable
}

func (r sideRecord) once() bool { return r.table.ID == "" }

// of is what was understood of the record's answer to a question.
func (r sideRecord) of(q forms.Question) forms.Reading {
	if r.once() {
		return r.report.Readings[q.ID]
	}
	reading, _ := r.reading(q)
	return reading
}

// wanted says whether a record's answer to the question is among what is sought.
func (s Sought) wanted(r sideRecord, q forms.Question) bool {
	for _, n := range narrows {
		want := n.wanted(s)
		if want == "" {
			continue
		}
		found := n.found(r, q)
		if !slices.Contains(found, want) && (want != None || len(found) > 0) {
			return false
		}
	}
	return true
}

// one is a list of what there is, if there is.
func one(found string) []string {
	if found == "" {
		return nil
	}
	return []string{found}
}

// verdictFound is the verdict of a question that asks for one. A text in which
// none could be read has none, and so has no text.
func verdictFound(r sideRecord, q forms.Question) []string {
	reading := r.of(q)
	if reading.Verdict == nil {
		return nil
	}
	return one(string(reading.Verdict.Verdict))
}

// currencyFound is the currency of a total, as it is added up; Unnamed where
// none is printed.
func currencyFound(r sideRecord, q forms.Question) []string {
	reading := r.of(q)
	if reading.Money == nil || reading.Total == nil {
		return nil
	}
	return []string{currencyID(reading.Currency)}
}

// Unnamed stands for a currency that is not printed.
const Unnamed = "unnamed"

func currencyID(currency string) string {
	if currency == "" {
		return Unnamed
	}
	return currency
}

// platformsFound are those that a record links to; a record without an address
// has none.
func platformsFound(r sideRecord, _ forms.Question) []string {
	var found []string
	for platform := range r.platforms(r.table.links) {
		if platform != noPlatform {
			found = append(found, platform)
		}
	}
	return found
}

func channelsFound(r sideRecord, _ forms.Question) []string {
	var found []string
	for _, c := range r.channels(r.table.channels) {
		found = append(found, string(c))
	}
	return found
}

// year in which it began, by the first period that says; "" where none does.
func (r sideRecord) year() string {
	for _, q := range r.table.periods {
		if reading := r.of(q); reading.Period != nil && reading.Start != nil {
			year, _, _ := strings.Cut(*reading.Start, "-")
			return year
		}
	}
	return ""
}
