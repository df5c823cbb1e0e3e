package workflow

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"ahq/forms/reading"
	"ahq/models/modelstest"
)

// A PDF is read by who reads PDFs, and where nobody does it is refused with what to do.
func TestAPDFIsReadByAProcessThatReadsPDFs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.of(w.issued(), "BE")
	file := func() File { return File{Name: "answers.pdf", Body: bytes.NewReader([]byte("%PDF-1.7\n"))} }
	if _, err := w.Propose(w.ctx, w.as("BE contributor"), r.ID, file()); err == nil || !strings.Contains(err.Error(), ".docx") {
		t.Errorf("without one: %v", err)
	}
	w.PDF = func(context.Context, []byte) (reading.Document, error) {
		return reading.Text([]byte("Title\nStay safe\nPartners\nan office\n"))
	}
	if _, err := w.Propose(w.ctx, w.as("BE contributor"), r.ID, file()); err != nil {
		t.Error(err)
	}
}
