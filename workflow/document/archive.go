package document

import (
	"archive/zip"
	"io"
	"text/template"
	"time"
)

// A part is a file inside a DOCX or XLSX, and the template it is made from.
type part struct{ name, template string }

// archive is the zip file that a DOCX or XLSX is. All its entries carry one time.
type archive struct {
	*zip.Writer
	templates *template.Template
	made      time.Time
}

func (a archive) create(name string) (io.Writer, error) {
	return a.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.made})
}

// add writes parts from what their templates may ask for.
func (a archive) add(parts []part, facts any) error {
	for _, p := range parts {
		entry, err := a.create(p.name)
		if err != nil {
			return err
		}
		if err := a.templates.ExecuteTemplate(entry, p.template, facts); err != nil {
			return err
		}
	}
	return nil
}

// entryTime is made as a zip entry can hold it: no year before 1980.
func entryTime(made time.Time) time.Time {
	first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	if made.Before(first) {
		return first
	}
	return made.UTC()
}
