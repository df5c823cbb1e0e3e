package workflow

import (
	"fmt"
	"strings"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/workflow/document"
)

// verdictNames are the verdicts in the order in which they are counted.
var verdictNames = []struct {
	is   forms.YesNo
	name string
}{
	{forms.Yes, reading.VerdictWord(forms.Yes)}, {forms.No, reading.VerdictWord(forms.No)}, {forms.Unknown, reading.VerdictWord(forms.Unknown)},
	{forms.Moot, "Not applicable"}, {forms.Unread, "Not clear"},
}

// verdictName is how one that was read is told.
func verdictName(v forms.YesNo) string {
	for _, name := range verdictNames {
		if name.is == v && v != forms.Unread {
			return name.name
		}
	}
	return ""
}

// A verdictCount is how often a question was answered in each of the ways.
type verdictCount struct {
	question forms.Question
	counts   []int // as verdictNames
}

func (v verdictCount) take(read forms.Reading) {
	for i, name := range verdictNames {
		if read.Verdict != nil && read.Verdict.Verdict == name.is {
			v.counts[i]++
		}
	}
}

// verdictsOf counts the yes and no of a table's questions, over its records.
func verdictsOf(t forms.Table, records []readRecord) []document.Block {
	if len(records) == 0 {
		return nil
	}
	var counts []verdictCount
	for _, q := range ofKind(forms.VerdictKind, t.Questions()) {
		count := verdictCount{q, make([]int, len(verdictNames))}
		for _, r := range records {
			read, _ := r.reading(q)
			count.take(read)
		}
		counts = append(counts, count)
	}
	return printVerdicts(counts, plural(t.Record))
}

// verdictsOnce counts those of the questions asked once, over the countries.
func (f filtered) verdictsOnce() []document.Block {
	var counts []verdictCount
	for _, q := range ofKind(forms.VerdictKind, f.ahq.Questionnaire.Questions) {
		count := verdictCount{q, make([]int, len(verdictNames))}
		for _, a := range f.answers {
			count.take(f.reports[a.NCP].Readings[q.ID])
		}
		counts = append(counts, count)
	}
	return printVerdicts(counts, "countries")
}

// printVerdicts is a table with all the words of the questions, and the same as
// bars.
func printVerdicts(counts []verdictCount, things string) []document.Block {
	if len(counts) == 0 {
		return nil
	}
	table := document.Table{
		Caption: capital(things) + " by answer", Widths: []int{38, 8, 8, 14, 19, 13},
		Header: headers("Number of " + things),
	}
	chart := document.Chart{
		Title: "Yes or no, by number of " + things,
		Alt:   "A bar for each question, of how many " + things + " got which answer: " + inWords(counts) + ".",
	}
	for i, v := range verdictNames {
		header := document.Plain(v.name)
		if v.is == forms.Unread {
			header[0].Note = "Answers in which neither a yes or no nor a reason for giving none could be read."
		}
		table.Header = append(table.Header, header)
		series := document.Series{Name: v.name}
		for _, count := range counts {
			series.Values = append(series.Values, count.counts[i])
		}
		chart.Series = append(chart.Series, series)
	}
	for _, count := range counts {
		table.Rows = append(table.Rows, numbered(document.Plain(label(count.question)), count.counts...))
		chart.Categories = append(chart.Categories, shortLabel(count.question))
	}
	return []document.Block{heading(2, "Yes or no"), table, chart}
}

// inWords are the counts in a sentence: "2. Success 9 yes, 4 no".
func inWords(counts []verdictCount) string {
	var all []string
	for _, c := range counts {
		all = append(all, fmt.Sprintf("%s %d yes, %d no", shortLabel(c.question), c.counts[0], c.counts[1]))
	}
	return strings.Join(all, "; ")
}

// shortLabel of a question, where a bar has no room for all of it: "2. Success".
func shortLabel(q forms.Question) string {
	if q.Topic == "" {
		return label(q)
	}
	q.Label = capital(string(q.Topic))
	return label(q)
}
