package handlers

import (
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A taskList is all that there is to do in a response.
type taskList struct {
	seen     seen
	all      []task // also those that are not looked at
	once     *task
	sections []section
	deleted  []task
}

// A section of the task list holds the records of one section of a table.
type section struct {
	ID, Title string
	Record    string // what one is called
	All       int    // records, also those that are not looked at
	Tasks     []task
	Add       string // where another is added; "" nowhere
}

// seen is what of the list is looked at, and where the last act left off.
type seen struct {
	show string // a state, of the table below
	at   string // the record that was moved or brought back
	way  string // in which direction
	gone string // the record that was deleted
}

func seenOf(c *gin.Context) seen {
	return seen{show: c.Query("show"), at: c.Query("at"), way: c.Query("way"), gone: c.Query("deleted")}
}

// A show is a state that one can look at by itself.
type show struct {
	name  string
	words func(int) phrase
	keeps func(task) bool
}

var shows = []show{
	{"", func(n int) phrase { return say("tasks.show_all", "Number", n) }, func(task) bool { return true }},
	{"look", func(n int) phrase { return say("tasks.show_look", "Number", n) }, func(t task) bool { return t.State.Tone == needsLook.Tone }},
	{"open", func(n int) phrase { return say("tasks.show_open", "Number", n) }, func(t task) bool { return t.State.Tone != complete.Tone }},
}

// manyTasks is how many make a list long enough to look at a part of it.
const manyTasks = 8

func (d desk) taskList(deleted []models.DeletedRecord, seen seen) taskList {
	l := taskList{seen: seen, once: d.onceTask()}
	if l.once != nil {
		l.all = append(l.all, *l.once)
	}
	for _, t := range d.AHQ.Questionnaire.Tables {
		for _, s := range sectionsOf(t) {
			l.sections = append(l.sections, d.section(t, s))
		}
	}
	for _, s := range l.sections {
		l.all = append(l.all, s.Tasks...)
	}
	for _, r := range deleted {
		l.deleted = append(l.deleted, d.deletedTask(r, workflow.RestorableUntil(*r.DeletedAt)))
		if r.ID == seen.gone && d.Editable() {
			l.leave(d, r)
		}
	}
	l.focus()
	l.narrow()
	return l
}

// sectionsOf a table; one without any is one section.
func sectionsOf(t forms.Table) []forms.Section {
	if len(t.Sections) == 0 {
		return []forms.Section{{Title: t.Title}}
	}
	return t.Sections
}

func (d desk) section(t forms.Table, s forms.Section) section {
	sect := section{ID: s.ID, Title: s.Title, Record: t.Record}
	if d.Editable() {
		sect.Add = d.URL("records")
	}
	for i, r := range d.Content.Records {
		if r.Section == s.ID {
			sect.Tasks = append(sect.Tasks, d.recordTask(t, i))
		}
	}
	sect.All = len(sect.Tasks)
	for i := range sect.Tasks {
		one := &sect.Tasks[i]
		one.Elsewhere = d.elsewhere(t, s, one.At)
		if i > 0 {
			one.Up = &sect.Tasks[i-1].At
		}
		if i < len(sect.Tasks)-1 {
			one.Down = &sect.Tasks[i+1].At
		}
	}
	return sect
}

// elsewhere are the other sections of a table, at whose end a record can be put.
func (d desk) elsewhere(t forms.Table, here forms.Section, from int) []spot {
	var spots []spot
	for _, s := range t.Sections {
		if s.ID == here.ID {
			continue
		}
		end := from
		for i, r := range d.Content.Records {
			if r.Section == s.ID {
				end = i
			}
		}
		if end < from {
			end++ // behind the last: its own place is not free yet
		}
		spots = append(spots, spot{s.ID, s.Title, end})
	}
	return spots
}

// leave puts in place of a record that was deleted just now the way to bring it
// back.
func (l *taskList) leave(d desk, r models.DeletedRecord) {
	i := slices.IndexFunc(l.sections, func(s section) bool { return s.ID == r.Section })
	if i < 0 {
		return
	}
	gone := l.deleted[len(l.deleted)-1]
	gone.Gone = true
	tasks := l.sections[i].Tasks
	before := func(t task) bool { return d.Draft.Records[t.At].Position >= r.Position }
	at := slices.IndexFunc(tasks, before)
	if at < 0 {
		at = len(tasks)
	}
	l.sections[i].Tasks = slices.Insert(tasks, at, gone)
}

// focus lets a keyboard go on where it was.
func (l *taskList) focus() {
	for _, s := range l.sections {
		for i := range s.Tasks {
			if t := &s.Tasks[i]; t.ID == l.seen.at && !t.Gone {
				t.Open, t.Focus = l.seen.way != "", focusOf(*t, l.seen.way)
			}
		}
	}
}

// focusOf is the same button again, or the other one at an end of the list.
func focusOf(t task, way string) string {
	switch {
	case way == "" || t.Up == nil && t.Down == nil:
		return "name"
	case t.Up == nil || way == "down" && t.Down != nil:
		return "down"
	default:
		return "up"
	}
}

// narrow leaves out what is not looked at.
func (l *taskList) narrow() {
	keeps := l.showing().keeps
	if l.once != nil && !keeps(*l.once) {
		l.once = nil
	}
	for i := range l.sections {
		l.sections[i].Tasks = slices.DeleteFunc(l.sections[i].Tasks, func(t task) bool { return !t.Gone && !keeps(t) })
	}
}

// showing is what is looked at; a state that there is not shows all.
func (l taskList) showing() show {
	i := slices.IndexFunc(shows, func(s show) bool { return s.name == l.seen.show })
	return shows[max(i, 0)]
}

// shows are the ways to look at a long list, each with how much it shows.
func (l taskList) shows(url string) []link {
	if len(l.all) < manyTasks {
		return nil
	}
	var links []link
	for _, s := range shows {
		to := link{URL: url, Text: s.words(number(l.all, s.keeps)), Here: s.name == l.showing().name}
		if s.name != "" {
			to.URL += "?show=" + s.name
		}
		links = append(links, to)
	}
	return links
}

// jumps lead to the sections of a long list.
func (l taskList) jumps() []link {
	if len(l.all) < manyTasks || len(l.sections) < 2 {
		return nil
	}
	var links []link
	for _, s := range l.sections {
		links = append(links, link{URL: "#section-" + s.ID, Text: say("tasks.jump", "Title", shortened(s.Title, 40), "Number", s.All)})
	}
	return links
}

// complete counts the tasks with nothing left to do.
func (l taskList) complete() int {
	return number(l.all, func(t task) bool { return t.State.Tone == complete.Tone })
}
