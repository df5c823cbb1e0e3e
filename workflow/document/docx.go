package document

import (
	"archive/zip"
	"embed"
	"encoding/base64"
	"io"
	"text/template"
	"time"
)

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
	sealParts = []part{{"docProps/custom.xml", "custom.xml"}}
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
	archive := archive{zip.NewWriter(w), docxParts, entryTime(d.Made)}
	facts := docxFacts{
		Document: d, Language: language(d.Language), Created: d.Made.UTC().Format(time.RFC3339),
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
	if len(d.Seal) > 0 {
		if err := archive.add(sealParts, facts); err != nil {
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

// language is the one that a file says it is in, or English.
func language(code string) string {
	if code == "" {
		return "en"
	}
	return code
}
