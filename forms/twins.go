package forms

import "strings"

// A Twin is a record that is like an earlier one in every row that tells records
// apart. Both are by their place among the records, from 0.
type Twin struct {
	First, Second int
	Confirmed     bool // somebody has said which of the two counts
	Dropped       int  // the one that does not, once confirmed
}

// twins are the records that are like an earlier one.
func twins(sheets []*sheet) []Twin {
	var all []Twin
	for _, s := range sheets {
		if s.twin != nil {
			all = append(all, s.asTwin())
		}
	}
	return all
}

// asTwin takes the word of whoever confirmed that the record is there twice: it
// names the one whose cost counts.
func (s *sheet) asTwin() Twin {
	c := s.lastUnique()
	t := Twin{First: s.twin.index, Second: s.index}
	switch strings.TrimSpace(c.standing.Warnings[RecordTwice]) {
	case s.twin.call():
		t.Confirmed, t.Dropped = true, s.index
	case s.call():
		t.Confirmed, t.Dropped = true, s.twin.index
	}
	return t
}

// lastUnique is the last of the rows that tell records apart, where it is said
// that a record is there twice.
func (s *sheet) lastUnique() *cell {
	return s.cell(s.table.Unique[len(s.table.Unique)-1])
}
