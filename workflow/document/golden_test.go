package document

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestTheSampleLooksAsItDid(t *testing.T) {
	golden(t, "testdata/sample.html", string(written(t, HTML, sample())))
	files, names := parts(t, written(t, DOCX, sample()))
	var docx strings.Builder
	for _, name := range names {
		docx.WriteString("-- " + name + " --\n" + strings.TrimSpace(files[name]) + "\n")
	}
	golden(t, "testdata/sample.docx.txt", docx.String())
}

// golden compares what was made with what was approved. A DOCX is compared by
// the text of its parts, so that another compression is no difference.
func golden(t *testing.T, path, made string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	approved, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run with -update", err)
	}
	if diff := cmp.Diff(strings.Split(string(approved), "\n"), strings.Split(made, "\n")); diff != "" {
		t.Errorf("%s: look, then run with -update (-approved +made):\n%.3000s", path, diff)
	}
}
