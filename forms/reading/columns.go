package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text may keep the two columns of its tables beside one another, with spaces
// between them. Then what stands on the left says where a row begins, and what
// stands on the right of it is its answer.

// The measures of two columns.
const (
	leastLeft   = 8  // characters of the left column
	leastBeside = 6  // lines that begin the right column where the others do
	onceIn      = 10 // lines, at least, one does
)

// columns is the same document with each row in a table of its own making: the
// label first, then the answer. A text without columns stays as it is.
func (d Document) columns(labels Labels) Document {
	at := 0
	if !d.told() {
		if at = d.gutter(); at == 0 {
			return d
		}
	}
	s := &split{Document: d, left: make([]string, len(d.Lines)), right: make([]string, len(d.Lines))}
	var names document
	for i, l := range d.Lines {
		s.left[i], s.right[i] = d.cut(i, at)
		names.add(s.left[i], Line{Page: l.Page, Top: l.Top, Furniture: l.Furniture})
	}
	left := names.done()
	left.Labels = true
	c := left.sift(labels).scan()
	s.furniture = c.furniture
	s.rows(c)
	return s.done()
}

// told says whether the file told the columns of a line apart.
func (d Document) told() bool {
	return slices.ContainsFunc(d.Lines, func(l Line) bool { return l.Right > 0 })
}

// cut a line into its columns: where the file says, or at so many characters.
func (d Document) cut(i, column int) (left, right string) {
	if column > 0 {
		return cutAt(d.line(i), column)
	}
	at := d.Lines[i].Right
	if at == 0 {
		return strings.TrimSpace(d.line(i)), ""
	}
	return strings.TrimSpace(d.line(i)[:at]), strings.TrimSpace(d.line(i)[at:])
}

// gutter is where the right column begins, in characters; 0: there is none.
func (d Document) gutter() (at int) {
	begin, lines := map[int]int{}, 0
	for i, l := range d.Lines {
		if l.Cell != (Spot{}) || d.blank(i) {
			continue
		}
		lines++
		spaces, column, seen := 0, 0, map[int]bool{}
		for _, r := range strings.TrimRight(d.line(i), " ") {
			if r == ' ' {
				spaces++
			} else {
				if spaces > 1 && column >= leastLeft && !seen[column] {
					begin[column]++
					seen[column] = true
				}
				spaces = 0
			}
			column++
		}
	}
	for column, n := range begin {
		if n > begin[at] || n == begin[at] && column < at {
			at = column
		}
	}
	if begin[at] < leastBeside || begin[at]*onceIn < lines {
		return 0
	}
	return at
}

// cutAt cuts a line into its columns; one that runs across both is all left.
func cutAt(line string, column int) (left, right string) {
	runes := []rune(line)
	if len(runes) <= column || runes[column-1] != ' ' || column > 1 && runes[column-2] != ' ' || runes[column] == ' ' && strings.TrimSpace(string(runes[:column])) != "" {
		return strings.TrimSpace(line), ""
	}
	return strings.TrimSpace(string(runes[:column])), strings.TrimSpace(string(runes[column:]))
}

// A split is a document whose columns are told apart.
type split struct {
	Document
	document
	left, right []string
	furniture   []bool
	row         int
}

func (s *split) done() Document { return s.document.done() }

// rows writes what stands above the first label, and then row after row.
func (s *split) rows(c *scan) {
	marks := c.marks()
	from := 0
	for i, m := range marks {
		begins := c.lineAt(m.from())
		if i == 0 {
			s.plain(0, begins)
		}
		from = len(s.left)
		if i+1 < len(marks) {
			from = c.lineAt(marks[i+1].from())
		}
		if m.section != "" {
			s.plain(begins, from)
			continue
		}
		s.write(m.question == noteLabel, begins, c.lineAt(m.end())+1, from)
	}
	s.plain(from, len(s.left))
}

// write a row: its label, its answer, and what else stands on the left; a note runs
// across both columns. A row below it that nobody asked for is none of its answer.
func (s *split) write(note bool, begins, labelEnds, ends int) {
	s.row++
	for i := begins; i < labelEnds; i++ {
		if !s.furniture[i] && s.left[i] != "" {
			s.put(i, s.left[i], Spot{1, s.row, 1})
		}
	}
	asked := ends
	if !note {
		asked = s.unasked(labelEnds, ends)
	}
	for i := begins; i < asked; i++ {
		switch {
		case note && i >= labelEnds && !s.furniture[i]:
			s.put(i, strings.TrimSpace(s.left[i]+" "+s.right[i]), Spot{1, s.row, 2})
		case s.right[i] != "" || s.left[i] == "":
			s.put(i, s.right[i], Spot{1, s.row, 2})
		}
	}
	for i := begins; i < asked; i++ {
		if (s.furniture[i] || i >= labelEnds && !note) && s.left[i] != "" {
			s.put(i, s.left[i], Spot{})
		}
	}
	s.plain(asked, ends)
}

// unasked is the line with which a row begins that nobody asked for: something
// begins on the left, and stands beside something.
func (s *split) unasked(from, to int) int {
	for i := from; i < to; i++ {
		first, _ := utf8.DecodeRuneInString(s.left[i])
		if !s.furniture[i] && s.right[i] != "" && unicode.IsUpper(first) {
			return i
		}
	}
	return to
}

// plain writes lines that are in no row.
func (s *split) plain(from, to int) {
	for i := from; i < to; i++ {
		s.put(i, strings.TrimSpace(s.left[i]+" "+s.right[i]), Spot{})
	}
}

func (s *split) put(i int, text string, cell Spot) {
	l := s.Document.Lines[i]
	s.add(text, Line{Number: s.number(i), Page: l.Page, Top: l.Top && cell == (Spot{}), Cell: cell, Furniture: l.Furniture, Filled: l.Filled})
}
