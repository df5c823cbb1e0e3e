package document

import (
	"archive/zip"
	"embed"
	"encoding/base64"
	"io"
	"text/template"
	"time"
)

// A part is a file inside a DOCX, and the template it is made from.
type part struct{ name, template string }

// The body is streamed between two groups of parts: those that follow from
// what a Document says of itself, and those that list what its body used. The
// parts of the manifest are there only if it has one.
var (
	before = []part{
		{"[Content_Types].xml", "types.xml"},
		{"_rels/.rels", "package_rels.xml"},
		{"docProps/core.xml", "core.xml"},
		{"docProps/app.xml", "app.xml"},
		{"word/styles.xml", "styles.xml"},
		{"word/settings.xml", "settings.xml"},
		{"word/header1.xml", "header.xml"},
		{"word/footer1.xml", "footer.xml"},
	}
	after = []part{
		{"word/numbering.xml", "numbering.xml"},
		{"word/_rels/document.xml.rels", "document_rels.xml"},
	}
	manifestParts = []part{
		{"customXml/item1.xml", "manifest.xml"},
		{"customXml/itemProps1.xml", "manifest_props.xml"},
		{"customXml/_rels/item1.xml.rels", "manifest_rels.xml"},
	}
)

//go:embed docx
var docxFiles embed.FS

var docxParts = template.Must(template.New("").
	Funcs(template.FuncMap{"xml": escaped, "base64": base64.StdEncoding.EncodeToString, "cell": sheetText, "column": sheetColumn, "plus": func(a, b int) int { return a + b }}).
	ParseFS(docxFiles, "docx/*.xml"))

// docxFacts is what the templates of the parts may ask for.
type docxFacts struct {
	Document
	Links    []string // addresses, in order of appearance
	Ordered  []int    // the numbering of each ordered list
	Charts   []docxChart
	Noted    bool // has notes
	Language string
	Created  string
}

// writeDOCX writes a Word document. Its body goes straight into the archive,
// so that memory does not grow with the text.
func writeDOCX(w io.Writer, d Document) error {
	archive := docxArchive{zip.NewWriter(w), entryTime(d.Made)}
	facts := docxFacts{
		Document: d, Language: language(d), Created: d.Made.UTC().Format(time.RFC3339),
		Charts: docxCharts(d), Noted: noted(d.Blocks),
	}
	if err := archive.add(before, facts); err != nil {
		return err
	}
	if len(d.Manifest) > 0 {
		if err := archive.add(manifestParts, facts); err != nil {
			return err
		}
	}
	entry, err := archive.create("word/document.xml")
	if err != nil {
		return err
	}
	body := docxBody{pen: newPen(entry), outline: outline(d.Blocks), linkIDs: map[string]int{}}
	body.document(d.Blocks)
	if err := body.done(); err != nil {
		return err
	}
	facts.Links, facts.Ordered = body.links, body.ordered
	if err := archive.add(after, facts); err != nil {
		return err
	}
	if err := archive.notes(body.notes); err != nil {
		return err
	}
	if err := archive.charts(facts.Charts); err != nil {
		return err
	}
	return archive.Close()
}

// language is the document's, or English.
func language(d Document) string {
	if d.Language == "" {
		return "en"
	}
	return d.Language
}

// docxArchive is the zip file that a DOCX is. All its entries carry one time.
type docxArchive struct {
	*zip.Writer
	made time.Time
}

func (a docxArchive) create(name string) (io.Writer, error) {
	return a.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.made})
}

// add writes parts, each from its template, which may ask for the facts.
func (a docxArchive) add(parts []part, facts any) error {
	for _, p := range parts {
		entry, err := a.create(p.name)
		if err != nil {
			return err
		}
		if err := docxParts.ExecuteTemplate(entry, p.template, facts); err != nil {
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
