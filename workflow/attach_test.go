package workflow

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTheNameOfAFile(t *testing.T) {
	for given, want := range map[string]string{
		"table.docx":            "table.docx",
		`C:\Users\me\table.doc`: "table.doc",
		"../../etc/passwd":      "passwd",
		"été 2016.pdf":          "été 2016.pdf",
		"a\r\nb\x00.pdf":        "ab.pdf",
		"invoice\u202efdp.exe":  "invoicefdp.exe",
		"<script>.html":         "script.html",
		"...":                   "",
		"":                      "",
		"/":                     "",
		"a/":                    "a",
	} {
		if got := fileName(given); got != want {
			t.Errorf("%q is kept as %q; want %q", given, got, want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	f.Add("a/b\\c.pdf")
	f.Add(strings.Repeat("é", 300))
	f.Fuzz(func(t *testing.T, given string) {
		name := fileName(given)
		if strings.ContainsAny(name, "/\\\x00\r\n\"") || len(name) > 200 || !utf8.ValidString(name) || name == "." || name == ".." {
			t.Errorf("%q is kept as %q", given, name)
		}
		if again := fileName(name); again != name {
			t.Errorf("%q is kept as %q, and that as %q", given, name, again)
		}
	})
}
