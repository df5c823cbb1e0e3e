package reading_test

import (
	"strings"
	"testing"

	"ahq/forms"
	"ahq/forms/formstest"
	"ahq/forms/reading"
	"ahq/forms/reading/pdf"
)

// ruled has rules drawn round the cells of tables, a wide column beside a narrow one,
// and what stands in them in the middle of their height.
func ruled(body string) string {
	const sides = `<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>`
	body = strings.ReplaceAll(body, "<w:tbl>", `<w:tbl><w:tblPr><w:tblBorders>`+sides+`</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2600"/><w:gridCol w:w="6800"/></w:tblGrid>`)
	return strings.ReplaceAll(body, "<w:tc>", `<w:tc><w:tcPr><w:vAlign w:val="center"/></w:tcPr>`)
}

// numbered has a column with a number before the labels, too.
func numbered(body string) string {
	body = strings.ReplaceAll(ruled(body), `<w:gridCol w:w="2600"/>`, `<w:gridCol w:w="500"/><w:gridCol w:w="2100"/>`)
	return strings.ReplaceAll(body, "<w:tr>", `<w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc>`)
}

// The same content as Word document and as PDF reads back the same.
func TestAWordDocumentAndItsPDFReadTheSame(t *testing.T) {
	q := reading.Norway(t)
	belgium, err := reading.Text(formstest.Seed(t, "be-response.txt"))
	if err != nil {
		t.Fatal(err)
	}
	same := func(body string) string { return body }
	for _, c := range []struct {
		says    string
		content forms.Content
		laid    func(body string) string
	}{
		{"Belgium", belgium.Propose(q).Content, same},
		{"Belgium, with rules, numbers, and labels in the middle of their rows", belgium.Propose(q).Content, numbered},
		{"somebody", reading.UglyContent(q, 1), same},
		{"somebody else, with rules", reading.UglyContent(q, 2), ruled},
	} {
		t.Run(c.says, func(t *testing.T) {
			word := reading.Word(t, c.laid(reading.PrintedBody(t, c.content)))
			fromWord, err := reading.Read("answers.docx", word)
			if err != nil {
				t.Fatal(err)
			}
			raw := formstest.Saved(t, "answers.docx", word, "pdf")
			fromPDF, err := pdf.Read(raw)
			if err != nil {
				t.Fatal(err)
			}
			reading.SameCells(t, c.content, fromWord.Propose(q).Content)
			reading.SameCells(t, c.content, fromPDF.Propose(q).Content)
		})
	}
}
