package document

import (
	"archive/zip"
	"compress/flate"
	"embed"
	"encoding/base64"
	"fmt"
	"io"
	"strconv"
	"text/template"
	"time"
)

// The sheets are streamed between two groups of parts: those that follow from
// what a Workbook says of itself, and those that tell how long its sheets are.
var (
	beforeSheets = []part{
		{"[Content_Types].xml", "types_xlsx.xml"},
		{"_rels/.rels", "package_rels_xlsx.xml"},
		{"docProps/core.xml", "core.xml"},
		{"docProps/app.xml", "app.xml"},
		{"xl/styles.xml", "styles_xlsx.xml"},
	}
	afterSheets = []part{
		{"xl/workbook.xml", "workbook.xml"},
		{"xl/_rels/workbook.xml.rels", "workbook_rels.xml"},
	}
)

//go:embed xlsx
var xlsxFiles embed.FS

// xlsxParts are its own parts, and those that say of any file what it is.
var xlsxParts = template.Must(template.Must(template.New("").
	Funcs(template.FuncMap{"xml": escaped, "base64": base64.StdEncoding.EncodeToString, "number": func(i int) int { return i + 1 }}).
	ParseFS(docxFiles, "docx/core.xml", "docx/app.xml", "docx/manifest*.xml")).
	ParseFS(xlsxFiles, "xlsx/*.xml"))

// xlsxFacts is what the templates of the parts may ask for.
type xlsxFacts struct {
	Workbook
	Looks    []xlsxLook
	Ranges   []xlsxRange
	Language string
	Created  string
}

// An xlsxRange is the parts of a sheet that Excel knows by name.
type xlsxRange struct{ Filter, Titles string }

// writeXLSX writes an Excel file. Its rows go straight into the archive, so
// that memory does not grow with them.
func writeXLSX(w io.Writer, b Workbook) error {
	archive := archive{zip.NewWriter(w), xlsxParts, entryTime(b.Made)}
	archive.RegisterCompressor(zip.Deflate, fastDeflate())
	facts := xlsxFacts{Workbook: b, Looks: xlsxLooks, Language: language(b.Language), Created: b.Made.UTC().Format(time.RFC3339)}
	if err := archive.add(beforeSheets, facts); err != nil {
		return err
	}
	for i, s := range b.Sheets {
		named, err := archive.sheet(i+1, s.fitting())
		if err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		facts.Ranges = append(facts.Ranges, named)
	}
	if err := archive.add(afterSheets, facts); err != nil {
		return err
	}
	if len(b.Manifest) > 0 {
		if err := archive.add(manifestParts, facts); err != nil {
			return err
		}
	}
	return archive.Close()
}

// sheet streams one sheet, and then the addresses that its links lead to.
func (a archive) sheet(number int, s Sheet) (xlsxRange, error) {
	name := "sheet" + strconv.Itoa(number) + ".xml"
	entry, err := a.create("xl/worksheets/" + name)
	if err != nil {
		return xlsxRange{}, err
	}
	x := xlsxSheet{pen: newPen(entry), columns: columnsOf(s), linkIDs: map[string]int{}}
	x.sheet(s, number == 1)
	if err := x.done(); err != nil {
		return xlsxRange{}, err
	}
	if x.rows > mostRows {
		return xlsxRange{}, fmt.Errorf("%d rows are more than the %d that Excel can hold: write it as CSV", x.rows, mostRows)
	}
	if len(x.links) > 0 {
		err = a.add([]part{{"xl/worksheets/_rels/" + name + ".rels", "sheet_rels.xml"}}, x.links)
	}
	return xlsxRange{
		Filter: fmt.Sprintf("'%s'!$A$1:$%s$%d", s.Name, x.columns[len(x.columns)-1].letters, x.rows),
		Titles: fmt.Sprintf("'%s'!$1:$1", s.Name),
	}, err
}

// fastDeflate packs one entry after the other with one compressor. Markup that
// repeats itself hardly gets smaller by taking longer.
func fastDeflate() zip.Compressor {
	var packer *flate.Writer
	return func(w io.Writer) (_ io.WriteCloser, err error) {
		if packer == nil {
			packer, err = flate.NewWriter(w, flate.BestSpeed)
		} else {
			packer.Reset(w)
		}
		return packer, err
	}
}
