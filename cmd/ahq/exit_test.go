package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestExitCodesSayHowItWent(t *testing.T) {
	sound := `{"questionnaire":"norway-2016","ncp":"AT","answers":{"contact":{"text":"ncp@example.org"}}}`
	for _, c := range []struct {
		name  string
		args  []string
		stdin string
		code  int
		says  string
	}{
		{"a sound content", []string{"check", "-"}, sound, exitWell, `"problems"`},
		{"a content with an error", []string{"check", "-"}, strings.Replace(sound, "ncp@example.org", "", 1), exitErrors, `"follow-up.contact"`},
		{"an unknown key", []string{"check", "-"}, `{"questionaire":"norway-2016"}`, exitErrors, "/questionaire"},
		{"a key twice", []string{"check", "-"}, `{"ncp":"BE","ncp":"AT"}`, exitErrors, "ncp"},
		{"an unknown questionnaire", []string{"check", "-"}, `{"questionnaire":"none"}`, exitUse, "none"},
		{"a document", []string{"read", "-"}, "Title of the campaign\tStay safe\n", exitWell, `"Stay safe"`},
		{"a document in words", []string{"read", "--summary", "-"}, "Title of the campaign\tStay safe\n", exitWell, "1 records"},
		{"a document that answers nothing", []string{"read", "-"}, "Dear all,\nsee attached", exitErrors, "--questionnaire"},
		{"a document for an unknown questionnaire", []string{"read", "--questionnaire", "none", "-"}, "Dear all", exitUse, "none"},
		{"a PDF", []string{"read", "-"}, string(tinyPDF("Title of the campaign: Stay safe", "")), exitWell, `"Stay safe"`},
		{"an old Word file", []string{"read", "-"}, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", exitErrors, ".docx"},
		{"no command", nil, "", exitUse, "ahq --help"},
		{"an unknown flag", []string{"check", "--quick", "-"}, "", exitUse, "--quick"},
		{"help", []string{"--help"}, "", exitWell, "compile"},
		{"the demo's password on a network", []string{"demo", "--addr", "0.0.0.0:0"}, "", exitUse, "--password"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, said := runProgram(t, c.stdin, c.args...)
			if code != c.code || !strings.Contains(said, c.says) {
				t.Errorf("exit code %d, want %d, with %q in:\n%s", code, c.code, c.says, said)
			}
		})
	}
}

func TestCompileOfAClosedAHQWritesTheSameEditionTwice(t *testing.T) {
	data := t.TempDir()
	if code, said := runProgram(t, "", "seed", "--data", data, "--password", "a password for tests"); code != exitWell {
		t.Fatal(said)
	}
	first, second := filepath.Join(data, "1.docx"), filepath.Join(data, "2.docx")
	for _, out := range []string{first, second} {
		if code, said := runProgram(t, "", "compile", "2016.1", "--data", data, "--early", "for a test", "--out", out); code != exitWell {
			t.Fatal(said)
		}
	}
	if !bytes.Equal(read(t, first), read(t, second)) {
		t.Error("nothing changed, and the file is another one")
	}
	if code, said := runProgram(t, "", "compile", "2016.1", "--data", data, "--audience", "public", "--out", first); code != exitRefused {
		t.Errorf("an open AHQ was compiled without a word why: exit code %d, %s", code, said)
	}
}

func TestAFormComesOutAndIsReadBack(t *testing.T) {
	data := t.TempDir()
	if code, said := runProgram(t, "", "seed", "--data", data, "--password", "a password for tests"); code != exitWell {
		t.Fatal(said)
	}
	for _, format := range []string{"docx", "xlsx"} {
		out := filepath.Join(data, "form."+format)
		if code, said := runProgram(t, "", "blank", "2016.1", "FI", "--data", data, "--format", format, "--out", out); code != exitWell {
			t.Fatal(said)
		}
		if code, said := runProgram(t, "", "read", "--summary", out); code != exitWell || !strings.Contains(said, "2 records") || !strings.Contains(said, "Tiedä ennen kuin lähdet") {
			t.Errorf("%s: exit code %d, %s", format, code, said)
		}
	}
	if code, _ := runProgram(t, "", "blank", "2016.1", "ZZ", "--data", data); code != exitErrors {
		t.Errorf("the form of nobody: exit code %d", code)
	}
}

// runProgram runs ahq to its end and gives its exit code and all it said.
func runProgram(t *testing.T, stdin string, args ...string) (int, string) {
	t.Helper()
	command := program(t.Context(), args...)
	command.Stdin = strings.NewReader(stdin)
	out, err := command.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), string(out)
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
