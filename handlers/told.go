package handlers

import (
	"slices"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A historyDay is what happened on one day in Brussels, the last first.
type historyDay struct {
	Day     string
	Entries []historyEntry
}

// A historyEntry is one act, or all that somebody wrote in one record on a day.
type historyEntry struct {
	Day         string
	person      models.PersonID
	where       string // the record's id, or onceRecord
	By          string
	From, Until time.Time
	What        phrase
	Record      link // what it was done to; without an address where that is gone
	Cells       []historyCell
	Why         string
}

// When it happened, on that day.
func (e historyEntry) When() phrase {
	if e.Until.Sub(e.From) < time.Minute {
		return say("history.at", "At", clockTime(e.From))
	}
	return say("history.from_to", "From", clockTime(e.From), "To", clockTime(e.Until))
}

// A historyCell is an answer that somebody wrote, and how often.
type historyCell struct {
	cell  string
	Label phrase
	URL   string // all that it said; "" where that is gone
	Times int
}

// Often says whether it was written more than once.
func (c historyCell) Often() bool { return c.Times > 1 }

// A sitting is one person at work in one record on one day.
type sitting struct {
	day, by, record string
}

// entries are events in words, the last first. What somebody wrote in one record
// on one day is one entry, unless the response moved in between.
func (t teller) entries(events []models.Event) []historyEntry {
	var entries []historyEntry
	open := map[sitting]int{}
	for _, e := range slices.Backward(events) {
		in := sitting{t.dayOf(e.At), e.ByName, e.Data.Record}
		if slices.Contains(moving, workflow.Act(e.Act)) {
			clear(open)
		}
		wrote := e.Act == savedAct && e.Data.Record+e.Data.Cell != ""
		if at, goesOn := open[in]; goesOn && wrote {
			entries[at].goOn(e.At, t.cellsOf(e))
			continue
		}
		if wrote {
			open[in] = len(entries)
		}
		entries = append(entries, t.entry(in.day, e))
	}
	return entries
}

// savedAct is an event in which somebody wrote.
const savedAct = "save"

// moving are the acts between which writing is told.
var moving = []workflow.Act{
	workflow.Submit, workflow.Withdraw, workflow.Return, workflow.Compile, workflow.Amend,
	workflow.Decline, workflow.EnterFor, workflow.TakeOver,
}

func (t teller) dayOf(at time.Time) string { return at.In(t.brussels).Format(time.DateOnly) }

func (t teller) entry(day string, e models.Event) historyEntry {
	return historyEntry{
		Day: day, person: e.ByID, where: whereOf(e), By: e.ByName, From: e.At, Until: e.At, What: eventText(e), Record: t.recordLink(e.Data.Record),
		Cells: t.cellsOf(e), Why: e.Data.Why,
	}
}

// whereOf an event is the record, or what is asked once.
func whereOf(e models.Event) string {
	if e.Data.Record == "" && e.Data.Cell != "" {
		return onceRecord
	}
	return e.Data.Record
}

// goOn takes an earlier event into an entry.
func (e *historyEntry) goOn(from time.Time, cells []historyCell) {
	e.From = from
	for _, c := range cells {
		i := slices.IndexFunc(e.Cells, func(known historyCell) bool { return known.cell == c.cell })
		if i < 0 {
			e.Cells = append(e.Cells, c)
			continue
		}
		e.Cells[i].Times++
	}
}

// byDay puts entries under their days.
func byDay(entries []historyEntry) []historyDay {
	var days []historyDay
	for _, e := range entries {
		if len(days) == 0 || days[len(days)-1].Day != e.Day {
			days = append(days, historyDay{Day: e.Day})
		}
		last := &days[len(days)-1]
		last.Entries = append(last.Entries, e)
	}
	return days
}
