package workflow

import (
	"maps"
	"strings"
	"unicode/utf8"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/workflow/document"
)

// longestHeading is how long a title can be to stand in a heading, in
// characters; a longer one stands in its row only.
const longestHeading = 150

// statusWords are how a status is printed: as a form offers it.
var statusWords = maps.Collect(reading.Statuses())

// reasonWords are how a reason for no answer is printed.
var reasonWords = map[forms.Reason]string{
	forms.NotApplicable: "Not applicable.",
	forms.NoInformation: "No information available.",
	forms.NotYet:        "Not known yet.",
	forms.NotDisclosed:  "Not disclosed.",
	forms.SameAs:        "The same as in another table.",
}

// notAnswered is printed where a question was put and nothing came.
const notAnswered = "Not answered."

// headed is a row of two cells.
func headed(head string, blocks []document.Block) document.Row {
	return document.Row{Cells: []document.Cell{{Header: true, Blocks: paragraphs(head)}, {Blocks: blocks}}}
}

// record is one filled-in table: always the same rows in the same order.
func (f filtered) record(a filteredAnswer, t forms.Table, r forms.Record) []document.Block {
	table := document.Table{Caption: plainLine(recordTitle(t, r)), Widths: []int{30, 70}}
	row := func(label string, blocks []document.Block) { table.Rows = append(table.Rows, headed(label, blocks)) }
	for _, q := range asked(t.Rows, a.NCP, r.Cells) {
		row(label(q), f.said(a, r.Cells[q.ID]))
	}
	if r.Status != "" {
		row("Status", paragraphs(statusWords[r.Status]))
	}
	if r.Note != (forms.Answer{}) {
		row("Note", f.said(a, r.Note))
	}
	if t.FollowUp != nil {
		table.Rows = append(table.Rows, separator(t.FollowUp.Title, 2))
		for _, q := range asked(t.FollowUp.Questions, a.NCP, r.Cells) {
			row(label(q), f.said(a, r.Cells[q.ID]))
		}
	}
	return []document.Block{heading(3, recordTitle(t, r)), table}
}

// recordHeading is the heading of a record as it is printed; "" if it has none.
func recordHeading(r forms.Record) string {
	return strings.TrimRight(strings.TrimSpace(r.Heading), ": ")
}

// recordTitle is the heading of a record, and its title where that is short.
func recordTitle(t forms.Table, r forms.Record) string {
	heading := recordHeading(r)
	title := strings.TrimSpace(r.Cells[t.Rows[0].ID].Text)
	short := t.Rows[0].Kind == forms.TextKind && title != "" &&
		!strings.Contains(title, "\n") && utf8.RuneCountInString(title) <= longestHeading
	switch {
	case heading == "" && short:
		return title
	case heading == "":
		return capital(t.Record) + " " + r.ID
	case short:
		return heading + ": " + title
	default:
		return heading
	}
}

// said is an answer as it is printed: its text, or in words why there is none.
func (f filtered) said(a filteredAnswer, answer forms.Answer) []document.Block {
	blocks := blocksOf(answer.Text)
	switch {
	case answer.Reason == forms.SameAs:
		return append(blocks, quiet(f.sameAs(a, answer.As)))
	case len(blocks) > 0:
		return blocks
	case answer.Reason != "":
		return []document.Block{quiet(reasonWords[answer.Reason])}
	default:
		return []document.Block{quiet(notAnswered)}
	}
}

// sameAs names the record whose answer holds here too.
func (f filtered) sameAs(a filteredAnswer, id string) string {
	for _, r := range a.Content.Records {
		if t, ok := f.ahq.Questionnaire.Table(r.Section); ok && r.ID == id {
			return "The same as for " + plainLine(recordTitle(t, r)) + "."
		}
	}
	return reasonWords[forms.SameAs]
}

// plainLine is a heading on one line.
func plainLine(heading string) string {
	return strings.Join(strings.FieldsFunc(heading, func(r rune) bool { return r == '\n' }), ", ")
}

func paragraphs(text string) []document.Block {
	return []document.Block{document.Paragraph{Text: document.Plain(text)}}
}

func strong(text string) document.Block {
	return document.Paragraph{Text: document.Text{{Text: text, Strong: true}}}
}

func quiet(text string) document.Block {
	return document.Paragraph{Style: document.Quiet, Text: document.Plain(text)}
}
