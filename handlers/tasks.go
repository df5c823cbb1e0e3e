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
	Name     phrase
	About    string // what it says first
	Note     string // what is noted about it
	State    label
	Problems phrase // in words: "2 errors, 1 warning"
	Answered int    // of its cells
	Cells    int

	Menu      bool // it can be moved, duplicated, deleted
	At        int  // its place among all records
	Up, Down  *int // where a move would put it; nil: nowhere
	Elsewhere []spot
	Open      bool   // its menu is
	Focus     string // where a keyboard goes on: "up", "down" or "name"

	Gone  bool // it was deleted just now, and can be brought back
	Until string
}

// A spot is another section that a record can be moved to.
type spot struct {
	Section, Title string
	At             int
}

// The states of a task. Their tones tell them apart.
var (
	notStarted = label{say("tasks.not_started"), quiet}
	inProgress = label{say("tasks.in_progress"), going}
	needsLook  = label{say("tasks.needs_look"), urgent}
	complete   = label{say("tasks.complete"), good}
)

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
	t.State = taskState(t, look, problems)
	if t.State.Tone != notStarted.Tone { // what nobody began has nothing wrong yet
		t.Problems = inWords(problems)
	}
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

// recordTask is the task of the record at a place among all.
func (d desk) recordTask(t forms.Table, at int) task {
	r := d.Content.Records[at]
	one := d.task(r.ID, d.asked(t.Questions()))
	one.URL, one.Name, one.Menu, one.At = d.RecordURL(r.ID), plain(d.recordName(r)), d.Editable(), at
	one.About, one.Note = shortened(r.Cells[t.Rows[0].ID].Text, 80), shortened(r.Note.Text, 120)
	return one
}

// onceTask is the task of the questions asked once; nil where there are none.
func (d desk) onceTask() *task {
	questions := d.asked(d.AHQ.Questionnaire.Questions)
	if len(questions) == 0 {
		return nil
	}
	t := d.task("", questions)
	t.URL, t.Name = d.URL("questions"), say("tasks.once")
	return &t
}

// deletedTask is a record that can be restored.
func (d desk) deletedTask(r models.DeletedRecord, until string) task {
	name := nameOf(d.AHQ.Questionnaire, forms.Content{}, forms.Record{ID: r.ID, Section: r.Section, Heading: r.Heading})
	return task{ID: r.ID, URL: d.RecordURL(r.ID), Name: plain(name), Until: until}
}
