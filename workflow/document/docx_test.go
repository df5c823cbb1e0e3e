package document

import (
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// docx is the body of a Word document of these blocks.
func docx(t *testing.T, blocks ...Block) string {
	t.Helper()
	files, _ := parts(t, written(t, DOCX, Document{Blocks: blocks}))
	return files["word/document.xml"]
}

func TestThePackageHoldsTogether(t *testing.T) {
	files, names := parts(t, written(t, DOCX, sample()))
	for _, name := range names {
		typed := strings.Contains(files["[Content_Types].xml"], `PartName="/`+name+`"`)
		byEnding := name == "customXml/item1.xml" || slices.Contains([]string{".rels", ".xlsx"}, path.Ext(name))
		if !typed && !byEnding && name != "[Content_Types].xml" {
			t.Errorf("%s has no content type", name)
		}
	}
	related := attributes(t, files["word/_rels/document.xml.rels"], "Id")
	for _, id := range attributes(t, files["word/document.xml"], "id") {
		if strings.HasPrefix(id, "rId") && !slices.Contains(related, id) {
			t.Errorf("%s leads nowhere", id)
		}
	}
	for _, rels := range names {
		if path.Ext(rels) != ".rels" {
			continue
		}
		for _, target := range attributes(t, files[rels], "Target") {
			if whole := path.Join(path.Dir(path.Dir(rels)), target); !strings.Contains(target, ":") && files[whole] == "" {
				t.Errorf("%s: there is no %s", rels, whole)
			}
		}
	}
	styles := attributes(t, files["word/styles.xml"], "styleId")
	for _, name := range names {
		for _, match := range regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="(\w+)"/>`).FindAllStringSubmatch(files[name], -1) {
			if !slices.Contains(styles, match[1]) {
				t.Errorf("%s: there is no style %s", name, match[1])
			}
		}
	}
	numbers := attributes(t, files["word/numbering.xml"], "numId")
	for _, match := range regexp.MustCompile(`<w:numId w:val="(\d+)"/>`).FindAllStringSubmatch(files["word/document.xml"], -1) {
		if !slices.Contains(numbers, match[1]) {
			t.Errorf("there is no numbering %s", match[1])
		}
	}
}

// attributes are the values that an attribute has, wherever it stands.
func attributes(t *testing.T, content, name string) (values []string) {
	t.Helper()
	eachToken(t, content, func(token xml.Token) {
		if start, ok := token.(xml.StartElement); ok {
			for _, a := range start.Attr {
				if a.Name.Local == name {
					values = append(values, a.Value)
				}
			}
		}
	})
	return values
}

func TestWhatAReaderOfWordReliesOn(t *testing.T) {
	files, _ := parts(t, written(t, DOCX, sample()))
	tests := []struct{ name, part, want string }{
		{"the title", "docProps/core.xml", "<dc:title>EMN Ad-Hoc Query on &lt;sample&gt; campaigns</dc:title>"},
		{"the author", "docProps/core.xml", "<dc:creator>EMN NCP Norway</dc:creator>"},
		{"the language of the file", "docProps/core.xml", "<dc:language>en-GB</dc:language>"},
		{"the time", "docProps/core.xml", `<dcterms:created xsi:type="dcterms:W3CDTF">2017-01-19T09:00:00Z</dcterms:created>`},
		{"the language of the text", "word/styles.xml", `<w:lang w:val="en-GB"/>`},
		{"headings by their names in Word", "word/styles.xml", `<w:name w:val="heading 1"/>`},
		{"contents are made anew", "word/settings.xml", `<w:updateFields w:val="true"/>`},
		{"the running title", "word/header1.xml", "EMN Ad-Hoc Query on &lt;sample&gt; campaigns · 2016.1"},
		{"the page", "word/footer1.xml", `<w:fldSimple w:instr=" PAGE ">`},
		{"the number of pages", "word/footer1.xml", `<w:fldSimple w:instr=" NUMPAGES ">`},
		{"a link", "word/_rels/document.xml.rels", `Target="https://example.org/?a=1&amp;b=2" TargetMode="External"`},
		{"a field for the contents", "word/document.xml", `TOC \o &#34;1-3&#34; \h \z \u`},
		{"contents that are not empty", "word/document.xml", `<w:t xml:space="preserve">In-land campaigns</w:t><w:tab/>`},
		{"a header row that repeats", "word/document.xml", `<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`},
		{"a table's name", "word/document.xml", `<w:tblCaption w:val="Who answered"/><w:tblDescription w:val="Country, Wider dissemination, Response"/>`},
		{"a separator across the table", "word/document.xml", `<w:tcW w:w="9638" w:type="dxa"/><w:gridSpan w:val="2"/>`},
		{"no running title on the cover", "word/document.xml", `<w:titlePg/>`},
		{"facts of the cover", "word/document.xml", `<w:tblStyle w:val="CoverFacts"/>`},
		{"a disclaimer", "word/document.xml", `<w:pStyle w:val="Disclaimer"/>`},
		{"the text on a page of its own", "word/document.xml", `<w:pStyle w:val="Heading1"/><w:pageBreakBefore/></w:pPr><w:bookmarkStart w:id="2"`},
		{"what is strong, by its style", "word/document.xml", `<w:rStyle w:val="Strong"/>`},
		{"line ends and tabs", "word/document.xml", `One line,</w:t><w:br/><w:t xml:space="preserve">another line,</w:t><w:tab/>`},
	}
	for _, test := range tests {
		if !strings.Contains(files[test.part], test.want) {
			t.Errorf("%s: no %s in %s", test.name, test.want, test.part)
		}
	}
	if strings.Contains(files["word/_rels/document.xml.rels"], "javascript") {
		t.Error("an unsafe link is a relationship")
	}
}

func TestContentsPointAtTheirHeadings(t *testing.T) {
	body := docx(t, Contents{Depth: 2}, Heading{Level: 0, Text: Plain("Title")}, Heading{Level: 1, Text: Plain("One")}, Heading{Level: 3, Text: Plain("Deep")}, Heading{Level: 2, Text: Plain("Two")})
	marks := attributes(t, body, "name")
	anchors := attributes(t, body, "anchor")
	if want := []string{marks[1], marks[3]}; !slices.Equal(anchors, want) {
		t.Errorf("contents lead to %q, want %q of %q", anchors, want, marks)
	}
	for _, anchor := range anchors {
		if !strings.Contains(body, ` PAGEREF `+anchor+` \h `) {
			t.Errorf("no page number for %s", anchor)
		}
	}
	if begin, end := strings.Count(body, `"begin"`), strings.Count(body, `"end"`); begin != 3 || end != 3 {
		t.Errorf("%d fields begin, %d end, want 3", begin, end)
	}
}

func TestEachOrderedListCountsFromOne(t *testing.T) {
	list := List{Ordered: true, Items: []Text{Plain("a"), Plain("b")}}
	files, _ := parts(t, written(t, DOCX, Document{Blocks: []Block{list, list}}))
	used := regexp.MustCompile(`<w:numId w:val="(\d+)"/>`).FindAllString(files["word/document.xml"], -1)
	if len(used) != 4 || used[0] != used[1] || used[2] != used[3] || used[0] == used[2] {
		t.Errorf("items are numbered by %q", used)
	}
	if n := strings.Count(files["word/numbering.xml"], `<w:startOverride w:val="1"/>`); n != 2 {
		t.Errorf("%d lists start over, want 2", n)
	}
}

func TestAPageBreakMakesNoEmptyParagraph(t *testing.T) {
	const broken = `<w:pageBreakBefore/>`
	body := docx(t, PageBreak{}, PageBreak{}, Heading{Level: 1, Text: Plain("Next")}, PageBreak{}, campaign("Malta", 1))
	if n := strings.Count(body, broken); n != 2 {
		t.Fatalf("%d page breaks, want 2", n)
	}
	if !strings.Contains(body, `<w:pStyle w:val="Heading1"/>`+broken) {
		t.Error("the heading does not begin a page")
	}
	if strings.Index(body, `<w:pStyle w:val="TableGap"/>`+broken) > strings.Index(body, "<w:tbl>") {
		t.Error("the page breaks behind the table")
	}
}

func TestTableWidthsFillThePage(t *testing.T) {
	wide := Row{Cells: []Cell{words("a"), words("b"), words("c")}}
	tests := []struct {
		name  string
		table Table
		want  string
	}{
		{"as said", Table{Widths: []int{25, 50, 25}, Rows: []Row{wide}}, "[2409 4819 2410]"},
		{"not said", Table{Rows: []Row{wide}}, "[3212 3213 3213]"},
		{"not adding up", Table{Widths: []int{1, 1, 2}, Rows: []Row{wide}}, "[2409 2410 4819]"},
		{"of fewer columns than there are", Table{Widths: []int{33}, Rows: []Row{wide}}, "[3212 3213 3213]"},
		{"of one cell over all", Table{Widths: []int{50, 50}, Rows: []Row{{Cells: []Cell{words("a")}}}}, "[4819 4819]"},
		{"of a span", Table{Rows: []Row{{Cells: []Cell{{Span: 2}}}}}, "[4819 4819]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var widths []string
			for _, match := range regexp.MustCompile(`<w:gridCol w:w="(\d+)"/>`).FindAllStringSubmatch(docx(t, test.table), -1) {
				widths = append(widths, match[1])
			}
			if got := fmt.Sprint(widths); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestOnlyShortRowsAreKeptOnOnePage(t *testing.T) {
	row := func(s string) Row { return Row{Cells: []Cell{words("Costs").heading(), words(s)}} }
	tests := []struct {
		name string
		row  Row
		kept bool
	}{
		{"a few words", row("49 780 EUR"), true},
		{"a long answer", row(strings.Repeat("word ", 200)), false},
		{"many lines", row(strings.Repeat("x\n", 20)), false},
		{"many lines as they are on old machines", row(strings.Repeat("x\r", 20)), false},
		{"many paragraphs", Row{Cells: []Cell{{Blocks: twenty(Paragraph{Text: Plain("x")})}}}, false},
		{"a long list", Row{Cells: []Cell{{Blocks: twenty(List{Items: []Text{Plain("x")}})}}}, false},
		{"a separator, whatever its length", Row{Separator: true, Cells: row(strings.Repeat("word ", 200)).Cells}, true},
	}
	for _, test := range tests {
		body := docx(t, Table{Rows: []Row{test.row}})
		if kept := strings.Contains(body, "<w:cantSplit/>"); kept != test.kept {
			t.Errorf("%s: kept whole is %v, want %v", test.name, kept, test.kept)
		}
	}
}

func twenty(b Block) []Block { return slices.Repeat([]Block{b}, 20) }

func TestNothingIsStillAWordDocument(t *testing.T) {
	for name, blocks := range map[string][]Block{
		"no blocks":         nil,
		"an empty table":    {Table{}},
		"no facts":          {Facts{}},
		"an empty row":      {Table{Header: []Text{nil, nil}, Rows: []Row{{}}}},
		"a cell of no text": {Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{List{}}}}}}}},
		"empty contents":    {Contents{}},
	} {
		body := docx(t, blocks...)
		if strings.Contains(body, "</w:tcPr></w:tc>") {
			t.Errorf("%s: a cell without a paragraph", name)
		}
		if strings.Contains(body, "</w:tblGrid>\n</w:tbl>") {
			t.Errorf("%s: a table without rows", name)
		}
	}
}

func TestLooksComeFromStyles(t *testing.T) {
	files, _ := parts(t, written(t, DOCX, sample()))
	for _, part := range []string{"word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"} {
		content := strings.ReplaceAll(files[part], `<w:shd w:val="clear" w:color="auto" w:fill="`+separatorShade+`"/>`, "")
		if found := regexp.MustCompile(`<w:(b|i|u|sz|color|rFonts|jc|spacing|ind|shd|pBdr|tblBorders|tcBorders)[ /]`).FindString(content); found != "" {
			t.Errorf("%s says %q itself", part, found)
		}
	}
}

func TestATimeThatNoZipCanHold(t *testing.T) {
	if got := entryTime(time.Time{}); got.Year() != 1980 {
		t.Errorf("got %v, want the first that can be held", got)
	}
}
