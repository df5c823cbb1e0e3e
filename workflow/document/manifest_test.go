package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"ahq/forms/formstest"
)

// manifested are the formats that can hold a manifest.
var manifested = []Format{DOCX, HTML, PDF}

func TestAManifestIsFoundAgain(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := sample()
		d.Title = odd(10_000).Draw(r, "title")
		d.Manifest = rapid.SliceOfN(rapid.Byte(), 1, 2000).Draw(r, "manifest")
		for _, f := range manifested {
			got, err := manifestOf(written(t, f, d))
			if err != nil {
				r.Fatalf("%s: %v", f, err)
			}
			if diff := cmp.Diff(d.Manifest, got); diff != "" {
				r.Fatalf("%s (-put in +found): %s", f, diff)
			}
		}
	})
}

func TestAManifestIsFoundAgainInAWorkbook(t *testing.T) {
	var file bytes.Buffer
	b := Workbook{Title: "T", Sheets: []Sheet{{Name: "Records", Columns: []Column{{Title: "NCP"}}, Rows: slices.Values([][]Value{{Words("BE")}})}}, Manifest: []byte(`{"edition": 1}`)}
	if err := WriteWorkbook(&file, XLSX, b); err != nil {
		t.Fatal(err)
	}
	if got, err := manifestOf(file.Bytes()); err != nil || string(got) != string(b.Manifest) {
		t.Errorf("got %q, %v", got, err)
	}
	if book, err := excelize.OpenReader(&file); err != nil || book.GetSheetName(0) != "Records" {
		t.Errorf("with a manifest it does not open: %v", err)
	}
}

func manifestOf(file []byte) ([]byte, error) {
	return Manifest(bytes.NewReader(file), int64(len(file)))
}

func TestAFileWithoutAManifestIsSaidToHaveNone(t *testing.T) {
	d := sample()
	d.Manifest = nil
	files := map[string][]byte{
		"nothing":           nil,
		"a text":            []byte("ahq-manifest"),
		"a page of others":  []byte(`<!DOCTYPE html><title>x</title><p>text`),
		"one in the text":   []byte(`<html><body><meta name="ahq-manifest" content="e30=">`),
		"an empty archive":  archived(t, nil),
		"another's part":    archived(t, map[string]string{"customXml/item1.xml": `<a xmlns="urn:other">e30=</a>`}),
		"a part of no sort": archived(t, map[string]string{"customXml/item1.xml": "nonsense"}),
	}
	for _, f := range manifested {
		files["ours, as "+string(f)] = written(t, f, d)
	}
	for name, file := range files {
		if got, err := manifestOf(file); !errors.Is(err, ErrNoManifest) {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

func TestAManifestThatIsDamagedOrTooLongIsRefused(t *testing.T) {
	long := strings.Repeat("AAAA", longestManifest/3+8)
	for name, file := range map[string][]byte{
		"damaged":          archived(t, map[string]string{"customXml/item1.xml": `<manifest xmlns="urn:ahq:manifest">%%</manifest>`}),
		"damaged in HTML":  []byte(`<meta name="ahq-manifest" content="%%">`),
		"too long":         archived(t, map[string]string{"customXml/item1.xml": `<manifest xmlns="urn:ahq:manifest">` + long + `</manifest>`}),
		"too long in HTML": []byte(`<meta name="ahq-manifest" content="` + long + `">`),
		"a zip bomb":       archived(t, map[string]string{"customXml/item1.xml": `<manifest xmlns="urn:ahq:manifest">` + strings.Repeat(" ", 64<<20)}),
	} {
		if got, err := manifestOf(file); err == nil {
			t.Errorf("%s: got %d bytes", name, len(got))
		}
	}
}

func TestAManifestIsFoundUnderTheNameThatWordGivesIt(t *testing.T) {
	file := archived(t, map[string]string{
		"customXml/item1.xml":  `<b:Sources xmlns:b="urn:other"/>`,
		"customXml/item12.xml": `<manifest xmlns="urn:ahq:manifest">e30=</manifest>`,
	})
	if got, err := manifestOf(file); err != nil || string(got) != "{}" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestAManifestOutlivesAChangeElsewhere(t *testing.T) {
	formstest.Require(t, "python-docx")
	dir := t.TempDir()
	before, after := filepath.Join(dir, "before.docx"), filepath.Join(dir, "after.docx")
	writeDocument(t, before, sample())
	formstest.Run(t, "/usr/bin/python3", "-c", edit, before, after)
	file, err := os.ReadFile(after)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := manifestOf(file); err != nil || !bytes.Equal(got, sample().Manifest) {
		t.Errorf("got %q, %v", got, err)
	}
}

// archived is a zip file of these parts.
func archived(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzManifest(f *testing.F) {
	for _, format := range manifested {
		f.Add(written(f, format, Document{Title: "T", Manifest: []byte("{}")}))
	}
	f.Add(archived(f, map[string]string{"customXml/item1.xml": `<manifest xmlns="urn:ahq:manifest">e30=</manifest>`}))
	f.Add([]byte(`<meta name="ahq-manifest" content="e30=">`))
	f.Fuzz(func(t *testing.T, file []byte) {
		if got, err := manifestOf(file); err == nil && (len(got) == 0 || len(got) > longestManifest) {
			t.Errorf("%d bytes", len(got))
		}
	})
}
