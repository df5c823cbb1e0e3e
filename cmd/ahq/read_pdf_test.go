package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ahq/forms/reading"
)

// tinyPDF is a PDF of one page that says a text, with more in front of its end.
func tinyPDF(text, trailer string) []byte {
	program := "BT /F1 12 Tf 50 700 Td (" + text + ") Tj ET"
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(program), program),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	table := "xref\n0 5\n0000000000 65535 f \n"
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size 5/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", table, strings.ReplaceAll(trailer, "HERE", fmt.Sprint(at)), at)
	return b.Bytes()
}

// lyingPDF has a table of objects that says it is of such a size.
func lyingPDF(size int64) []byte {
	const table = "%%PDF-1.5\n1 0 obj\n<</Type/XRef/Size %d/W[1 2 1]/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%%%EOF\n"
	return fmt.Appendf(nil, table, size)
}

// Whatever a PDF does to the process that reads it, it is read or refused with what to
// do, and nothing else comes to an end.
func TestAPDFIsReadByAProcessOfItsOwn(t *testing.T) {
	t.Setenv("AHQ_TEST_BE_THE_PROGRAM", "1")
	for _, c := range []struct {
		says string
		raw  []byte
		want string
	}{
		{"a good one", tinyPDF("Title of the campaign", ""), ""},
		{"one that is cut off", tinyPDF("Title of the campaign", "")[:300], "damaged"},
		{"tables of objects that never end", tinyPDF("never read", "/Prev HERE"), "time or memory"},
		{"a table of more objects than memory holds", lyingPDF(1 << 31), "time or memory"},
		{"a table of more objects than there are numbers for", lyingPDF(1 << 62), "damaged"},
	} {
		t.Run(c.says, func(t *testing.T) {
			start := time.Now()
			d, err := reading.Read("answers.pdf", c.raw, pdfAside(t.Context()))
			if took := time.Since(start); took > mostWait+10*time.Second {
				t.Errorf("it took %v", took)
			}
			if c.want == "" {
				if err != nil || strings.TrimSpace(d.Text) != "Title of the campaign" {
					t.Errorf("%q, %v", d.Text, err)
				}
				return
			}
			u, ok := errors.AsType[*reading.Unreadable](err)
			if !ok || u.File != "answers.pdf" || !strings.Contains(u.Reason, c.want) {
				t.Errorf("%v, and nothing of %q", err, c.want)
			}
		})
	}
}

// Who stops asking stops that process.
func TestReadingAPDFStopsWhenNobodyAsks(t *testing.T) {
	t.Setenv("AHQ_TEST_BE_THE_PROGRAM", "1")
	ctx, stop := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer stop()
	start := time.Now()
	if _, err := reading.Read("answers.pdf", tinyPDF("never read", "/Prev HERE"), pdfAside(ctx)); err == nil {
		t.Error("it was read")
	}
	if took := time.Since(start); took > mostWait/2 {
		t.Errorf("it took %v", took)
	}
}

func TestWhatAProcessSaysIsBounded(t *testing.T) {
	said := atMost{left: 5}
	if _, err := said.Write([]byte("12345")); err != nil {
		t.Error(err)
	}
	if _, err := said.Write([]byte("6")); !errors.Is(err, errTooMuch) || said.String() != "12345" {
		t.Errorf("%q, %v", said.String(), err)
	}
}
