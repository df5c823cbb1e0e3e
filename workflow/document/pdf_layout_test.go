package document

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pdfPagesOf are the texts of the pages of a document.
func pdfPagesOf(t *testing.T, d Document) []string {
	t.Helper()
	text := run(t, written(t, PDF, d), "pdftotext", "-raw", "FILE", "-")
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

func pageWith(t *testing.T, pages []string, text string) int {
	t.Helper()
	page := slices.IndexFunc(pages, func(page string) bool { return strings.Contains(page, text) })
	if page < 0 {
		t.Fatalf("no page has %q", text)
	}
	return page
}

func TestWhatBelongsTogetherStaysOnOnePage(t *testing.T) {
	answer := "Beginning " + strings.Repeat("and going on ", 400) + "ending."
	for lines := range 60 {
		pages := pdfPagesOf(t, Document{Blocks: []Block{
			Paragraph{Text: Plain(strings.Repeat("filled\n", lines))},
			Heading{Level: 1, Text: Plain("First heading")},
			Heading{Level: 2, Text: Plain("Second heading")},
			Table{Header: []Text{Plain("Head"), Plain("Answer")}, Rows: []Row{
				{Separator: true, Cells: []Cell{words("Separating")}},
				{Cells: []Cell{words("Labelled").heading(), words(answer)}},
			}},
		}})
		var on []int
		for _, text := range []string{"First heading", "Second heading", "Head", "Separating", "Labelled", "Beginning"} {
			on = append(on, pageWith(t, pages, text))
		}
		if on[0] != on[len(on)-1] {
			t.Errorf("after %d lines: the headings, the header, the separator, the label and its text begin on pages %d", lines, on)
		}
	}
}

func TestAHeaderRepeatsOnEveryPage(t *testing.T) {
	table := Table{Header: []Text{Plain("Country"), Plain("Answer")}}
	for i := range 100 {
		table.Rows = append(table.Rows, Row{Cells: []Cell{words(fmt.Sprint("row ", i)), words("x")}})
	}
	pages := pdfPagesOf(t, Document{Blocks: []Block{table}})
	if len(pages) < 3 {
		t.Fatalf("%d pages, want some more", len(pages))
	}
	for i, page := range pages {
		if !strings.HasPrefix(page, "Country Answer\n") {
			t.Errorf("page %d begins with %.40q", i+1, page)
		}
	}
	if tree := run(t, written(t, PDF, Document{Blocks: []Block{table}}), "pdfinfo", "-struct-text", "FILE"); strings.Count(tree, `"Country"`) != 1 {
		t.Errorf("the header is read out %d times, want once", strings.Count(tree, `"Country"`))
	}
}

func TestContentsNameTheRightPages(t *testing.T) {
	blocks := []Block{Contents{Title: "Contents", Depth: 2}, PageBreak{}}
	for i := range 40 {
		blocks = append(blocks, Heading{Level: 1 + i%2, Text: Plain(fmt.Sprintf("Part %d.", i))}, Paragraph{Text: Plain(strings.Repeat("said\n", i))})
	}
	pages := pdfPagesOf(t, Document{Blocks: blocks})
	first := pageWith(t, pages, "Part 1.\nsaid")
	listed := regexp.MustCompile(`\d+`)
	var numbers []int
	for _, page := range pages[:max(first, 1)] {
		// The numbers are drawn when all else is: they stand at the end of the page.
		for _, line := range strings.Split(page, "\n") {
			if listed.FindString(line) == line && line != "" {
				n, _ := strconv.Atoi(line)
				numbers = append(numbers, n)
			}
		}
	}
	for i := range 40 {
		want := 1 + first + pageWith(t, pages[first:], fmt.Sprintf("Part %d.", i))
		if i >= len(numbers) || numbers[i] != want {
			t.Fatalf("part %d is on page %d; the contents say %d", i, want, numbers)
		}
	}
}

func TestNothingStandsOutsideTheMargins(t *testing.T) {
	d := oddities()
	d.Running = strings.Repeat("A title that is long ", 12)
	d.Blocks = append(d.Blocks, Paragraph{Text: Plain(strings.Repeat("w", 3000) + strings.Repeat(" ", 3000) + "a\tb\t\t\tc" + strings.Repeat("日", 300))})
	boxes := run(t, written(t, PDF, d), "pdftotext", "-bbox", "FILE", "-")
	found := regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>`).FindAllStringSubmatch(boxes, -1)
	if len(found) < 1000 {
		t.Fatalf("%d words found, want many more", len(found))
	}
	for _, word := range found {
		var at [4]float64
		for i := range at {
			at[i], _ = strconv.ParseFloat(word[i+1], 64)
		}
		if at[0] < marginSide/1000-1 || at[2] > (paperWidth-marginSide)/1000+1 || at[1] < 20 || at[3] > 820 {
			t.Errorf("%.40q stands at %v", word[5], at)
		}
	}
}

func TestTheTreeSaysWhatEverythingIs(t *testing.T) {
	d := sample()
	d.Blocks = append(d.Blocks, votes(), Paragraph{Text: Text{{Text: "Remarked", Note: "The remark."}}})
	tree := strings.Join(strings.Fields(run(t, written(t, PDF, d), "pdfinfo", "-struct-text", "FILE")), " ")
	for name, want := range map[string]string{
		"the title":         `Document H1 (block) "EMN Ad-Hoc Query on <sample> campaigns"`,
		"a heading":         `H2 (block) "Background"`,
		"the deepest":       `H4 (block) "MACEDONIA & KOSOVO Two lines"`,
		"facts":             `TR TH: /Scope /Row P (block) "Requested by" TD P (block) "EMN NCP Norway on 16 December 2016"`,
		"a link":            `P (block) "A sample of a background, with a " Link (inline) "link" Object`,
		"a numbered list":   `L (block) LI (block) Lbl (block) "1." LBody (block) "A first sample question?" LI (block)`,
		"contents":          `TOC TOCI Reference (inline) Link (inline) "Background" Object`,
		"a header row":      `TR TH: /Scope /Column P (block) "Country" TH: /Scope /Column P (block) "Wider dissemination"`,
		"a row":             `TR TH: /Scope /Row P (block) "Austria" TD P (block) "Yes" TD P (block) "See the tables below."`,
		"a separator":       `TR TH: /Scope /Row /ColSpan 2 P (block) "Additional questions from Norway"`,
		"the name of table": `/Summary`,
		"a figure":          `P (block) "Answers by question" Figure`,
		"a note":            `H2 (block) "Notes" Note <note 1> (inline) Lbl (block) Link (inline) "1" Object`,
		"its number":        `P (block) "Remarked" Link (inline) "7" Object`,
	} {
		if !strings.Contains(tree, want) {
			t.Errorf("%s: there is no %s", name, want)
		}
	}
	if strings.Contains(tree, "Page 1 of") {
		t.Error("the foot of the page is read out")
	}
}

// plainPDF is a file in which everything can be read.
func plainPDF(t *testing.T, d Document) string {
	t.Helper()
	return run(t, written(t, PDF, d), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
}

func TestWhatTheFileSaysOfItself(t *testing.T) {
	d := sample()
	d.Blocks = append(d.Blocks, votes())
	file := plainPDF(t, d)
	for name, want := range map[string]string{
		"the title":          "/Title " + hexed("EMN Ad-Hoc Query on <sample> campaigns"),
		"that it is shown":   "/DisplayDocTitle true",
		"the author":         "/Author " + hexed("EMN NCP Norway"),
		"the subject":        "/Subject " + hexed("2016.1"),
		"the language":       "/Lang " + hexed("en-GB"),
		"that it is tagged":  "/Marked true",
		"the time":           "(D:20170119090000+00'00')",
		"the title in XMP":   `<rdf:li xml:lang="x-default">EMN Ad-Hoc Query on &lt;sample&gt; campaigns</rdf:li>`,
		"the time in XMP":    "<xmp:CreateDate>2017-01-19T09:00:00Z</xmp:CreateDate>",
		"a bookmark":         "/Title " + hexed("CAMEROON"),
		"an address":         "/URI (https://example.org/?a=1&b=2)",
		"the anchor":         "(kosovo)",
		"what a chart shows": "/Alt " + hexed("Most say yes.\nSuccess: Yes 12, No 3, Cannot say yet 8\nEvaluation: Yes 5, No 9, Cannot say yet 6\nLessons: Yes 0, No 0, Cannot say yet 0"),
	} {
		if !strings.Contains(file, want) {
			t.Errorf("%s: there is no %s", name, want)
		}
	}
	if strings.Contains(file, "javascript") {
		t.Error("an unsafe link is one")
	}
}

// hexed is a text as qpdf shows it.
func hexed(s string) string { return strings.ToLower(pdfString(s)) }

func TestTheBarsOfALongChartGoOnOnTheNextPage(t *testing.T) {
	chart := Chart{Title: "Long", Alt: "Long.", Series: []Series{{Name: "Counted"}}}
	for i := range 60 {
		chart.Categories = append(chart.Categories, fmt.Sprintf("category %d.", i))
		chart.Series[0].Values = append(chart.Series[0].Values, 1000+i)
	}
	pages := pdfPagesOf(t, Document{Blocks: []Block{chart}})
	if len(pages) != 2 {
		t.Errorf("%d pages, want 2", len(pages))
	}
	whole := strings.Join(pages, "")
	for i, name := range chart.Categories {
		if !strings.Contains(whole, name) || !strings.Contains(whole, strconv.Itoa(1000+i)) {
			t.Errorf("%s is not there with its number", name)
		}
	}
}

func TestTextsAreBrokenWhereTheyMayBe(t *testing.T) {
	fonts, err := newPDFFonts()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		width int // in letters x
		text  string
		want  []string
	}{
		{"nothing is one line", 9, "", []string{""}},
		{"between words", 9, "xxxx xxxx xxxx", []string{"xxxx xxxx", "xxxx"}},
		{"blanks hang over the end", 4, "xxxx     xx", []string{"xxxx", "xx"}},
		{"after a hyphen", 6, "xxxx-xxxx", []string{"xxxx-", "xxxx"}},
		{"inside a long word", 4, "xxxxxxxxxx", []string{"xxxx", "xxxx", "xx"}},
		{"inside an address, at a sign", 6, "xxx/xxxx/x", []string{"xxx/", "xxxx/x"}},
		{"at every kind of line end", 9, "x\ny\r\nx\ry\u2028x", []string{"x", "y", "x", "y", "x"}},
		{"lone line ends", 9, "\n\n", []string{"", "", ""}},
		{"not before a mark", 1, "xx\u0301x", []string{"x", "x\u0301", "x"}},
		{"at a hyphen that is not seen", 4, "xxx\u00adxxx", []string{"xxx\u00ad", "xxx"}},
		{"between ideographs", 4, "日本語", []string{"日本", "語"}},
		{"one letter a line at least", 0, "xx", []string{"x", "x"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			width := test.width * int(fonts.glyph(false, 'x').advance) * 10
			for _, l := range pdfLines(fonts, []pdfSpan{{text: test.text}}, 10, width) {
				line := ""
				for _, run := range l.runs {
					line += test.text[run.from:run.to]
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTextThatRunsToTheLeftIsReadInOrder(t *testing.T) {
	d := Document{Blocks: []Block{
		Paragraph{Text: Plain("שלום עולם")},
		Paragraph{Text: Plain("این یک آزمایش است")},
		Paragraph{Text: Plain("English with שלום 123 עולם inside")},
		Paragraph{Text: Plain("لا")},
	}}
	text := strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, run(t, written(t, PDF, d), "pdftotext", "FILE", "-"))
	for _, want := range []string{"שלום עולם", "این یک آزمایش است", "لا"} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in %q", want, text)
		}
	}
}

func TestStretchesAreSeenFromLeftToRight(t *testing.T) {
	var text []pdfLetter
	for _, r := range "ab אב 12 גד cd" {
		text = append(text, pdfLetter{r: r})
	}
	seen := ""
	for _, s := range ordered(stretches(text, false)) {
		runes := textOf(text[s.from:s.to])
		if s.level%2 == 1 {
			slices.Reverse(runes)
		}
		seen += string(runes)
	}
	if want := "ab דג 12 בא cd"; seen != want {
		t.Errorf("got %q, want %q", seen, want)
	}
}

func TestMissingCharactersAreTold(t *testing.T) {
	d := Document{Running: "日", Blocks: []Block{
		Heading{Text: Plain("Ελλάδα, България, საქართველო, Հայաստան, Česko")},
		Paragraph{Text: Text{{Text: "→ • ▪ ✓ ☐ – “” € \uf0b7 \uf0d8 \u2011 e\u0301 دری שלום \u200b\ufeff\u202e\x07\t", Note: "本"}}},
		Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{List{Items: []Text{Plain("語日")}}}}}}}},
		Chart{Categories: []string{"\U0001F9FF"}},
	}}
	missing, err := Missing(d)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(missing); got != "日本語\U0001F9FF" {
		t.Errorf("got %q", got)
	}
	if got := pdfText(t, d, written(t, PDF, d)); !strings.Contains(got, "語日") {
		t.Errorf("they are not there when the text is copied: %q", got)
	}
}

func TestNoWordIsLostOrPrintedTwiceWhereRowsBreak(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var want []string
		text := func(most int) Text {
			var b strings.Builder
			for range rapid.IntRange(0, most).Draw(r, "words") {
				want = append(want, fmt.Sprintf("w%d.", len(want)))
				b.WriteString(want[len(want)-1] + rapid.SampledFrom([]string{" ", " ", " ", "\n"}).Draw(r, "end"))
			}
			return Plain(b.String())
		}
		table := Table{Header: []Text{Plain("-"), Plain("-"), Plain("-")}, Widths: []int{25, 20, 55}}
		for range rapid.IntRange(1, 12).Draw(r, "rows") {
			most := rapid.SampledFrom([]int{3, 30, 300}).Draw(r, "most")
			table.Rows = append(table.Rows, Row{Separator: rapid.Bool().Draw(r, "separator"), Cells: []Cell{
				{Header: true, Blocks: []Block{Paragraph{Text: text(most / 3)}}},
				{Blocks: []Block{Paragraph{Text: text(most / 3)}, List{Ordered: true, Items: []Text{text(most), text(3)}}}},
				{Blocks: []Block{Paragraph{Text: text(most)}, Paragraph{Style: Mark, Text: text(most)}}},
			}})
		}
		printed := run(t, written(t, PDF, Document{Blocks: []Block{table}}), "pdftotext", "-raw", "FILE", "-")
		var got []string
		for _, word := range strings.Fields(printed) {
			if strings.HasPrefix(word, "w") {
				got = append(got, word)
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("(-document +file):\n%.1000s", diff)
		}
	})
}
