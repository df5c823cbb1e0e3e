package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// written is a document as the bytes of a file.
func written(t testing.TB, f Format, d Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// parts are the files inside a DOCX, by name, and their names in order.
func parts(t testing.TB, file []byte) (map[string]string, []string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts, names := map[string]string{}, []string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
		names = append(names, f.Name)
	}
	return parts, names
}

// eachToken walks well-formed XML; anything else fails the test.
func eachToken(t testing.TB, content string, visit func(xml.Token)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		visit(token)
	}
}

// docxText is what the paragraphs of a DOCX say, but for the empty ones and
// the table of contents.
func docxText(t testing.TB, file []byte) []string {
	t.Helper()
	files, _ := parts(t, file)
	return wordText(t, files["word/document.xml"])
}

// wordText is what the paragraphs in a part of a DOCX say.
func wordText(t testing.TB, content string) []string {
	t.Helper()
	var texts []string
	var text strings.Builder
	var open []string
	stands := map[string]string{"br": "\n", "tab": "\t"}
	eachToken(t, content, func(token xml.Token) {
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			text.WriteString(stands[token.Name.Local])
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "t" {
				text.Write(token)
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if token.Name.Local == "p" {
				if text.Len() > 0 && !slices.Contains(open, "sdt") {
					texts = append(texts, text.String())
				}
				text.Reset()
			}
		}
	})
	return texts
}

// htmlText is what the page says between <main> and </main>, but for empty
// paragraphs and the table of contents.
func htmlText(t testing.TB, file []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	leaves := []string{"h1", "h2", "h3", "h4", "h5", "p", "li", "dt", "dd"}
	var texts []string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if slices.Contains([]string{"nav", "header", "head", "figure", "section"}, n.Data) {
			return
		}
		if slices.Contains(leaves, n.Data) || n.Data == "th" && within(n, "thead") {
			if text := nodeText(n); text != "" {
				texts = append(texts, text)
			}
			return
		}
		for child := range n.ChildNodes() {
			walk(child)
		}
	}
	walk(root)
	return texts
}

func within(n *html.Node, name string) bool {
	for parent := range n.Ancestors() {
		if parent.Data == name {
			return true
		}
	}
	return false
}

func nodeText(n *html.Node) string {
	var text strings.Builder
	for child := range n.Descendants() {
		switch {
		case child.Data == "sup" || within(child, "sup"):
		case child.Type == html.TextNode:
			text.WriteString(child.Data)
		case child.Data == "br":
			text.WriteString("\n")
		}
	}
	return text.String()
}

// said is what a reader of the document must find, paragraph by paragraph.
func said(blocks []Block) []string {
	var texts []string
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			texts = append(texts, plainly(b.Text))
		case Paragraph:
			texts = append(texts, plainly(b.Text))
		case List:
			for _, item := range b.Items {
				texts = append(texts, plainly(item))
			}
		case Facts:
			for _, fact := range b {
				texts = append(texts, printable(fact.Label), plainly(fact.Text))
			}
		case Table:
			for _, text := range b.Header {
				texts = append(texts, plainly(text))
			}
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					texts = append(texts, said(cell.Blocks)...)
				}
			}
		}
	}
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

func plainly(t Text) (s string) {
	for _, span := range t {
		s += printable(span.Text)
	}
	return s
}

// printable is a text as XML can hold it, by the letter of the specification:
// Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].
func printable(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 {
			return r
		}
		return '\uFFFD'
	}, s)
}
