package document

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// The formats of a Workbook.
const (
	XLSX Format = "xlsx"
	CSV  Format = "csv"
)

// workbookFormats is all that a Workbook can be written as.
var workbookFormats = map[Format]struct {
	media string
	write func(io.Writer, Workbook) error
}{
	XLSX: {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeXLSX},
	CSV:  {"text/csv; charset=utf-8", writeCSV},
}

// A Workbook is what will be counted and sorted, as a Document is what will be
// read. The same Workbook always gives the same bytes: every date in a file is
// Made.
type Workbook struct {
	Title    string
	Subject  string
	Author   string // an office, never a person
	Language string // BCP 47: "en"
	Made     time.Time
	Sheets   []Sheet
	Flat     int    // the sheet that is written where only one can be
	Manifest []byte // what this file is, for programs, as in a Document
}

// A Sheet is a table of any length. Its rows are made as they are written, so
// that memory does not grow with them; a row is read before the next is asked
// for.
type Sheet struct {
	Name    string // 1 to 31 characters, without any of []:*?/\
	About   string // what it holds, in a sentence
	Columns []Column
	Short   bool              // no text of it needs a second row, so that it has no column for parts
	Rows    iter.Seq[[]Value] // a row may end early: its last cells are empty
}

// A Column says what stands under its title.
type Column struct {
	Title string
	About string // what it means, in a sentence; "" where the title says it
	Width int    // in characters
	Wrap  bool   // long texts stand in several lines
	Key   bool   // says which thing a row is about; keys stand first, and again where a long text goes on
}

// A Value is what stands in one cell. The zero Value is an empty one.
type Value struct {
	use  use
	text string
	link string
}

// A use is what a value is for: to be read, to be counted, to be set in time.
type use byte

const (
	reading use = iota
	counting
	dating
)

// Words are a text as it is. None can act as a formula, whatever it begins with.
func Words(s string) Value { return Value{text: s} }

// Number is a decimal, written out: "49780.00". It never was a float.
func Number(decimal string) Value { return Value{use: counting, text: decimal} }

// Date is a day, "2016-12-16". What is coarser, "2016-12", stays a text.
func Date(iso string) Value { return Value{use: dating, text: iso} }

// YesNo is one of two words, so that both can be sorted and filtered by.
func YesNo(yes bool) Value {
	if yes {
		return Words("Yes")
	}
	return Words("No")
}

// Link is a text that leads somewhere; to nowhere unsafe.
func Link(text, target string) Value { return Value{text: text, link: address(target)} }

// WriteWorkbook writes a workbook. Nothing of its text is left out or cut: what
// is too long for a cell goes on in further rows.
func WriteWorkbook(w io.Writer, f Format, b Workbook) error {
	format, known := workbookFormats[f]
	if !known {
		return fmt.Errorf("no workbook can be written as %q: choose one of %q", f, slices.Sorted(maps.Keys(workbookFormats)))
	}
	if err := soundSheets(b); err != nil {
		return err
	}
	return format.write(w, b)
}

// soundSheets refuses what Excel would call damaged.
func soundSheets(b Workbook) error {
	if b.Flat < 0 || b.Flat >= len(b.Sheets) {
		return fmt.Errorf("a workbook of %d sheets has no sheet %d", len(b.Sheets), b.Flat)
	}
	taken := map[string]bool{}
	for _, s := range b.Sheets {
		switch name := strings.ToLower(s.Name); {
		case name == "", utf8.RuneCountInString(name) > 31, strings.ContainsAny(name, `[]:*?/\'`):
			return fmt.Errorf(`%q cannot name a sheet: use 1 to 31 characters, without []:*?/\'`, s.Name)
		case taken[name]:
			return fmt.Errorf("two sheets are named %q", s.Name)
		case len(s.Columns) == 0 || len(s.Columns) >= mostColumns:
			return fmt.Errorf("sheet %q has %d columns: give it 1 to %d", s.Name, len(s.Columns), mostColumns-1)
		default:
			taken[name] = true
		}
	}
	return nil
}
