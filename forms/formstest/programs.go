// Package formstest is what the tests of all packages share: programs of others,
// which make and read the files that people send us and get from us, and what
// Belgium answered.
package formstest

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// needed are those programs, by the name that AHQ_TEST_REQUIRE has for them, and
// how to get them.
var needed = map[string]struct {
	command []string // that succeeds where the program is; a single word needs only to be there
	install string
}{
	"chromium":    {[]string{"chromium"}, "chromium"},
	"libreoffice": {[]string{"soffice"}, "libreoffice-writer libreoffice-calc"},
	"poppler":     {[]string{"pdftotext"}, "poppler-utils"},
	"python-docx": {[]string{"/usr/bin/python3", "-c", "import docx"}, "python3-docx"},
	"qpdf":        {[]string{"qpdf"}, "qpdf"},
}

// Require skips a test where a program is not on the machine, or fails it where
// AHQ_TEST_REQUIRE names the program.
func Require(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		program, known := needed[name]
		if !known {
			t.Fatalf("nobody said how to get %s", name)
		}
		if there(t, program.command) != nil {
			Lacks(t, name, "apt-get install "+program.install)
		}
	}
}

// Lacks ends a test that cannot be done here: it is skipped, or fails where
// AHQ_TEST_REQUIRE names what it needs.
func Lacks(t testing.TB, name, instead string) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("AHQ_TEST_REQUIRE"), ","), name) {
		t.Fatalf("%s is required: %s", name, instead)
	}
	t.Skipf("this needs %s: %s", name, instead)
}

func there(t testing.TB, command []string) error {
	if len(command) == 1 {
		_, err := exec.LookPath(command[0])
		return err
	}
	return exec.CommandContext(t.Context(), command[0], command[1:]...).Run()
}

// Run a program that must succeed, and give what it prints.
func Run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// Office has LibreOffice save a file as something else in a folder, under a
// profile of its own, so that several can at once: "pdf", "docx:MS Word 2007 XML".
func Office(t testing.TB, file, as, folder string) {
	t.Helper()
	Require(t, "libreoffice")
	Run(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", as, "--outdir", folder, file)
}

// Saved is a file, given by its name and what is in it, as LibreOffice saves it.
func Saved(t testing.TB, name string, raw []byte, as string) []byte {
	t.Helper()
	from, to := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(from, name), raw, 0o600); err != nil {
		t.Fatal(err)
	}
	Office(t, filepath.Join(from, name), as, to)
	ending, _, _ := strings.Cut(as, ":")
	made, err := os.ReadFile(filepath.Join(to, strings.TrimSuffix(name, filepath.Ext(name))+"."+ending))
	if err != nil {
		t.Fatal(err)
	}
	return made
}
