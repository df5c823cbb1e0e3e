package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ahq/forms/formstest"
)

// printed is what LibreOffice prints of a DOCX, without spaces: lines break
// where they like.
func printed(t *testing.T, docx string) string {
	t.Helper()
	dir := t.TempDir()
	formstest.Office(t, docx, "pdf", dir)
	pdf := filepath.Join(dir, strings.TrimSuffix(filepath.Base(docx), ".docx")+".pdf")
	return solid(formstest.Run(t, "pdftotext", "-raw", pdf, "-"))
}

func solid(s string) string { return strings.Join(strings.Fields(s), "") }

// plainSample is the sample without the letters that no font of a bare machine
// has.
func plainSample() Document {
	d := sample()
	for _, b := range d.Blocks {
		if t, ok := b.(Table); ok && t.Caption == "Who answered" {
			t.Rows[2].Cells[2] = words("ü")
		}
	}
	return d
}

// spansOf are the texts of a document as they are printed without a break.
func spansOf(blocks []Block) (spans []string) {
	add := func(t Text) {
		for _, s := range t {
			spans = append(spans, s.Text)
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			add(b.Text)
		case Paragraph:
			add(b.Text)
		case List:
			for _, item := range b.Items {
				add(item)
			}
		case Facts:
			for _, fact := range b {
				spans = append(spans, fact.Label)
				add(fact.Text)
			}
		case Table:
			for _, text := range b.Header {
				add(text)
			}
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					spans = append(spans, spansOf(cell.Blocks)...)
				}
			}
		}
	}
	return spans
}

// missing are the texts of a document that are not in what was printed.
func missing(d Document, printed string) (texts []string) {
	for _, text := range append(spansOf(d.Blocks), asides(d.Blocks)...) {
		if !strings.Contains(printed, solid(text)) && text != "0" { // a bar of nothing has no number
			texts = append(texts, text)
		}
	}
	return texts
}

func TestLibreOfficePrintsTheWholeDocument(t *testing.T) {
	formstest.Require(t, "libreoffice", "poppler")
	file := filepath.Join(t.TempDir(), "sample.docx")
	writeDocument(t, file, plainSample())
	pdf := printed(t, file)
	for _, text := range missing(plainSample(), pdf) {
		t.Errorf("not printed: %q", text)
	}
	for _, text := range []string{"Page2of", plainSample().Running} {
		if !strings.Contains(pdf, solid(text)) {
			t.Errorf("no page has %q", text)
		}
	}
}

func writeDocument(t *testing.T, path string, d Document) {
	t.Helper()
	if err := os.WriteFile(path, written(t, DOCX, d), 0o600); err != nil {
		t.Fatal(err)
	}
}

// edit changes a paragraph, as somebody does who has a program of their own.
const edit = `
import docx, sys
d = docx.Document(sys.argv[1])
assert d.core_properties.title and d.core_properties.author and d.core_properties.language, "properties"
names = [p.style.name for p in d.paragraphs]
assert "Title" in names and "Heading 1" in names and "List Number" in names, names
assert len(d.tables) > 3 and d.tables[1].rows[0].cells[0].text, "tables"
for p in d.paragraphs:
    if p.text == "Responses":
        p.runs[0].text = "Responses, as changed"
d.save(sys.argv[2])
`

func TestADocumentChangedElsewhereStaysWhole(t *testing.T) {
	formstest.Require(t, "libreoffice", "poppler", "python-docx")
	dir := t.TempDir()
	before, after := filepath.Join(dir, "before.docx"), filepath.Join(dir, "after.docx")
	writeDocument(t, before, plainSample())
	formstest.Run(t, "/usr/bin/python3", "-c", edit, before, after)
	pdf := printed(t, after)
	if !strings.Contains(pdf, "Responses,aschanged") {
		t.Error("the change is not printed")
	}
	for _, text := range missing(plainSample(), pdf) {
		t.Errorf("not printed: %q", text)
	}
}
