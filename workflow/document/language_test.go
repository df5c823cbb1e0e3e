package document

import (
	"strings"
	"testing"
	"time"
)

// languages is a document in which two answers are in other languages.
func languages() Document {
	return Document{Title: "Languages", Language: "en", Made: time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC), Blocks: []Block{
		Heading{Text: Plain("Languages")},
		Contents{Depth: 2},
		Heading{Level: 1, Text: Text{{Text: "For "}, {Text: "Ελλάδα\nΚύπρος", Lang: "el"}}, ID: "el"},
		Heading{Level: 1, Text: Text{{Text: "سوريا", Lang: "und-Arab"}}, ID: "ar"},
		Paragraph{Text: Text{{Text: "Greece says "}, {Text: "Ελληνική Δημοκρατία", Lang: "el", Strong: true}, {Text: ", and Israel "}, {Text: "שלום עולם", Lang: "he"}, {Text: "."}}},
		Paragraph{Text: Text{{Text: "שלום עולם", Lang: "he"}}},
		List{Items: []Text{{{Text: "مرحبا", Lang: "und-Arab"}}, Plain("plain")}},
	}}
}

func TestATextSaysItsLanguage(t *testing.T) {
	words, _ := parts(t, written(t, DOCX, languages()))
	for _, c := range []struct {
		format, text string
		wants        []string
	}{
		{"HTML", string(written(t, HTML, languages())), []string{
			`Greece says <strong><span lang="el">Ελληνική Δημοκρατία</span></strong>, and Israel <span lang="he" dir="rtl">שלום עולם</span>.</p>`,
			`<p dir="rtl"><span lang="he" dir="rtl">`, `<li dir="rtl"><span lang="und-Arab" dir="rtl">`, `<li>plain</li>`,
			`<h2 id="el">For <span lang="el">Ελλάδα<br>`, `<h2 id="ar" dir="rtl"><span lang="und-Arab" dir="rtl">سوريا</span></h2>`,
			`<li><a href="#el">For <span lang="el">Ελλάδα Κύπρος</span></a>`, `<li dir="rtl"><a href="#ar"><span lang="und-Arab"`,
		}},
		{"Word", words["word/document.xml"], []string{
			`<w:rPr><w:rStyle w:val="Strong"/><w:lang w:val="el"/></w:rPr><w:t xml:space="preserve">Ελληνική Δημοκρατία</w:t>`,
			`<w:rPr><w:rtl/><w:lang w:bidi="he"/></w:rPr><w:t xml:space="preserve">שלום עולם</w:t>`,
			`<w:pStyle w:val="Body"/><w:bidi/></w:pPr>`, `<w:pStyle w:val="ListBullet"/><w:bidi/></w:pPr>`,
			`<w:r><w:rPr><w:lang w:val="el"/></w:rPr><w:t xml:space="preserve">Ελλάδα Κύπρος</w:t>`,
			`<w:pStyle w:val="Heading1"/><w:bidi/>`, `<w:pStyle w:val="TOC1"/><w:bidi/>`,
		}},
		{"PDF", run(t, written(t, PDF, languages()), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"), []string{
			"/Lang " + utf16Text("el"), "/Lang " + utf16Text("he"), "/Lang " + utf16Text("und-Arab"), "/S /Span",
		}},
	} {
		for _, want := range c.wants {
			if !strings.Contains(c.text, want) {
				t.Errorf("%s does not have %q", c.format, want)
			}
		}
	}
}

// utf16Text is a text as qpdf writes one that stands in UTF-16.
func utf16Text(s string) string { return strings.ToLower(pdfString(s)) }

func TestWhereATextLeads(t *testing.T) {
	for _, c := range []struct {
		says string
		text Text
		left bool
	}{
		{"an English one", Plain("hello"), false},
		{"a Hebrew one whose language nobody told", Plain("שלום"), false},
		{"a Hebrew one", Text{{Text: "שלום", Lang: "he"}}, true},
		{"one that begins with a number", Text{{Text: "12. "}, {Text: "שלום", Lang: "he"}}, true},
		{"one that begins in English", Text{{Text: "in: "}, {Text: "שלום", Lang: "he"}}, false},
		{"a Greek one", Text{{Text: "Ελλάδα", Lang: "el"}}, false},
		{"none", nil, false},
	} {
		if got := c.text.toTheLeft(); got != c.left {
			t.Errorf("%s goes to the left: %t", c.says, got)
		}
	}
}
