package reading

import (
	"archive/zip"
	"bytes"
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ahq/forms"
	"ahq/forms/formstest"
)

// zipped is an archive of these files.
func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// word is a Word document with such a body.
func word(t testing.TB, body string) []byte {
	return zipped(t, map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`,
	})
}

func p(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func tc(inside string) string { return "<w:tc>" + inside + "</w:tc>" }

func table(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

func row(label, answer string) string { return "<w:tr>" + tc(p(label)) + tc(answer) + "</w:tr>" }

func TestAWordDocumentIsReadByItsCells(t *testing.T) {
	for _, c := range []struct {
		says, body string
		want       map[string]string
	}{
		{"two columns", table(row("Title of the campaign", p("Stay safe")), row("Costs of the campaign", p("10 EUR")+p("and more"))),
			map[string]string{"title": "Stay safe", "costs": "10 EUR\nand more"}},
		{"an answer that speaks like a label", table(row("Title of the campaign", p("A")+p("Costs of the campaign")), row("Costs of the campaign", p("10"))),
			map[string]string{"title": "A\nCosts of the campaign", "costs": "10"}},
		{"a table within a cell", table(row("Title of the campaign", p("A")+table(row("Costs of the campaign", p("inner"))+row("x", p("y")))), row("Costs of the campaign", p("10"))),
			map[string]string{"title": "A\nCosts of the campaign\ninner\nx\ny", "costs": "10"}},
		{"what was deleted, and a field", table(row("Title of the campaign", `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t> link</w:t></w:r></w:p>`)),
			map[string]string{"title": "new link"}},
		{"a content control round a row and one in a cell", table(`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + row("Title of the campaign", `<w:sdt><w:sdtContent>`+p("A")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`),
			map[string]string{"title": "A"}},
		{"a number in a cell of its own", table("<w:tr>"+tc(p("1"))+tc(p("Title of the campaign"))+tc(p("A"))+"</w:tr>", "<w:tr>"+tc(p("2"))+tc(p("Costs of the campaign"))+tc(p("10 EUR"))+"</w:tr>"),
			map[string]string{"title": "A", "costs": "10 EUR"}},
		{"a row that nobody asked for", table(row("Title of the campaign", p("A")), row("Name of the officer", p("B")), row("Costs of the campaign", p("10"))) + p("Best regards"),
			map[string]string{"title": "A", "costs": "10"}},
		{"a label over its answer", table("<w:tr>"+tc(p("Title of the campaign"))+"</w:tr>", "<w:tr>"+tc(p("A"))+"</w:tr>", "<w:tr>"+tc(p("Costs of the campaign"))+"</w:tr>", "<w:tr>"+tc(p("10"))+"</w:tr>"),
			map[string]string{"title": "A", "costs": "10"}},
		{"no table: labels and answers below one another", p("Title of the campaign") + p("A") + p("Costs of the campaign") + p("10"),
			map[string]string{"title": "A", "costs": "10"}},
	} {
		t.Run(c.says, func(t *testing.T) {
			d, err := Read("a.docx", word(t, c.body))
			if err != nil {
				t.Fatal(err)
			}
			proposal := d.Propose(norway(t))
			account(t, d, proposal)
			if len(proposal.Content.Records) != 1 {
				t.Fatalf("%d records", len(proposal.Content.Records))
			}
			got := map[string]string{}
			for id, a := range proposal.Content.Records[0].Cells {
				got[id] = a.Text
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// printedAsWord is a content in tables, one for each record.
func printedAsWord(t testing.TB, c forms.Content) []byte { return word(t, printedBody(t, c)) }

func printedBody(t testing.TB, c forms.Content) string {
	q := norway(t)
	var b strings.Builder
	section := ""
	paragraphs := func(text string) string {
		var all strings.Builder
		for line := range strings.SplitSeq(text, "\n") {
			all.WriteString(p(html.EscapeString(line)))
		}
		return all.String()
	}
	for _, r := range c.Records {
		for _, s := range q.Tables[0].Sections {
			if s.ID == r.Section && section != s.ID {
				b.WriteString(p(html.EscapeString(s.Title)))
				section = s.ID
			}
		}
		b.WriteString(paragraphs(r.Heading))
		var rows []string
		for _, asked := range q.Tables[0].Rows {
			rows = append(rows, row(asked.Label, paragraphs(r.Cells[asked.ID].Text)))
		}
		rows = append(rows, row("Additional questions from Norway", paragraphs(r.Note.Text)))
		for _, asked := range q.Tables[0].FollowUp.Questions {
			rows = append(rows, row(asked.Number+". "+asked.Label, paragraphs(r.Cells[asked.ID].Text)))
		}
		b.WriteString(table(rows...) + p(""))
	}
	return b.String()
}

func TestBelgiumAsAWordDocumentReadsTheSame(t *testing.T) {
	_, text := belgium(t)
	d, err := Read("be.docx", printedAsWord(t, text.Content))
	if err != nil {
		t.Fatal(err)
	}
	sameCells(t, text.Content, d.Propose(norway(t)).Content)
}

func sameCells(t *testing.T, want, got forms.Content) {
	t.Helper()
	if len(want.Records) != len(got.Records) {
		t.Fatalf("%d records, not %d", len(got.Records), len(want.Records))
	}
	for i, r := range want.Records {
		other := got.Records[i]
		if r.Heading != other.Heading || r.Section != other.Section || folded(r.Note.Text) != folded(other.Note.Text) {
			t.Errorf("record %d: %q, %s, %q", i, other.Heading, other.Section, other.Note.Text)
		}
		for id, a := range r.Cells {
			if diff := cmp.Diff(folded(a.Text), folded(other.Cells[id].Text)); diff != "" {
				t.Errorf("record %d, %s: %s", i, id, diff)
			}
		}
	}
}

// What LibreOffice makes of a Word document says the same.
func TestWhatLibreOfficeSavesReadsTheSame(t *testing.T) {
	_, text := belgium(t)
	word := printedAsWord(t, text.Content)
	for _, as := range []string{"odt", "html", "docx:MS Word 2007 XML"} {
		format, _, _ := strings.Cut(as, ":")
		t.Run(format, func(t *testing.T) {
			d, err := Read("be."+format, formstest.Saved(t, "be.docx", word, as))
			if err != nil {
				t.Fatal(err)
			}
			sameCells(t, text.Content, d.Propose(norway(t)).Content)
		})
	}
}
