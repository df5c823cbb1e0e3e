package document

import (
	"fmt"
	"io"
	"time"
)

// A Form is what somebody fills in without us, and sends back. Each of its cells
// says for programs what it is for, and Seal what the whole is.
type Form struct {
	Title    string
	Subject  string
	Author   string // an office, never a person
	Language string // BCP 47: "en"
	Running  string
	Made     time.Time
	Seal     []Property
	Mark     string // stands where the keys of a sheet cross
	TooLong  string // stands for a text that no cell of a sheet can hold
	Facts    Facts
	Guide    []string // how it is filled in
	Beside   map[Format]string
	Parts    []FormPart
}

// A FormPart is entries that are asked the same: the records of a table, or the
// questions asked once.
type FormPart struct {
	Title   string
	Sheet   string // its name in a workbook
	Entries []FormEntry
}

// A FormEntry is a record, or the place for another.
type FormEntry struct {
	ID     string // "r7"
	Title  string
	Fields []FormField
}

// A FormField is one question with its answer.
type FormField struct {
	Key     string // says which it is, for programs; "" for a line that asks nothing
	Label   string
	Help    string
	Text    string
	Hint    string   // stands there while nothing does
	Choices []string // that it may be one of
	Strict  bool     // and nothing else
	Shut    string   // why it cannot be filled in; "" for what can be
	Heads   bool     // it names what follows
	Only    Format   // the one format that has it; "" for both
}

// formWriters is all that a Form can be written as.
var formWriters = map[Format]func(io.Writer, Form) error{
	DOCX: func(w io.Writer, f Form) error { return Write(w, DOCX, f.document()) },
	XLSX: writeFormXLSX,
}

// WriteForm writes a form to fill in.
func WriteForm(w io.Writer, format Format, f Form) error {
	write, known := formWriters[format]
	if !known {
		return fmt.Errorf("no form can be written as %q: choose docx or xlsx", format)
	}
	return write(w, f)
}

// in are the fields that a format has.
func (e FormEntry) in(format Format) []FormField {
	var fields []FormField
	for _, f := range e.Fields {
		if f.Only == "" || f.Only == format {
			fields = append(fields, f)
		}
	}
	return fields
}

// Texts are all that a form says itself: nothing that anybody fills in.
func (f Form) Texts() []string {
	all := append([]string{f.Title, f.Running, f.TooLong, whatToWrite}, f.Guide...)
	for _, fact := range f.Facts {
		text := fact.Text.Plain()
		all = append(all, fact.Label, text, fact.Label+": "+text)
	}
	for _, beside := range f.Beside {
		all = append(all, beside)
	}
	for _, p := range f.Parts {
		all = append(all, p.Title)
		for _, e := range p.Entries {
			all = append(all, e.Title, e.ID)
			for _, field := range e.Fields {
				all = append(all, field.Label, field.Help, field.Shut)
			}
		}
	}
	return all
}

// whatToWrite stands above what helps, in a workbook.
const whatToWrite = "What to write"
