package workflow

import (
	"io"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/workflow/document"
)

// JSON is the format of an edition as data; the others are document's.
const JSON document.Format = "json"

// A FileFormat is a kind of file that an edition can be had as.
type FileFormat struct {
	Format document.Format
	Name   string // as it is offered: "Word"
	Media  string // as HTTP calls it
	Pages  bool   // laid out in pages; a draft can be had so too, for the ministries to look at
	write  func(filtered, Printing, io.Writer) error
}

// formats is all of them, in the order they are offered. Pages, API and command
// line read this table: a new format is a new row.
var formats = []FileFormat{
	{document.DOCX, "Word", document.DOCX.MediaType(), true, asDocument(document.DOCX)},
	{document.PDF, "PDF", document.PDF.MediaType(), true, asDocument(document.PDF)},
	{document.HTML, "HTML", document.HTML.MediaType(), true, asDocument(document.HTML)},
	{document.XLSX, "Excel", document.XLSX.MediaType(), false, asWorkbook(document.XLSX)},
	{document.CSV, "CSV", document.CSV.MediaType(), false, asWorkbook(document.CSV)},
	{JSON, "JSON", "application/json", false, asJSON},
}

// Formats are those that an edition can be had as.
func Formats() []FileFormat { return slices.Clone(formats) }

// DraftFormats are those that a draft can be had as.
func DraftFormats() []FileFormat {
	return slices.DeleteFunc(Formats(), func(f FileFormat) bool { return !f.Pages })
}

// FormatOf is the one of that name, and whether there is one.
func FormatOf(name document.Format) (FileFormat, bool) {
	i := slices.IndexFunc(formats, func(f FileFormat) bool { return f.Format == name })
	if i < 0 {
		return FileFormat{}, false
	}
	return formats[i], true
}

// FormatNames are how the formats are called, with commas between them.
func FormatNames() string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = string(f.Format)
	}
	return strings.Join(names, ",")
}

func asDocument(format document.Format) func(filtered, Printing, io.Writer) error {
	return func(f filtered, p Printing, out io.Writer) error { return document.Write(out, format, f.document(p)) }
}

func asWorkbook(format document.Format) func(filtered, Printing, io.Writer) error {
	return func(f filtered, _ Printing, out io.Writer) error {
		return document.WriteWorkbook(out, format, f.workbook())
	}
}

func asJSON(f filtered, _ Printing, out io.Writer) error {
	return json.MarshalWrite(out, f.json(), json.Deterministic(true), jsontext.WithIndent("  "))
}
