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
	golden(t, "testdata/sample.docx.txt", listing(t, "", written(t, DOCX, sample())))
}

// listing is the text of every part of a package, and of the packages in it.
func listing(t *testing.T, within string, file []byte) string {
	t.Helper()
	files, names := parts(t, file)
	var text strings.Builder
	for _, name := range names {
		if strings.HasSuffix(name, ".xlsx") {
			text.WriteString(listing(t, name+"/", []byte(files[name])))
			continue
		}
		text.WriteString("-- " + within + name + " --\n" + strings.TrimSpace(files[name]) + "\n")
	}
	return text.String()
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
