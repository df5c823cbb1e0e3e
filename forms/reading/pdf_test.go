package reading_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/forms/reading/pdf"
)

// converted is a Word document as LibreOffice saves it in another format.
func converted(t *testing.T, raw []byte, format string) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not on this machine")
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "answers.docx")
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	convert := exec.CommandContext(t.Context(), office, fmt.Sprintf("-env:UserInstallation=file://%s/profile", folder), "--headless", "--convert-to", format, "--outdir", filepath.Join(folder, "out"), file)
	if said, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v", said, err)
	}
	made, err := os.ReadFile(filepath.Join(folder, "out", "answers."+format))
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// The same content as Word document and as PDF reads back the same.
func TestAWordDocumentAndItsPDFReadTheSame(t *testing.T) {
	q := reading.Norway(t)
	belgium, err := reading.Text(reading.Seed(t, "be-response.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for says, content := range map[string]forms.Content{
		"Belgium": belgium.Propose(q).Content,
	} {
		t.Run(says, func(t *testing.T) {
			word := reading.PrintedAsWord(t, content)
			fromWord, err := reading.Read("answers.docx", word)
			if err != nil {
				t.Fatal(err)
			}
			raw := converted(t, word, "pdf")
			fromPDF, err := pdf.Read(raw)
			if err != nil {
				t.Fatal(err)
			}
			reading.SameCells(t, content, fromWord.Propose(q).Content)
			reading.SameCells(t, content, fromPDF.Propose(q).Content)
		})
	}
}
