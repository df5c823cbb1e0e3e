package document

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// What Excel can hold.
const (
	longestCell = 32_767 // UTF-16 code units
	mostRows    = 1_048_576
	mostColumns = 16_384
)

// partColumn stands behind the keys of a sheet. It is empty, but where a text is
// too long for a cell and goes on in the next rows: "1 of 3", "2 of 3", "3 of 3".
var partColumn = Column{Title: "Part", Width: 6}

// fitting is a sheet as its file has it: with a column for parts, and rows of
// which every text fits its cell.
func (s Sheet) fitting() Sheet {
	if s.Short {
		return s
	}
	at := slices.IndexFunc(s.Columns, func(c Column) bool { return !c.Key })
	if at < 0 {
		at = len(s.Columns)
	}
	fitting := s
	fitting.Columns = slices.Insert(slices.Clone(s.Columns), at, partColumn)
	fitting.Rows = s.split(at)
	return fitting
}

// split gives rows in parts, and says which part each is in a cell of its own.
func (s Sheet) split(at int) iter.Seq[[]Value] {
	return func(yield func([]Value) bool) {
		row := make([]Value, len(s.Columns)+1)
		l := leftover{columns: s.Columns, values: make([]Value, len(s.Columns)), whole: make([]bool, len(s.Columns))}
		for values := range s.Rows {
			parts := l.fill(values)
			for part := 1; part <= parts; part++ {
				l.next(row, at)
				if parts > 1 {
					row[at] = Words(fmt.Sprintf("%d of %d", part, parts))
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}

// A leftover is what of a row is not written yet.
type leftover struct {
	columns []Column
	values  []Value
	whole   []bool // those that fit one cell
}

// fill takes a row, and says how many parts it needs. Line ends become one
// character each before they are counted, as they are in a cell.
func (l leftover) fill(values []Value) int {
	parts := 1
	clear(l.values[len(values):])
	for i, v := range values {
		if strings.ContainsRune(v.text, '\r') {
			v.text = lineEnds.Replace(v.text)
		}
		n := 1
		for rest := v.text; cellEnd(rest) < len(rest); n++ {
			rest = rest[cellEnd(rest):]
		}
		l.values[i], l.whole[i] = v, n == 1
		parts = max(parts, n)
	}
	return parts
}

// next puts as much of each value into a row as a cell can hold; what is a key
// stays for the next part.
func (l leftover) next(row []Value, at int) {
	row[at] = Value{}
	for i, v := range l.values {
		to := i
		if i >= at {
			to++
		}
		row[to] = v
		switch end := cellEnd(v.text); {
		case end < len(v.text):
			row[to].text, l.values[i].text = v.text[:end], v.text[end:]
		case !l.columns[i].Key || !l.whole[i]:
			l.values[i] = Value{}
		}
	}
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// cellEnd is how much of a text fits a cell, in bytes; no character is cut in
// two.
func cellEnd(s string) int {
	if len(s) <= longestCell { // no byte is more than one code unit
		return len(s)
	}
	units := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if units += max(utf16.RuneLen(r), 1); units > longestCell {
			return at
		}
		at += size
	}
	return len(s)
}

// formula says whether a text could be taken for one: by the beginnings that
// OWASP lists, narrow and wide.
func formula(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
}
