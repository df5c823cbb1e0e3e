package document

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// revealed is all that a file says: the text of each part in one piece, and what
// stands beside.
func revealed(t rapid.TB, f Format, file []byte) (string, []Said) {
	t.Helper()
	var text strings.Builder
	var all []Said
	for said, err := range Reveal(f, bytes.NewReader(file), int64(len(file))) {
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all = append(all, said)
		text.WriteString(said.Text + "\n")
	}
	return text.String(), all
}

func TestWhateverCanBeWrittenCanBeLookedInto(t *testing.T) {
	for f := range formats {
		text, _ := revealed(t, f, written(t, f, unremarked()))
		text = unspacedText(text) // a PDF has only lines
		for _, s := range said(unremarked().Blocks) {
			if !strings.Contains(text, unspacedText(s)) && !strings.Contains(s, "\uFFFD") {
				t.Errorf("%s does not say %q", f, s)
			}
		}
	}
}

func unspacedText(s string) string { return strings.Join(strings.Fields(s), "") }

// In a PDF, what no font has is drawn, and is no text any more.
func TestOddTextsAreRevealed(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		odd := odd(20_000).Draw(r, "text")
		for f := range formats {
			if f == "pdf" {
				continue
			}
			text, _ := revealed(r, f, written(t, f, Document{Title: "t", Blocks: []Block{Paragraph{Text: Plain(odd)}}}))
			for word := range strings.FieldsSeq(printable(odd)) {
				if !strings.Contains(text, word) {
					r.Fatalf("%s does not say %q", f, word)
				}
			}
		}
	})
}

// packed is an archive of these parts, in the order of their names.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Comment: "a remark on " + name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetComment("a remark on it all"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestNothingInAFileIsHidden(t *testing.T) {
	inner := string(packed(t, map[string]string{"xl/x.xml": `<v a="deep attribute">deep text</v>`}))
	manifest := base64.StdEncoding.EncodeToString([]byte(`{"audience": "in the \u006danifest", "a key": 1}`))
	tests := []struct {
		name   string
		format Format
		file   []byte
		want   []string
	}{
		{"a DOCX", DOCX, packed(t, map[string]string{
			"word/document.xml": `<?xml version="1.0"?><w:document><w:body><w:p><w:pPr><w:pStyle w:val="One &amp; style"/></w:pPr><w:r><w:t xml:space="preserve">A sen</w:t></w:r>` +
				`<w:hyperlink r:id="a"><w:r><w:rPr><w:b/></w:rPr><w:t>tence split &lt;o</w:t></w:r></w:hyperlink><w:bookmarkStart/><w:r><w:t>ver</w:t><w:br/><w:t>runs&gt;</w:t></w:r></w:p>` +
				`<w:p><w:del><w:r><w:delText>what was deleted</w:delText></w:r></w:del></w:p><w:drawing><wp:docPr descr='alternative "text" > here'/></w:drawing></w:body></w:document>`,
			"word/comments.xml": "<!-- a remark in the markup --><?pi an instruction?><w:p><![CDATA[raw <&> text]]></w:p>",
			"word/_rels/x.rels": `<Relationships><Relationship Target="https://a.example/%C3%BCber%20all"/></Relationships>`,
			"docProps/core.xml": "<cp:coreProperties><dc:title>The title</dc:title><dc:creator>The author</dc:creator></cp:coreProperties>",
			"word/embedded.bin": inner, "customXml/item1.json": `{"manifest": "` + manifest + `"}`, "word/media/a.png": "\x89PNG\x00a picture says\xff",
		}), []string{"A sentence split <over\nruns>", "One & style", "what was deleted", `alternative "text" > here`, " a remark in the markup ", "pi an instruction", "raw <&> text",
			"https://a.example/über all", "The title\nThe author", "a remark on it all", "a remark on word/comments.xml", "word/media/a.png", "deep text", "deep attribute", "xl/x.xml",
			"in the manifest", "a key", "a picture says"}},
		{"a page", HTML, []byte(`<!DOCTYPE html><!-- a remark --><html lang="en"><head><meta name="ahq-manifest" content="` + manifest + `"><style>.a:after{content:"styled"}</style></head>` +
			`<body data-x="in an &quot;attribute&quot;"><p>A sen<b>ten</b>ce &lt;split&gt;<br>over</p><p hidden>not shown</p><p title=loose words>1 < 2 that is never closed </p><img src="data:text/plain;base64,` + base64.StdEncoding.EncodeToString([]byte("within an address")) + `">` +
			`<script>script("said")</script></body></html>`),
			[]string{"A sentence <split>\nover", " a remark ", "loose words", "never closed", `in an "attribute"`, "styled", "not shown", "in the manifest", "within an address", "said"}},
		{"JSON", "json", []byte(`{"a": {"a \u006bey": ["a v\u0061lue", 12.50]}}`), []string{"a key", "a value", "12.50"}},
		{"a CSV", "csv", []byte("\ufeffa;b\n\"a cell; with\n a line end\";\"c\"\n"), []string{"a cell; with\n a line end"}},
		{"an XLSX", "xlsx", excelWorkbook(t), []string{"a shared string", "a streamed sentence", "on a hidden sheet", "Hidden name", "a comment", "The title", "a_defined_name", `"a choice`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, _ := revealed(t, test.format, test.file)
			for _, want := range test.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q is not revealed in\n%q", want, text)
				}
			}
		})
	}
}

// excelWorkbook is a small one with something in every corner.
func excelWorkbook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetCellStr("Sheet1", "A1", "a shared string"))
	must(f.AddComment("Sheet1", excelize.Comment{Cell: "A1", Author: "office", Text: "a comment"}))
	must(f.SetDefinedName(&excelize.DefinedName{Name: "a_defined_name", RefersTo: "Sheet1!$A$1"}))
	choices := excelize.NewDataValidation(true)
	choices.Sqref = "B1"
	must(choices.SetDropList([]string{"a choice", "another"}))
	must(f.AddDataValidation("Sheet1", choices))
	must(f.SetDocProps(&excelize.DocProperties{Title: "The title"}))
	_, err := f.NewSheet("Hidden name")
	must(err)
	must(f.SetCellStr("Hidden name", "A1", "on a hidden sheet"))
	must(f.SetSheetVisible("Hidden name", false))
	_, err = f.NewSheet("Streamed")
	must(err)
	stream, err := f.NewStreamWriter("Streamed")
	must(err)
	must(stream.SetRow("A1", []any{"a streamed sentence"}))
	must(stream.Flush())
	var file bytes.Buffer
	must(f.Write(&file))
	return file.Bytes()
}

func TestEachThingIsToldWithItsPart(t *testing.T) {
	for _, test := range []struct {
		format Format
		file   []byte
		want   Said
	}{
		{DOCX, packed(t, map[string]string{"word/a.xml": "<p>text</p>"}), Said{Part: "word/a.xml", Text: "text"}},
		{DOCX, packed(t, map[string]string{"word/a.xml": "<p a='beside'/>"}), Said{Part: "word/a.xml", Text: "beside", Aside: true}},
		{HTML, []byte("<p>text</p>"), Said{Part: "html", Text: "text"}},
		{"json", []byte(`{"a": [{"b": "text"}]}`), Said{Part: "/a/0/b", Text: "text"}},
	} {
		if _, all := revealed(t, test.format, test.file); !slices.Contains(all, test.want) {
			t.Errorf("%v is not in %v", test.want, all)
		}
	}
}

func TestWhatCannotBeReadIsAnError(t *testing.T) {
	tests := []struct {
		name   string
		format Format
		file   []byte
		want   string
	}{
		{"a format nobody knows", "odt", nil, `nobody can look into a file of format "odt"`},
		{"no archive", DOCX, []byte("text"), "it is no archive"},
		{"a tag without end", DOCX, packed(t, map[string]string{"word/a.xml": "<p>text<b"}), "word/a.xml: a tag does not end"},
		{"a remark without end", DOCX, packed(t, map[string]string{"word/a.xml": "<!-->"}), "word/a.xml: markup does not end"},
		{"entities of its own", DOCX, packed(t, map[string]string{"word/a.xml": `<!DOCTYPE a [<!ENTITY b "c">]><a/>`}), "entities of its own"},
		{"another encoding", DOCX, packed(t, map[string]string{"word/a.xml": "\xff\xfe<\x00"}), "UTF-16"},
		{"archives without end", DOCX, nested(t, 6), "packed into each other"},
		{"broken JSON", "json", []byte(`{"a": `), "unexpected EOF"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got error
			for _, err := range Reveal(test.format, bytes.NewReader(test.file), int64(len(test.file))) {
				got = err
			}
			if got == nil || !strings.Contains(got.Error(), test.want) {
				t.Errorf("got %v, want %q", got, test.want)
			}
		})
	}
}

func nested(t testing.TB, times int) []byte {
	file := packed(t, map[string]string{"a.xml": "<a/>"})
	for range times {
		file = packed(t, map[string]string{"a.zip": string(file)})
	}
	return file
}

func TestAFileThatUnpacksToTooMuchIsRefused(t *testing.T) {
	file := packed(t, map[string]string{"word/a.xml": "<p>" + strings.Repeat("text ", 10_000)})
	left := int64(10_000)
	bounded := teller{left: &left, tell: func(Said) bool { return true }}
	err := bounded.zip(bytes.NewReader(file), int64(len(file)))
	if err == nil || !strings.Contains(err.Error(), "word/a.xml: it unpacks to more than we ever write") {
		t.Errorf("got %v", err)
	}
}

func TestWhoHasHeardEnoughHearsNoMore(t *testing.T) {
	for f := range formats {
		file := written(t, f, sample())
		heard := 0
		for _, err := range Reveal(f, bytes.NewReader(file), int64(len(file))) {
			if heard++; err != nil || heard == 3 {
				break
			}
		}
		if heard != 3 {
			t.Errorf("%s: heard %d", f, heard)
		}
	}
}

func TestNoWordIsCutWhereATextIsLong(t *testing.T) {
	text := strings.Repeat("abcdefghij &amp; ", 300_000)
	for f, file := range map[Format][]byte{
		DOCX: packed(t, map[string]string{"a.xml": "<p>" + text + "</p>"}), HTML: []byte("<p>" + text), "csv": []byte(text),
	} {
		_, all := revealed(t, f, file)
		for _, said := range all {
			for word := range strings.FieldsSeq(said.Text) {
				if !said.Aside && !slices.Contains([]string{"abcdefghij", "&", "&amp;"}, word) {
					t.Fatalf("%s: %q is half a word", f, word)
				}
			}
		}
	}
}

// Whatever is in a file, looking into it ends, and ends without a panic.
func FuzzReveal(f *testing.F) {
	f.Add("docx", packed(f, map[string]string{"a.xml": "<p a='b'>c</p>"}))
	f.Add("docx", nested(f, 2))
	f.Add("xlsx", []byte("PK\x03\x04"))
	f.Add("html", []byte("<p>a<!-- b --></p>"))
	f.Add("json", []byte(`{"a": ["b"]}`))
	f.Add("csv", []byte("a;b"))
	f.Add("pdf", printedPDF(f))
	f.Add("pdf", []byte("1 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\n5 0 (a b)\nendstream endobj"))
	f.Fuzz(func(t *testing.T, format string, file []byte) {
		told := 0
		for _, err := range Reveal(Format(format), bytes.NewReader(file), int64(len(file))) {
			if told++; err != nil || told > 100_000 {
				break
			}
		}
		if format == "docx" { // and what its parts would be
			file = packed(t, map[string]string{"a.xml": "<" + string(file)})
			for _, err := range Reveal(DOCX, bytes.NewReader(file), int64(len(file))) {
				_ = err // only a panic would be wrong
			}
		}
	})
}

func BenchmarkReveal(b *testing.B) {
	d := Document{Title: "Large", Running: "Large"}
	for i := range 750 {
		d.Blocks = append(d.Blocks, Heading{Level: 3, Text: Plain(fmt.Sprint("CAMPAIGN ", i))}, heavy())
	}
	for _, f := range []Format{DOCX, HTML} {
		file := written(b, f, d)
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range Reveal(f, bytes.NewReader(file), int64(len(file))) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
