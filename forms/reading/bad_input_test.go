package reading

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"
)

// What cannot be read is refused with the name of the file and what to do about it,
// soon, and without taking the memory of the machine.
func TestWhatCannotBeReadIsRefusedWithWhatToDo(t *testing.T) {
	document := word(t, p("Title of the campaign A"))
	bomb := zipped(t, map[string]string{"word/document.xml": `<w:document><w:body><w:p><w:r><w:t>` + strings.Repeat("0", 200<<20) + `</w:t></w:r></w:p></w:body></w:document>`})
	many := map[string]string{}
	for range 20_000 {
		many[strings.Repeat("a", 1+len(many)%200)+string(rune('a'+len(many)%26))+strings.Repeat("b", len(many)/200)] = ""
	}
	doctype := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY e SYSTEM "file:///etc/passwd">]>`
	for _, c := range []struct {
		says string
		raw  []byte
		want string
	}{
		{"0 bytes", nil, "empty"},
		{"nothing but space", []byte(" \n\t \n"), "no text"},
		{"a truncated document", document[:len(document)/2], "damaged"},
		{"a document with a hole in it", bytes.Replace(document, document[60:90], make([]byte, 30), 1), ""},
		{"an old or encrypted one", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), ".docx"},
		{"a scan", []byte("\x89PNG\r\n\x1a\n"), "picture"},
		{"a PDF", []byte("%PDF-1.7\n1 0 obj"), ".docx"},
		{"rich text", []byte(`{\rtf1 hello}`), ".docx"},
		{"macros", zipped(t, map[string]string{"word/document.xml": "<a/>", "word/vbaProject.bin": ""}), "macros"},
		{"an Excel file without a sheet", zipped(t, map[string]string{"xl/workbook.xml": "<a/>"}), "no text"},
		{"an Excel file with macros", zipped(t, map[string]string{"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": ""}), "macros"},
		{"another archive", zipped(t, map[string]string{"a.txt": "hello"}), "archive"},
		{"a zip bomb", bomb, "larger than"},
		{"20,000 entries", zipped(t, many), "files"},
		{"entities within entities, and from outside", zipped(t, map[string]string{"word/document.xml": doctype + "<w:document><w:p>&b;&e;</w:p></w:document>"}), "DTD"},
		{"an entity that nobody declared", zipped(t, map[string]string{"word/document.xml": "<w:document><w:p>&b;</w:p></w:document>"}), "damaged"},
		{"elements within elements", zipped(t, map[string]string{"word/document.xml": strings.Repeat("<w:tbl><w:tr><w:tc>", 100_000)}), "nested"},
		{"elements that do not match", zipped(t, map[string]string{"word/document.xml": "<w:p></w:tbl>"}), "damaged"},
		{"an OpenDocument with a password", zipped(t, map[string]string{"content.xml": "\x01\x02", "META-INF/manifest.xml": `<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}), "password"},
		{"a newer one with a password", zipped(t, map[string]string{"encrypted-package": "\x01\x02", "META-INF/manifest.xml": "<m/>"}), "password"},
		{"an OpenDocument of elements within elements", zipped(t, map[string]string{"content.xml": strings.Repeat("<table:table>", 100_000)}), "nested"},
		{"an OpenDocument with entities within entities", zipped(t, map[string]string{"content.xml": doctype + "<text:p>&b;</text:p>"}), "DTD"},
		{"an OpenDocument that is a bomb", zipped(t, map[string]string{"content.xml": "<text:p>" + strings.Repeat("0", 100<<20)}), "larger than"},
		{"a part that is larger than it says", lying(t, 10), ""},
		{"a part that is smaller than it says", lying(t, 1<<40), "damaged"},
		{"a page of elements within elements", []byte("<html>" + strings.Repeat("<table><tr><td>", 500_000)), "no text"},
		{"a page of one endless word", []byte("<html>" + strings.Repeat("x", 20<<20)), "text"},
		{"a page of paragraphs", []byte("<html>" + strings.Repeat("<p>x", 4<<20)), "lines"},
		{"a page of entities", []byte("<html>" + strings.Repeat("&notareference;&amp;", 1<<20)), "text"},
		{"no text in it", word(t, p("")), "no text"},
		{"bytes of no kind", bytes.Repeat([]byte{0, 1, 2, 3, 200, 255}, 5000), "UTF-8"},
		{"more lines than anybody writes", bytes.Repeat([]byte("a\n"), MostLines+1), "lines"},
		{"more paragraphs than anybody writes", word(t, strings.Repeat("<w:p/>", 8<<20)), "lines"},
		{"more text than anybody writes", word(t, p(strings.Repeat("a ", 5<<20))+p("b")), "text"},
		{"too large a file", make([]byte, Largest+1), "larger than"},
	} {
		t.Run(c.says, func(t *testing.T) {
			if testing.Short() && strings.HasSuffix(c.says, "bomb") {
				t.Skip("the detector of races takes minutes to unpack 64 MB; all else runs it")
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := Read("report.docx", c.raw)
			runtime.ReadMemStats(&after)
			if c.want == "" && err == nil {
				return // some other part was hit
			}
			u, ok := errors.AsType[*Unreadable](err)
			if !ok || u.File != "report.docx" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, and nothing of %q", err, c.want)
			}
			if took := time.Since(start); took > time.Minute && !testing.Short() { // of some seconds at most, on any machine; the detector of races is no machine
				t.Errorf("it did not end in time, but after %v", took)
			}
			if held := int64(after.HeapSys) - int64(before.HeapSys); held > 300<<20 {
				t.Errorf("it took %d MB", held>>20)
			}
		})
	}
}

// lying is a document whose text is longer or shorter than its archive says.
func lying(t *testing.T, says uint64) []byte {
	t.Helper()
	var text, b bytes.Buffer
	deflate, err := flate.NewWriter(&text, flate.BestSpeed)
	if err == nil {
		_, err = deflate.Write([]byte("<w:document>" + strings.Repeat(p("Title of the campaign"), 1000) + "</w:document>"))
	}
	if err := errors.Join(err, deflate.Close()); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, CompressedSize64: uint64(text.Len()), UncompressedSize64: says})
	if err == nil {
		_, err = w.Write(text.Bytes())
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What a document names elsewhere is looked up by nobody: a picture, a template, a
// style sheet.
func TestNothingElsewhereIsAskedFor(t *testing.T) {
	asked := make(chan string, 10)
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked <- r.URL.Path }))
	defer elsewhere.Close()
	at := elsewhere.URL
	for name, raw := range map[string][]byte{
		"a.docx": zipped(t, map[string]string{
			"word/document.xml":            `<w:document><w:p><w:r><w:t>Title of the campaign A</w:t><w:drawing r:link="r1"/></w:r></w:p></w:document>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="` + at + `/template.dotm" TargetMode="External"/></Relationships>`,
		}),
		"a.odt":  zipped(t, map[string]string{"content.xml": `<office:text><text:p>Title of the campaign A<draw:image xlink:href="` + at + `/a.png"/></text:p></office:text>`}),
		"a.html": []byte(`<html><head><base href="` + at + `"><link rel=stylesheet href=` + at + `/a.css><meta http-equiv=refresh content="0;` + at + `"></head><body>Title of the campaign A<img src=` + at + `/a.png><iframe src=` + at + `></iframe>`),
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(name, raw)
			if err != nil || !strings.Contains(d.Text, "Title of the campaign A") {
				t.Errorf("%q, %v", d.Text, err)
			}
			select {
			case path := <-asked:
				t.Errorf("%s was asked for", path)
			default:
			}
		})
	}
}

func TestTextIsReadInWhateverEncoding(t *testing.T) {
	const text = "Title of the campaign\tÉté à Zürich – “größer” €\nCosts of the campaign\t10 €\n"
	wide := func(big bool, mark string) []byte {
		b := []byte(mark)
		for _, r := range text {
			if big {
				b = append(b, byte(r>>8), byte(r))
			} else {
				b = append(b, byte(r), byte(r>>8))
			}
		}
		return b
	}
	narrow := strings.NewReplacer("É", "\xc9", "é", "\xe9", "à", "\xe0", "ü", "\xfc", "–", "\x96", "“", "\x93", "”", "\x94", "ö", "\xf6", "ß", "\xdf", "€", "\x80")
	for says, raw := range map[string][]byte{
		"UTF-8":                         []byte(text),
		"UTF-8 with a mark":             []byte("\ufeff" + text),
		"UTF-8 with other line ends":    []byte(strings.ReplaceAll(text, "\n", "\r\n")),
		"UTF-16, little end":            wide(false, "\xff\xfe"),
		"UTF-16, big end":               wide(true, "\xfe\xff"),
		"UTF-16, little end, unmarked":  wide(false, ""),
		"UTF-16, big end, and unmarked": wide(true, ""),
		"Windows-1252":                  []byte(narrow.Replace(text)),
	} {
		t.Run(says, func(t *testing.T) {
			d, err := Read("a.txt", raw)
			if err != nil {
				t.Fatal(err)
			}
			r := d.Propose(norway(t)).Content.Records
			if len(r) != 1 || r[0].Cells["title"].Text != "Été à Zürich – “größer” €" || r[0].Cells["costs"].Text != "10 €" {
				t.Errorf("%+v", r)
			}
		})
	}
}

// A text that was made to take long does not.
func TestNoTextTakesLong(t *testing.T) {
	q := norway(t)
	fill := func(piece string) string {
		return strings.Repeat(piece, min(1<<19/len(piece), MostLines/(1+strings.Count(piece, "\n")+strings.Count(piece, "\f"))))
	}
	for says, text := range map[string]string{
		"the same line again and again":   fill("all work and no play\n"),
		"nothing but ends of pages":       "a" + fill("\f\n"),
		"one line":                        fill("Costs of the campaign "),
		"half a label again and again":    fill("Do you have any information about how the camp\n"),
		"labels":                          fill("Title of the campaign\nCosts of the campaign\n"),
		"the ends of labels and of pages": fill("Costs of the\n1\n\fcampaign\n2\n"),
		"addresses at the feet of pages":  fill("http://example.org/a\nhttp://example.org/b\n\fx\n"),
		"right to left, and controls":     fill("\u202e\u200f\x01\x1b[31m שלום campaign\n"),
		"hyphens at the ends of lines":    "Title of the campaign\n" + fill("co-\n"),
		"an address that never ends":      "Title of the campaign\nhttp://a.b/" + fill("a-\n"),
		"two columns":                     fill("Title of the campaign        x y z\n"),
		"headings":                        fill("GUINEA\n"),
		"numbers of pages":                fill("1\n2\n3\n"),
		"labels with letters wrong":       fill("Costs of tha campagne xx\nHow effectiv the campain wass\n"),
		"nothing but ends of lines":       "a" + strings.Repeat("\n", MostLines-1),
	} {
		t.Run(says, func(t *testing.T) {
			start := time.Now()
			d, err := Read("a.txt", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			account(t, d, d.Propose(q))
			took := time.Since(start)
			t.Log(took)
			if took > 2*time.Minute { // of seconds; of a machine that does other things, too
				t.Errorf("it took %v", took)
			}
		})
	}
}
