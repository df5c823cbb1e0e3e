package workflow

import (
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// nobodyAnswered stands under a question in place of its table.
const nobodyAnswered = "Nobody answered this question."

// byQuestion has a heading for each question, and under it what every country
// answered, side by side.
func (f filtered) byQuestion(p Printing) []document.Block {
	blocks := f.responseTable(func(a filteredAnswer) []document.Block { return f.summary(a, p) })
	var once, tables []document.Block
	for _, q := range f.ahq.Questionnaire.Questions {
		once = append(once, f.askedOnce(q)...)
	}
	if !p.WithoutRecords {
		for _, t := range f.ahq.Questionnaire.Tables {
			tables = append(tables, f.askedOften(t)...)
		}
	}
	if f.tablesFirst() {
		return append(append(blocks, tables...), once...)
	}
	return append(append(blocks, once...), tables...)
}

// summary is what stands in the response table of what follows it.
func (f filtered) summary(a filteredAnswer, p Printing) []document.Block {
	if a.Withheld {
		return f.marks(a)
	}
	blocks := append(f.contributions(a), f.marks(a)...)
	asked := asked(f.ahq.Questionnaire.Questions, a.NCP, a.Content.Answers)
	answered := slices.DeleteFunc(slices.Clone(asked), func(q forms.Question) bool { return empty(a.Content.Answers[q.ID]) })
	if len(asked) > 0 {
		blocks = append(blocks, paragraphs(fmt.Sprintf("%d of %s answered.", len(answered), counted(len(asked), "question")))...)
	}
	if p.WithoutRecords {
		return append(blocks, f.recordCounts(a, ".")...)
	}
	return append(blocks, f.recordCounts(a, ", see below.")...)
}

// askedOnce is a question with a row for each country that was asked.
func (f filtered) askedOnce(q forms.Question) []document.Block {
	table := document.Table{
		Caption: label(q), Widths: []int{18, 82},
		Header: headers("Country", "Response"),
	}
	answered := false
	for _, a := range f.answers {
		if a.Withheld || len(asked([]forms.Question{q}, a.NCP, a.Content.Answers)) == 0 {
			continue
		}
		answered = answered || !empty(a.Content.Answers[q.ID])
		table.Rows = append(table.Rows, headed(a.Name, f.said(a, a.Content.Answers[q.ID])))
	}
	blocks := append([]document.Block{heading(1, label(q)+f.askedOf(q))}, f.withheldOf(q.Audience)...)
	if !answered {
		return append(blocks, quiet(nobodyAnswered))
	}
	return append(blocks, table)
}

// askedOften is all that a table asks, line by line: its rows, then what an NCP
// added to them under a heading that names it.
func (f filtered) askedOften(t forms.Table) []document.Block {
	blocks := []document.Block{heading(1, t.Title)}
	blocks = append(blocks, f.withoutRecords(t)...)
	for _, q := range t.Rows {
		blocks = append(blocks, f.line(t, f.lineOf(t, q))...)
	}
	for _, l := range f.linesBeside() {
		blocks = append(blocks, f.line(t, l)...)
	}
	if t.FollowUp == nil {
		return blocks
	}
	blocks = append(blocks, heading(1, t.FollowUp.Title))
	for _, q := range t.FollowUp.Questions {
		blocks = append(blocks, f.line(t, f.lineOf(t, q))...)
	}
	return blocks
}

// withoutRecords names those who answered and reported none.
func (f filtered) withoutRecords(t forms.Table) []document.Block {
	var names []string
	for _, a := range f.answers {
		if !a.Withheld && len(recordsOf(t, a.Content)) == 0 {
			names = append(names, a.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []document.Block{quiet("No " + t.Record + " reported: " + strings.Join(names, ", ") + ".")}
}

// withheldOf names those who were asked and whose answers are withheld; why
// stands in the response table.
func (f filtered) withheldOf(asked forms.Audience) []document.Block {
	var names []string
	for _, a := range f.answers {
		if a.Withheld && asked.Includes(a.NCP) {
			names = append(names, a.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []document.Block{quiet("Withheld: " + strings.Join(names, ", ") + ".")}
}

// empty says whether nothing came: neither a text nor a reason why not.
func empty(a forms.Answer) bool { return strings.TrimSpace(a.Text) == "" && a.Reason == "" }
