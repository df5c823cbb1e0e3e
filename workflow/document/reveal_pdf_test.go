package document

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
)

// printedPDF is a small PDF with something in every corner.
func printedPDF(t testing.TB) []byte {
	t.Helper()
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes("sans", "", dejavusans.TTF)
	pdf.AddUTF8FontFromBytes("sans", "B", dejavusansbold.TTF)
	pdf.SetTitle("The title, Ελληνικά", true)
	pdf.SetSubject("the subject", false)
	pdf.SetXmpMetadata([]byte("<x:xmpmeta><dc:title>in the metadata</dc:title></x:xmpmeta>"))
	pdf.SetAttachments([]fpdf.Attachment{{Content: []byte(`{"a": "in an embedded file"}`), Filename: "manifest.json", Description: "what is embedded"}})
	pdf.AddPage()
	pdf.SetFont("sans", "", 11)
	pdf.Bookmark("In the outline: Østerrike", 0, -1)
	pdf.MultiCell(60, 6, "Withheld words that go over the end of a line, with (brackets) and a \\ sign.", "", "L", false)
	pdf.MultiCell(60, 6, "Justified words of another sentence that goes over the end of a line.", "", "J", false)
	pdf.AddPage()
	pdf.SetFont("sans", "B", 11)
	pdf.Cell(100, 6, "Ελλάδα, България, Česko")
	pdf.SetFont("helvetica", "", 11)
	pdf.Cell(100, 6, "Plain letters")
	pdf.LinkString(10, 10, 10, 10, "https://a.example/in-a-link")
	pdf.RawWriteStr("/Span <</ActualText (what is spoken) /Alt <FEFF0061006C0074>>> BDC EMC\n")
	var file bytes.Buffer
	if err := pdf.Output(&file); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestNothingInAPDFIsHidden(t *testing.T) {
	text, all := revealed(t, "pdf", printedPDF(t))
	lines := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{
		"Withheld words that go over the end of a line, with (brackets) and a \\ sign.", "Justified words of another sentence that goes over the end of a line.",
		"Ελλάδα, България, Česko", "Plain letters", "The title, Ελληνικά", "the subject", "in the metadata", "In the outline: Østerrike",
		"https://a.example/in-a-link", "what is spoken", "alt", "in an embedded file", "manifest.json", "what is embedded",
	} {
		if !strings.Contains(lines, want) {
			t.Errorf("%q is not revealed in %.3000q", want, lines)
		}
	}
	if !slices.ContainsFunc(all, func(s Said) bool { return s.Part == "page 2" && strings.Contains(s.Text, "Ελλάδα") }) {
		t.Error("what is on page 2 is not told as being there")
	}
}

// deflated is bytes as a stream of a PDF.
func deflated(text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(text)) // into memory
	_ = w.Close()
	return fmt.Sprintf("/Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n", b.Len(), b.String())
}

func TestPDFsWrittenOtherwiseAreReadToo(t *testing.T) {
	first, second := `<</A#20name (packed \(x\))>>`, "[(\\101\\\nB\\r\n)<41 4>]"
	list := fmt.Sprintf("10 0 11 %d ", len(first))
	text, _ := revealed(t, "pdf", []byte("%PDF-1.7\n4 0 obj <<"+deflated("/CIDInit begincmap 1 begincodespacerange <00> <FF> endcodespacerange "+
		"1 beginbfchar <01> <0041> endbfchar 2 beginbfrange <02> <04> <0062> <05> <06> [<0058> <D83DDE00>] endbfrange endcmap")+
		"3 0 obj <</Type /Font /ToUnicode 4 0 R>> endobj\n"+
		"5 0 obj <</Type /Page /Resources <</Font 6 0 R>> /Contents [7 0 R]>> endobj\n6 0 obj <</F1 3 0 R>> endobj\n"+
		fmt.Sprintf("8 0 obj <</Type /ObjStm /N 2 /First %d ", len(list))+deflated(list+first+second)+
		"9 0 obj <</Type /Page>> endobj 7 0 obj <<"+deflated("BT /F1 12 Tf [(\x01\x02) -20 (\x03) -300 (\x04\x05)] TJ (\x06)Tj ET")+"trailer <</ID [(an id)]>>"))
	for _, want := range []string{"Abc dX", "😀", "A name", "packed (x)", "AB\r\n", "A@", "an id"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not revealed in %q", want, text)
		}
	}
}

func TestAPDFThatCannotBeReadIsAnError(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"encrypted", "trailer <</Encrypt 5 0 R>>", "it is encrypted"},
		{"packed in another way", "7 0 obj <</Filter /LZWDecode /Length 1>> stream\na\nendstream endobj", `object 7: its stream is packed as ["LZWDecode"]`},
		{"a length that lies", "7 0 obj <</Length 3>> stream\nabcdef\nendstream endobj", "object 7: its stream is not as long as it says"},
		{"a length elsewhere", "7 0 obj <</Length 8 0 R>> stream\nabcdef\nendstream endobj", "the length of its stream does not stand in it"},
		{"cut off", "7 0 obj <</Length 30>> stream\nabcdef", "object 7: its stream does not end"},
		{"an object without end", "7 0 obj <</A (b)", "object 7: it does not end"},
		{"a string without end", "7 0 obj <</A (b", "object 7: it does not end: a string does not end"},
		{"a stream that is damaged", "7 0 obj <</Filter /FlateDecode /Length 6>> stream\nabcdef\nendstream endobj", "object 7: zlib"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got error
			for _, err := range Reveal("pdf", strings.NewReader(test.file), int64(len(test.file))) {
				got = err
			}
			if got == nil || !strings.Contains(got.Error(), test.want) {
				t.Errorf("got %v, want %q", got, test.want)
			}
		})
	}
}
