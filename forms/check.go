package forms

import (
	"time"

	"github.com/go-playground/validator/v10"
)

// Asked says of whom the answers are, and when they are judged. Without an NCP,
// questions for named NCPs count as not asked; without a day, rules about now
// are silent.
type Asked struct {
	NCP string
	On  time.Time
}

// Check reads every answer and holds it against every rule. Problems come in the
// order of the page, all at once. Nothing in the content is altered.
func (f *Form) Check(c Content, asked Asked) Report {
	sheets := f.read(c, asked)
	report := Report{Readings: map[string]Reading{}}
	for _, s := range sheets {
		report.Problems = append(report.Problems, s.check(f.validate)...)
		s.tell(report.Readings)
	}
	report.Twins = twins(sheets)
	return report
}

// read understands all that is asked: the questions asked once, then the records
// in order.
func (f *Form) read(c Content, asked Asked) []*sheet {
	all := make(map[int]bool, len(c.Records))
	for i := range c.Records {
		all[i] = true
	}
	return f.readSome(c, asked, all)
}

// readSome reads some records only, by their places.
func (f *Form) readSome(c Content, asked Asked, some map[int]bool) []*sheet {
	sheets := []*sheet{newSheet(f.once, c.Answers, asked)}
	earlier := &earlierSheets{alike: map[string]*sheet{}, copied: map[copiedText]*sheet{}}
	for i := range c.Records {
		if !some[i] {
			continue
		}
		if s := newRecordSheet(f, c, i, asked); s != nil {
			s.earlier = earlier
			sheets = append(sheets, s)
		}
	}
	for _, s := range sheets {
		s.read()
	}
	borrow(sheets)
	for _, s := range sheets {
		s.settle()
	}
	return sheets
}

// borrow gives answers that are the same as another record's the reading of that
// one, and keeps the reason that says so. What a person confirmed stays.
func borrow(sheets []*sheet) {
	byID := map[string]*sheet{}
	for _, s := range sheets {
		if s.record != nil && s.record.ID != "" {
			byID[s.record.ID] = s
		}
	}
	for _, s := range sheets {
		for c := range s.all {
			if origin := c.origin(byID); origin != c && c.standing.Reading == nil {
				c.reading = origin.reading
				c.reading.Reason = SameAs
			}
		}
	}
}

// origin is the cell whose answer holds here: this one, or where "same as" leads.
// A circle leads nowhere, nor does too long a way.
func (c *cell) origin(byID map[string]*sheet) *cell {
	origin := c
	for range min(len(byID), longestWay) {
		if origin.answer.Reason != SameAs {
			return origin
		}
		s := byID[origin.answer.As]
		if s == nil {
			return c
		}
		next := s.cell(c.ID)
		if next == nil {
			return c
		}
		origin = next
	}
	return c
}

// check judges each cell, then the record as a whole.
func (s *sheet) check(v *validator.Validate) Problems {
	for c := range s.all {
		c.judge(v, c.whole)
	}
	if s.record != nil {
		s.judge(v)
	}
	var problems Problems
	for c := range s.all {
		problems = append(problems, c.problems...)
	}
	return problems
}

// tell adds what was understood, cell by cell. A plain text is understood only
// as far as it gives a reason.
func (s *sheet) tell(readings map[string]Reading) {
	for c := range s.all {
		if c.reading != (Reading{}) && c.question != noteCell {
			readings[c.at()] = c.reading
		}
	}
	if s.record != nil {
		status := cell{question: statusCell, sheet: s}
		readings[status.at()] = Reading{Started: &Started{s.started}}
	}
}
