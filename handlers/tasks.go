package handlers

import (
	"slices"

	"ahq/forms"
	"ahq/models"
)

// A task is one part of a response: a record, or the questions asked once.
type task struct {
	ID       string // of the record
	URL      string
	Name     string
	About    string // what it says first
	State    label
	Problems phrase // in words: "2 errors, 1 warning"
	Answered int    // of its cells
	Cells    int

	Menu     bool // it can be moved, duplicated, deleted
	Up, Down *int // where a move would put it; nil: nowhere
}

// The states of a task.
var (
	notStarted = label{plain("Not started"), quiet}
	inProgress = label{plain("In progress"), going}
	needsLook  = label{plain("Needs a look"), urgent}
	complete   = label{plain("Complete"), good}
)

// A section of the task list holds the records of one section of a table.
type section struct {
	ID, Title string
	Record    string // what one is called
	Tasks     []task
	Add       string // where another is added; "" nowhere
}

// task of one record, or of the questions asked once when it is "".
func (d desk) task(record string, questions []forms.Question) task {
	t := task{ID: record, Cells: len(questions)}
	look := false
	for _, q := range questions {
		cell := d.cell(record, q.ID)
		look = look || cell.LookAgain
		if cell.Text != "" || cell.Reason != "" {
			t.Answered++
		}
	}
	problems := d.Report.Problems.In(record)
	t.Problems = inWords(problems)
	t.State = taskState(t, look, problems)
	return t
}

func taskState(t task, look bool, problems forms.Problems) label {
	missing := slices.ContainsFunc(problems, func(p forms.Problem) bool { return p.Rule == forms.Required })
	open := len(problems.Of(forms.Error)) + len(problems.Of(forms.Warning))
	switch {
	case look:
		return needsLook
	case t.Answered == 0:
		return notStarted
	case missing:
		return inProgress
	case open > 0:
		return needsLook
	default:
		return complete
	}
}

// sections of all tables, in printed order, with their records.
func (d desk) sections() []section {
	var all []section
	for _, t := range d.AHQ.Questionnaire.Tables {
		if len(t.Sections) == 0 {
			all = append(all, d.section(t, forms.Section{Title: t.Title}))
		}
		for _, s := range t.Sections {
			all = append(all, d.section(t, s))
		}
	}
	return all
}

func (d desk) section(t forms.Table, s forms.Section) section {
	var tasks []task
	var places []int
	for i, r := range d.Content.Records {
		if r.Section != s.ID {
			continue
		}
		one := d.task(r.ID, d.asked(t.Questions()))
		one.URL, one.Name, one.Menu = d.RecordURL(r.ID), d.recordName(r), d.Editable()
		one.About = shortened(r.Cells[t.Rows[0].ID].Text, 80)
		tasks, places = append(tasks, one), append(places, i)
	}
	for i := range tasks {
		if i > 0 {
			tasks[i].Up = &places[i-1]
		}
		if i < len(tasks)-1 {
			tasks[i].Down = &places[i+1]
		}
	}
	sect := section{ID: s.ID, Title: s.Title, Record: t.Record, Tasks: tasks}
	if d.Editable() {
		sect.Add = d.URL("records")
	}
	return sect
}

// once is the task of the questions asked once; nil where there are none.
func (d desk) once() *task {
	questions := d.asked(d.AHQ.Questionnaire.Questions)
	if len(questions) == 0 {
		return nil
	}
	t := d.task("", questions)
	t.URL, t.Name = d.URL("questions"), "Questions asked once"
	return &t
}

// deletedTasks are the records that can be restored.
func (d desk) deletedTasks(deleted []models.DeletedRecord) []task {
	var tasks []task
	for _, r := range deleted {
		name := nameOf(d.AHQ.Questionnaire, forms.Content{}, forms.Record{ID: r.ID, Section: r.Section, Heading: r.Heading})
		tasks = append(tasks, task{ID: r.ID, URL: d.RecordURL(r.ID), Name: name})
	}
	return tasks
}
