package handlers

import (
	"strings"

	"ahq/forms"
	"ahq/workflow"
)

// Answers are a whole response to be read, as it prints: what is asked once, then
// every record, in printed order.
type answers struct {
	By       string // who contributed
	ByURL    string // where that is changed; "" where it is not
	Once     []answerRow
	Sections []answerSection
}

// An answerSection holds the records of one section.
type answerSection struct {
	Title   string
	Records []answerRecord
}

// An answerRecord is one record to be read.
type answerRecord struct {
	ID       string
	URL      string // where it is changed; "" where it is not
	Name     string
	More     string // the other lines of its heading
	Problems []answerProblem
	Rows     []answerRow
	By       string // the title of the follow-up
	Follow   []answerRow
}

// An answerRow is one question and its answer.
type answerRow struct {
	ID        string
	Anchor    string // on the page of all answers
	URL       string
	Label     phrase
	Text      []printedBlock
	Said      phrase // in words of ours: why there is no answer, or how far a record is
	Problems  []answerProblem
	Confirmed []confirmView // warnings that somebody said are as they should be
	beside
}

// A beside is what the desk says beside an answer.
type beside struct {
	Asks  string // why the requester wants it looked at again; "" they do not
	Since int    // the version that they saw
	Words []workflow.WordPiece

	Returned bool         // it was asked back, and this is what came
	Threads  []threadView // what is said about it
	AskURL   string       // where something is asked about it; "" by nobody who looks
}

// A reader turns a content into what is to be read.
type reader struct {
	form          forms.Questionnaire
	content       forms.Content
	organisations []string
	asked         func([]forms.Question) []forms.Question
	pageOf        func(record, cell string) string // where it is changed; "" where it is not
	problems      func(record, cell string) []answerProblem
	beside        func(record, cell string) beside
}

func (r reader) answers() answers {
	all := answers{By: strings.Join(r.organisations, ", "), ByURL: r.pageOf("", "organisations")}
	for _, q := range r.put(r.form.Questions, r.content.Answers) {
		all.Once = append(all.Once, r.row("", q, r.content.Answers[q.ID]))
	}
	for _, t := range r.form.Tables {
		sections := t.Sections
		if len(sections) == 0 {
			sections = []forms.Section{{Title: t.Title}}
		}
		for _, s := range sections {
			all.Sections = append(all.Sections, r.section(t, s))
		}
	}
	return all
}

// put are the questions to this NCP; one that depends on another answer prints
// only when somebody answered it.
func (r reader) put(questions []forms.Question, said map[string]forms.Answer) []forms.Question {
	var all []forms.Question
	for _, q := range r.asked(questions) {
		if q.When == nil || said[q.ID] != (forms.Answer{}) {
			all = append(all, q)
		}
	}
	return all
}

func (r reader) section(t forms.Table, s forms.Section) answerSection {
	section := answerSection{Title: s.Title}
	for _, record := range r.content.Records {
		if record.Section == s.ID {
			section.Records = append(section.Records, r.record(t, record))
		}
	}
	return section
}

func (r reader) record(t forms.Table, record forms.Record) answerRecord {
	view := answerRecord{
		ID: record.ID, URL: r.pageOf(record.ID, headingQuestion.ID), Name: nameOf(r.form, r.content, record), More: moreOf(record.Heading),
		Problems: append(r.problems(record.ID, ""), r.problems(record.ID, headingQuestion.ID)...),
	}
	for _, q := range r.put(t.Rows, record.Cells) {
		view.Rows = append(view.Rows, r.row(record.ID, q, record.Cells[q.ID]))
	}
	view.Rows = append(view.Rows, r.own(record)...)
	if t.FollowUp != nil {
		view.By = t.FollowUp.Title
		for _, q := range r.put(t.FollowUp.Questions, record.Cells) {
			view.Follow = append(view.Follow, r.row(record.ID, q, record.Cells[q.ID]))
		}
	}
	return view
}

// own are the rows that a record has beside its questions, where they say
// something.
func (r reader) own(record forms.Record) []answerRow {
	var rows []answerRow
	if record.Status != "" || len(r.problems(record.ID, statusCell)) > 0 {
		row := r.row(record.ID, forms.Question{ID: statusCell}, forms.Answer{})
		row.Label, row.Said = ownLabels[statusCell], statusText(record.Status)
		rows = append(rows, row)
	}
	if record.Note != (forms.Answer{}) {
		rows = append(rows, r.row(record.ID, noteQuestion, record.Note))
	}
	return rows
}

func (r reader) row(record string, q forms.Question, a forms.Answer) answerRow {
	a.Confirmed = standing(a)
	return answerRow{
		ID: q.ID, Anchor: answerAnchor(record, q.ID), URL: r.pageOf(record, q.ID), Label: labelOf(q),
		Text: printedBlocks(a.Text), Said: reasonText(a, r.named), Problems: r.problems(record, q.ID),
		Confirmed: confirmedViews(q.ID, a), beside: r.beside(record, q.ID),
	}
}

// statusCell is how problems call the status of a record, which is no question.
const statusCell = "status"

// answerAnchor is where an answer stands on the page of all; a record's heading
// stands at its top.
func answerAnchor(record, cell string) string {
	switch {
	case record == "":
		return "answer-" + cell
	case cell == "", cell == headingQuestion.ID:
		return record
	default:
		return record + "-" + cell
	}
}

// moreOf a heading are its lines behind the first, which names the record.
func moreOf(heading string) string {
	_, more, _ := strings.Cut(strings.TrimSpace(heading), "\n")
	return strings.TrimRight(more, ": ")
}

// named is what a record is called, by its id.
func (r reader) named(id string) string {
	for _, record := range r.content.Records {
		if record.ID == id {
			return nameOf(r.form, r.content, record)
		}
	}
	return id
}

func statusText(status forms.Status) phrase {
	for _, s := range recordStatuses {
		if s.Value != "" && s.Value == string(status) {
			return s.Text
		}
	}
	return phrase{}
}
