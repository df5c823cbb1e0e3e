package workflow

import (
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// byCountry has what all answered to the questions asked once, and then each
// country with all that it answered.
func (f filtered) byCountry(p Printing) []document.Block {
	blocks := f.responseTable(func(a filteredAnswer) []document.Block { return f.response(a, p) })
	if len(f.ahq.Questionnaire.Tables) == 0 || p.WithoutRecords {
		return blocks
	}
	for _, a := range f.answers {
		blocks = append(blocks, f.country(a)...)
	}
	return blocks
}

// responseTable has a row for each NCP that answered: may it be disseminated
// wider, and its response, as far as it is told here.
func (f filtered) responseTable(response func(filteredAnswer) []document.Block) []document.Block {
	table := document.Table{
		Caption: "Responses",
		Widths:  []int{18, 20, 62},
		Header:  headers("Country", "Wider dissemination", "Response"),
	}
	for _, a := range f.answers {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Header: true, Blocks: paragraphs(a.Name)},
			{Blocks: paragraphs(yesNo(a.Wider))},
			{Blocks: response(a)},
		}})
	}
	return []document.Block{heading(1, "Responses"), table}
}

// response is what an NCP answered to the questions asked once, and how many
// records it has.
func (f filtered) response(a filteredAnswer, p Printing) []document.Block {
	if a.Withheld {
		return f.marks(a)
	}
	var blocks []document.Block
	asked := asked(f.ahq.Questionnaire.Questions, a.NCP, a.Content.Answers)
	for _, q := range asked {
		if len(asked) > 1 || len(f.ahq.Questionnaire.Tables) > 0 {
			blocks = append(blocks, strong(label(q)))
		}
		blocks = append(blocks, f.said(a, a.Content.Answers[q.ID])...)
	}
	if p.WithoutRecords {
		return slices.Concat(f.contributions(a), f.marks(a), blocks, f.recordCounts(a, "."))
	}
	return slices.Concat(f.marks(a), blocks, f.recordCounts(a, ", see below."))
}

// recordCounts say how many records an NCP has of each table.
func (f filtered) recordCounts(a filteredAnswer, end string) []document.Block {
	var blocks []document.Block
	for _, t := range f.ahq.Questionnaire.Tables {
		if n := len(recordsOf(t, a.Content)); n > 0 {
			blocks = append(blocks, document.Paragraph{Text: document.Plain(counted(n, t.Record) + end)})
		} else {
			blocks = append(blocks, document.Paragraph{Text: document.Plain("No " + t.Record + " reported.")})
		}
	}
	return blocks
}

// contributions name who wrote with an NCP.
func (f filtered) contributions(a filteredAnswer) []document.Block {
	if len(a.Organisations) == 0 {
		return nil
	}
	return []document.Block{quiet("Contributions from " + strings.Join(a.Organisations, ", "))}
}

// marks are what must be seen of an answer before it is read.
func (f filtered) marks(a filteredAnswer) []document.Block {
	var marks []document.Block
	mark := func(text string) {
		marks = append(marks, document.Paragraph{Style: document.Mark, Text: document.Plain(text)})
	}
	if a.Withheld {
		mark(f.texts.Withheld)
	}
	if a.Late {
		mark("Late: received on " + longDay(Day(a.Submitted)) + ".")
	}
	if a.Entered {
		mark("Entered by the requester.")
	}
	return marks
}

// country is all that one NCP answered.
func (f filtered) country(a filteredAnswer) []document.Block {
	blocks := []document.Block{heading(1, a.Name)}
	blocks = append(blocks, f.contributions(a)...)
	blocks = append(blocks, f.marks(a)...)
	if a.Withheld {
		return blocks
	}
	for _, q := range asked(f.ahq.Questionnaire.Questions, a.NCP, a.Content.Answers) {
		blocks = append(blocks, strong(label(q)))
		blocks = append(blocks, f.said(a, a.Content.Answers[q.ID])...)
	}
	for _, t := range f.ahq.Questionnaire.Tables {
		blocks = append(blocks, f.table(a, t)...)
	}
	return blocks
}

// table is the records of one table, section by section.
func (f filtered) table(a filteredAnswer, t forms.Table) []document.Block {
	var blocks []document.Block
	records := recordsOf(t, a.Content)
	for _, s := range sectionsOf(t) {
		first := true
		for _, r := range records {
			if r.Section != s.ID {
				continue
			}
			if first {
				blocks = append(blocks, heading(2, s.Title))
			}
			blocks, first = append(blocks, f.record(a, t, r)...), false
		}
	}
	return blocks
}

// sectionsOf a table; one that has none is a section itself.
func sectionsOf(t forms.Table) []forms.Section {
	if len(t.Sections) == 0 {
		return []forms.Section{{Title: t.Title}}
	}
	return t.Sections
}

// recordsOf one table, in the order of the response.
func recordsOf(t forms.Table, c forms.Content) []forms.Record {
	var records []forms.Record
	for _, r := range c.Records {
		if holds(t, r) {
			records = append(records, r)
		}
	}
	return records
}

// holds says whether a record is one of the table's.
func holds(t forms.Table, r forms.Record) bool {
	return slices.ContainsFunc(sectionsOf(t), func(s forms.Section) bool { return s.ID == r.Section })
}

// asked are the questions that were put to an NCP: a conditional one only if it
// was answered.
func asked(questions []forms.Question, ncp string, answers map[string]forms.Answer) []forms.Question {
	var put []forms.Question
	for _, q := range questions {
		if isPut(&q, ncp, answers) {
			put = append(put, q)
		}
	}
	return put
}

// isPut says whether a question was put to an NCP.
func isPut(q *forms.Question, ncp string, answers map[string]forms.Answer) bool {
	return q.Audience.Includes(ncp) && (q.When == nil || answers[q.ID] != (forms.Answer{}))
}

// counted is a number of things: "1 campaign", "24 campaigns".
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %s", n, plural(thing))
}

// plural of a thing: "campaigns", "policies".
func plural(thing string) string {
	if stem, ok := strings.CutSuffix(thing, "y"); ok {
		return stem + "ies"
	}
	return thing + "s"
}

func yesNo(yes bool) string {
	if yes {
		return "Yes"
	}
	return "No"
}
