package forms

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what is told into testdata/check")

// A golden file is a content as it comes in, and all that a check says of it.
type goldenFile struct {
	About   string         `json:"about"`
	Content jsontext.Value `json:"content"`
	Report  jsontext.Value `json:"report"`
}

func TestChecksAsBefore(t *testing.T) {
	files, err := filepath.Glob("testdata/check/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { checkGolden(t, file) })
	}
}

func checkGolden(t *testing.T, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var golden goldenFile
	if err := json.Unmarshal(raw, &golden, json.RejectUnknownMembers(true)); err != nil {
		t.Fatal(err)
	}
	before := string(golden.Report)
	golden.Report = reportOn(t, golden.Content)
	now, err := json.Marshal(golden, jsontext.WithIndent("  "))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, append(now, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(indented(t, []byte(before)), indented(t, golden.Report)); diff != "" {
		t.Errorf("%s: before and now:\n%s", golden.About, diff)
	}
}

func reportOn(t *testing.T, raw jsontext.Value) jsontext.Value {
	t.Helper()
	c, err := DecodeContent(raw)
	if err != nil {
		t.Fatal(err)
	}
	f := compiled(t, c.Questionnaire)
	if err := f.Fits(c); err != nil {
		t.Fatal(err)
	}
	asked := Asked{NCP: c.NCP}
	if c.On != "" {
		if asked.On, err = time.Parse(time.DateOnly, c.On); err != nil {
			t.Fatal(err)
		}
	}
	report, err := json.Marshal(f.Check(c, asked), json.Deterministic(true))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func indented(t *testing.T, raw jsontext.Value) string {
	t.Helper()
	if len(raw) == 0 {
		return ""
	}
	if err := raw.Indent(); err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
