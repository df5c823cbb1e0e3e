package workflow

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// edited is a packed file with some words of its main part put for others.
func edited(t testing.TB, raw []byte, pairs ...string) []byte {
	t.Helper()
	return repacked(t, raw, func(name, text string) string {
		if name != "word/document.xml" && !strings.HasPrefix(name, "xl/worksheets/") && name != "xl/sharedStrings.xml" {
			return text
		}
		return strings.NewReplacer(pairs...).Replace(text)
	})
}

// repacked is a packed file with other texts in its parts.
func repacked(t testing.TB, raw []byte, change func(name, text string) string) []byte {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	must(err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		must(err)
		text, err := io.ReadAll(r)
		must(err)
		w, err := z.Create(f.Name)
		must(err)
		_, err = io.WriteString(w, change(f.Name, string(text)))
		must(err)
	}
	must(z.Close())
	return out.Bytes()
}
