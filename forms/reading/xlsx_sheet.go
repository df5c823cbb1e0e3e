package reading

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// An xlsxSheet is a sheet that is being read, cell by cell.
type xlsxSheet struct {
	*xlsx
	grid
	at      [2]int // row, column of the open cell
	kind    string // of its value
	style   int
	value   strings.Builder
	taking  bool // what is read is its value
	skipped int
	failed  error
}

func (x *xlsx) sheet(r io.Reader, name string, number int) (grid, error) {
	s := &xlsxSheet{xlsx: x, grid: newGrid(name, number)}
	err := walk(r, s)
	if s.failed != nil {
		err = s.failed
	}
	return s.grid, err
}

func (s *xlsxSheet) start(e xml.StartElement) {
	switch e.Name.Local {
	case "row":
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
			s.at = [2]int{n, 0}
		} else {
			s.at = [2]int{s.at[0] + 1, 0}
		}
	case "c":
		s.begin(e)
	case "v", "t":
		s.taking = s.skipped == 0
	case "rPh":
		s.skipped++
	case "mergeCell":
		s.merge(attribute(e, "ref"))
	}
}

// begin a cell: where it stands it says itself, or it is the next.
func (s *xlsxSheet) begin(e xml.StartElement) {
	s.at[1]++
	if ref := attribute(e, "r"); ref != "" {
		row, column, ok := reference(ref)
		if !ok {
			s.fail(unreadable("a cell of it stands at %.20q, where no sheet has one: open it, save it again and send that", ref))
		}
		s.at = [2]int{row, column}
	}
	if s.at[0] < 1 || s.at[0] > lastRow || s.at[1] > lastColumn {
		s.fail(unreadable("a cell of it stands in row %d and column %d, where no sheet has one: open it, save it again and send that", s.at[0], s.at[1]))
	}
	s.kind = attribute(e, "t")
	s.style, _ = strconv.Atoi(attribute(e, "s"))
	s.value.Reset()
}

func (s *xlsxSheet) end(name string) {
	switch name {
	case "v", "t":
		s.taking = false
	case "rPh":
		s.skipped--
	case "c":
		s.put(s.shown())
	}
}

func (s *xlsxSheet) text(b []byte) {
	if s.taking && s.failed == nil {
		s.value.Write(b)
	}
}

// shown is what the open cell shows.
func (s *xlsxSheet) shown() string {
	raw := s.value.String()
	switch s.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || n < 0 || n >= len(s.shared) {
			return ""
		}
		return s.shared[n]
	case "b":
		return map[string]string{"1": "Yes", "0": "No"}[raw]
	case "str", "inlineStr", "e", "d":
		return unescaped(raw)
	default:
		return s.number(raw)
	}
}

// number as it is read by people: a day, or without the noise of its last digits.
func (s *xlsxSheet) number(raw string) string {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	if s.style >= 0 && s.style < len(s.dates) && s.dates[s.style] && f >= 1 && f < 2958466 {
		return s.dayZero.AddDate(0, 0, int(f)).Format(time.DateOnly)
	}
	exact, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return raw
	}
	return strconv.FormatFloat(exact, 'f', -1, 64)
}

// put keeps what a cell shows, unless the workbook says more than a document may.
func (s *xlsxSheet) put(text string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\x00", "")
	if strings.TrimSpace(text) == "" || s.failed != nil {
		return
	}
	s.cells++
	s.bytes += len(text)
	switch {
	case s.cells > mostCells:
		s.fail(tooManyCells())
	case s.bytes > LargestText:
		s.fail(tooLarge(s.bytes, 0))
	default:
		s.grid.texts[s.at] = text
	}
}

// tooManyCells says what to do with a workbook that has more than are read.
func tooManyCells() error {
	return unreadable("it has more than %d cells: keep the sheet with the answers, and send that", mostCells)
}

// fail says why, and unpacks no more.
func (s *xlsxSheet) fail(why error) {
	if s.failed == nil {
		s.failed = why
	}
	*s.left = 0
}

// merge notes cells that are one, of which the first has the text. What
// would make more of them than a workbook may have is read without.
func (s *xlsxSheet) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	top, left, ok := reference(from)
	bottom, right, also := reference(to)
	if !ok || !also || bottom < top || right < left {
		return
	}
	work := (bottom - top + 1) * (right - left + 1)
	if s.merged+work > mostMerged {
		return
	}
	s.merged += work
	for row := top; row <= bottom; row++ {
		for column := left; column <= right; column++ {
			s.grid.over[[2]int{row, column}] = [2]int{top, left}
		}
	}
}

// reference is the row and the column of "C5".
func reference(ref string) (row, column int, ok bool) {
	at := strings.IndexAny(ref, "0123456789")
	if at < 1 || at > 3 {
		return 0, 0, false
	}
	for _, r := range ref[:at] {
		if r < 'A' || r > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(ref[at:])
	return row, column, err == nil && row >= 1 && row <= lastRow && column <= lastColumn
}

// columnLetters are how Excel names a column, counted from 1.
func columnLetters(column int) string {
	if column < 1 {
		return ""
	}
	return columnLetters((column-1)/26) + string(rune('A'+(column-1)%26))
}

var escapedCharacter = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// unescaped has the characters that Excel writes out: "_x000D_", and "_x005F_" for
// a line under that is meant so.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escapedCharacter.ReplaceAllStringFunc(text, func(code string) string {
		n, err := strconv.ParseUint(code[2:6], 16, 16)
		switch {
		case err != nil || n == 0:
			return ""
		case n >= ' ' && n != '_':
			return code // no program writes out what XML may say: somebody typed it
		}
		return string(rune(n))
	})
}
