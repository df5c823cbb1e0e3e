package document

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// A Format is a kind of file that a Document can be written as.
type Format string

// The formats.
const (
	DOCX Format = "docx"
	HTML Format = "html"
	PDF  Format = "pdf"
)

// formats is all that we can write. A new format is a new row.
var formats = map[Format]struct {
	media string
	write func(io.Writer, Document) error
}{
	DOCX: {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", writeDOCX},
	HTML: {"text/html; charset=utf-8", writeHTML},
	PDF:  {"application/pdf", writePDF},
}

// MediaType is what a file of this format is called in HTTP; "" if there is no
// such format.
func (f Format) MediaType() string {
	if format, known := workbookFormats[f]; known {
		return format.media
	}
	return formats[f].media
}

// Write prints a document. Nothing of its text is left out or cut; characters
// that no XML may hold are shown as U+FFFD.
func Write(w io.Writer, f Format, d Document) error {
	format, known := formats[f]
	if !known {
		return fmt.Errorf("no document can be written as %q: choose one of %q", f, slices.Sorted(maps.Keys(formats)))
	}
	if err := sound(d.Blocks); err != nil {
		return err
	}
	if f != DOCX && toFill(d.Blocks) {
		return fmt.Errorf("a form to fill in cannot be written as %q: write it as Word", f)
	}
	return format.write(w, d)
}

// Formats are all that a Document can be written as.
func Formats() []Format { return slices.Sorted(maps.Keys(formats)) }
