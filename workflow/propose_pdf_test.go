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
	if u := w.uploaded("BE contributor", r, file()); !strings.Contains(u.Refused, ".docx") {
		t.Errorf("without one: %+v", u)
	}
	w.PDF = func(_ context.Context, _ []byte, told func(done, pages int)) (reading.Document, error) {
		told(1, 4)
		return reading.Text([]byte("Title\nStay safe\nPartners\nan office\n"))
	}
	if u := w.uploaded("BE contributor", r, file()); u.AttachmentID == nil || u.Done != 1 || u.Pages != 4 {
		t.Errorf("it is %+v", u)
	}
}
