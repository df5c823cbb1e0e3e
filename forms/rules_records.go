package forms

import (
	"strings"
	"unicode/utf8"
)

// leastCopied is the length from which an answer is hardly twice the same by
// chance, in characters.
const leastCopied = 40

// A copiedText is what a question was answered with.
type copiedText struct{ question, text string }

// earlierSheets are the records that came before, by what a later one may repeat.
type earlierSheets struct {
	alike  map[string]*sheet
	copied map[copiedText]*sheet
}

// recordTwice tells of the later of two records that are alike in every row that
// tells records apart. It stands in the last of these rows.
func recordTwice(s *sheet, tell func(*cell, finding)) {
	key := s.identity()
	if key == "" {
		return
	}
	first, ok := s.earlier.alike[key]
	if !ok {
		s.earlier.alike[key] = s
		return
	}
	s.twin = first
	twice := found(Warning, first.name(), inWords(s.table.Unique), first.call(), s.call())
	twice.others = [2]string{first.call(), s.call()}
	tell(s.lastUnique(), twice)
}

// identity is what tells a record apart; "" when part of it was not answered.
func (s *sheet) identity() string {
	var key strings.Builder
	for _, id := range s.table.Unique {
		c := s.cell(id)
		if c == nil || c.silent() {
			return ""
		}
		key.WriteString(folded(c.answer.Text) + "\n")
	}
	return key.String()
}

func recordCopied(s *sheet, tell func(*cell, finding)) {
	for i := range s.cells {
		c := &s.cells[i]
		text := c.answer.Text
		if !c.asked || c.answer.Reason == SameAs || len(text) < leastCopied || utf8.RuneCountInString(text) < leastCopied {
			continue
		}
		key := copiedText{c.ID, text}
		if first, ok := s.earlier.copied[key]; ok {
			copied := found(Note, first.name())
			copied.others = [2]string{first.call()}
			tell(c, copied)
			continue
		}
		s.earlier.copied[key] = s
	}
}

// statusMismatch holds the period against the day of judgement and what the
// record says of itself.
func statusMismatch(s *sheet, tell func(*cell, finding)) {
	c := s.periodCell()
	if c == nil || s.on == "" {
		return
	}
	p := c.reading.Period
	switch {
	case p.Start != nil && earlier(s.on, *p.Start) && s.speaksOfResults():
		tell(c, found(Warning, "has not begun yet", "the record speaks of results"))
	case p.End != nil && earlier(*p.End, s.on) && !s.started:
		tell(c, found(Warning, "is over", "the record says that it has not started"))
	}
}

func (s *sheet) speaksOfResults() bool {
	if s.record.Status == Finished {
		return true
	}
	for i := range s.cells {
		if c := &s.cells[i]; c.asked && c.said == Yes && c.reading.Verdict.Verdict == Yes {
			return true
		}
	}
	return false
}
