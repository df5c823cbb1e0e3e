package workflow

import (
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// responseTable has a row for each NCP that answered: may it be disseminated
// wider, and what it answered to the questions asked once.
func (f filtered) responseTable() []document.Block {
	table := document.Table{
		Caption: "Responses",
		Widths:  []int{18, 14, 68},
		Header:  []document.Text{document.Plain("Country"), document.Plain("Wider dissemination"), document.Plain("Response")},
	}
	for _, a := range f.answers {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Header: true, Blocks: paragraphs(a.Name)},
			{Blocks: paragraphs(yesNo(a.Wider))},
			{Blocks: f.response(a)},
		}})
	}
	return []document.Block{document.Heading{Level: 1, Text: "Responses"}, table}
}

// response is what stands in the table for one NCP.
func (f filtered) response(a filteredAnswer) []document.Block {
	blocks := f.marks(a)
	if a.Withheld {
		return blocks
	}
	asked := asked(f.ahq.Questionnaire.Questions, a.NCP, a.Content.Answers)
	for _, q := range asked {
		if len(asked) > 1 || len(f.ahq.Questionnaire.Tables) > 0 {
			blocks = append(blocks, strong(label(q)))
		}
		blocks = append(blocks, f.said(a, a.Content.Answers[q.ID])...)
	}
	for _, t := range f.ahq.Questionnaire.Tables {
		if n := len(recordsOf(t, a.Content)); n > 0 {
			blocks = append(blocks, document.Paragraph{Text: document.Plain(counted(n, t.Record) + ", see below.")})
		} else {
			blocks = append(blocks, document.Paragraph{Text: document.Plain("No " + t.Record + " reported.")})
		}
	}
	return blocks
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
	blocks := []document.Block{document.Heading{Level: 1, Text: a.Name}}
	if len(a.Organisations) > 0 {
		blocks = append(blocks, document.Paragraph{Style: document.Quiet, Text: document.Plain("Contributions from " + strings.Join(a.Organisations, ", "))})
	}
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
	sections := t.Sections
	if len(sections) == 0 {
		sections = []forms.Section{{Title: t.Title}}
	}
	for _, s := range sections {
		first := true
		for _, r := range records {
			if r.Section != s.ID {
				continue
			}
			if first {
				blocks = append(blocks, document.Heading{Level: 2, Text: s.Title})
			}
			blocks, first = append(blocks, f.record(a, t, r)...), false
		}
	}
	return blocks
}

// recordsOf one table, in the order of the response.
func recordsOf(t forms.Table, c forms.Content) []forms.Record {
	var records []forms.Record
	for _, r := range c.Records {
		if len(t.Sections) == 0 && r.Section == "" || slices.ContainsFunc(t.Sections, func(s forms.Section) bool { return s.ID == r.Section }) {
			records = append(records, r)
		}
	}
	return records
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
	if stem, ok := strings.CutSuffix(thing, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

func yesNo(yes bool) string {
	if yes {
		return "Yes"
	}
	return "No"
}
