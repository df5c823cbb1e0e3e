package forms

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A sheet is a record while it is checked, or the questions asked once. The
// validator judges it as a struct, and each of its cells as a variable beside it.
type sheet struct {
	table   *table  // nil: the questions asked once
	record  *Record // nil likewise
	index   int     // of the record, from 0
	on      string  // the day of judgement, "2017-01-20"; "" silences the rules about now
	heading cell
	note    cell
	cells   []cell // of every question in printed order, asked or not

	started    bool
	noteSaysNo bool // the note says that it has not started

	earlier *earlierSheets
	twin    *sheet // the earlier record that is like this one, once judged
}

// newSheet lays out answers to questions, and reads nothing yet.
func newSheet(questions []*question, answers map[string]Answer, asked Asked) *sheet {
	s := &sheet{started: true, cells: make([]cell, len(questions))}
	if !asked.On.IsZero() {
		s.on = asked.On.Format(time.DateOnly)
	}
	for i, q := range questions {
		s.cells[i] = cell{question: q, sheet: s, answer: answers[q.ID], asked: q.Audience.Includes(asked.NCP)}
		s.cells[i].stand()
	}
	return s
}

// newRecordSheet is nil for a record of a section that is not asked about.
func newRecordSheet(f *Form, c Content, i int, asked Asked) *sheet {
	r := &c.Records[i]
	t := f.bySection[r.Section]
	if t == nil {
		return nil
	}
	s := newSheet(t.questions, r.Cells, asked)
	s.table, s.record, s.index = t, r, i
	s.heading = cell{question: headingCell, sheet: s, answer: Answer{Text: r.Heading}, asked: true}
	s.note = cell{question: noteCell, sheet: s, answer: r.Note, asked: true}
	s.note.stand()
	return s
}

// read understands what the sheet says; conditions are for later, when answers
// that hold for other records are known.
func (s *sheet) read() {
	for i := range s.cells {
		if c := &s.cells[i]; c.asked {
			c.read()
		}
	}
	if s.record == nil {
		return
	}
	s.note.read()
	s.readCountries()
	s.readStarted()
}

// readCountries takes those that are listed, else those that the heading names;
// where there are none, nothing is said of the heading.
func (s *sheet) readCountries() {
	countries := Countries{s.record.Countries}
	if len(countries.Countries) == 0 {
		countries = *readCountries(s.record.Heading).Countries
	}
	if len(countries.Countries) > 0 {
		s.heading.reading = Reading{Countries: &countries}
	}
}

func (s *sheet) readStarted() {
	if said := s.note.corrected().Started; said != nil {
		s.started = *said
		return
	}
	s.started = readStarted(s.record.Status, s.note.answer.Text).Started
	s.noteSaysNo = !readStarted("", s.note.answer.Text).Started
}

// settle makes the verdicts of what has not started moot, and then says which
// questions are asked.
func (s *sheet) settle() {
	for i := range s.cells {
		c := &s.cells[i]
		if v := c.reading.Verdict; v != nil {
			if c.said = v.Verdict; v.Ahead && c.corrected().Verdict == nil {
				c.said = Unknown
			}
			if !s.started && c.corrected().Verdict == nil {
				c.reading.Verdict = &Verdict{Verdict: Moot, Why: v.Why}
			}
		}
	}
	for i := range s.cells {
		c := &s.cells[i]
		c.asked = c.asked && (c.When == nil || s.cells[c.after].answers(c.When.Is))
	}
}

// all cells in the order of the page.
func (s *sheet) all(yield func(*cell) bool) {
	if s.record != nil && (!yield(&s.heading) || !yield(&s.note)) {
		return
	}
	for i := range s.cells {
		if s.cells[i].asked && !yield(&s.cells[i]) {
			return
		}
	}
}

// cell of a question, or nil where it is not asked.
func (s *sheet) cell(id string) *cell {
	for i := range s.cells {
		if c := &s.cells[i]; c.ID == id && c.asked {
			return c
		}
	}
	return nil
}

// periodCell is the first that asks for a period, or nil.
func (s *sheet) periodCell() *cell {
	for i := range s.cells {
		if c := &s.cells[i]; c.asked && c.reading.Period != nil {
			return c
		}
	}
	return nil
}

// name is how people find the record again: "campaign 9, “MOROCCO”".
func (s *sheet) name() string {
	name := fmt.Sprintf("%s %d", s.table.Record, s.index+1)
	line, _, _ := strings.Cut(s.record.Heading, "\n")
	if line = strings.Trim(line, " :"); line != "" {
		name += ", “" + line + "”"
	}
	return name
}

// call is the shortest name of the record: its id, where it has one.
func (s *sheet) call() string {
	if s.record.ID != "" {
		return s.record.ID
	}
	return strconv.Itoa(s.index + 1)
}
