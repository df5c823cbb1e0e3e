package reading

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sheetOf is a workbook with one sheet, of such rows.
func sheetOf(t testing.TB, rows string) []byte {
	return zipped(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="x"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>Title of the campaign</t></si><si><r><t>Stay </t></r><r><t>safe</t></r><rPh><t>never</t></rPh></si></sst>`,
		"xl/styles.xml":              `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}

// said is a cell with a text of its own.
func said(ref, text string) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, html.EscapeString(text))
}

// inRows are rows of cells from A1 on.
func inRows(rows ...[]string) string {
	var b strings.Builder
	for i, cells := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, text := range cells {
			if text != "" {
				b.WriteString(said(fmt.Sprintf("%s%d", columnLetters(j+1), i+1), text))
			}
		}
		b.WriteString(`</row>`)
	}
	return b.String()
}

func TestAWorkbookIsReadWhicheverWayItLies(t *testing.T) {
	type cells = map[string]string
	for _, c := range []struct {
		says, rows string
		want       []cells
		at         string // of the last title
	}{
		{"labels in a column, one record", inRows([]string{"Title of the campaign", "Stay safe"}, []string{"Costs of the campaign", "10 EUR\nand more"}),
			[]cells{{"title": "Stay safe", "costs": "10 EUR\nand more"}}, "Answers!B1"},
		{"labels in a column, a record in each column beside", inRows([]string{"", "First", "Second"}, []string{"Title of the campaign", "A", "B"}, []string{"Costs of the campaign", "1 EUR", "2 EUR"}),
			[]cells{{"title": "A", "costs": "1 EUR"}, {"title": "B", "costs": "2 EUR"}}, "Answers!C2"},
		{"labels in a row, a record in each row below", inRows([]string{"Campaigns"}, []string{"No", "Title of the campaign", "Costs of the campaign"}, []string{"1", "A", "1 EUR"}, []string{"2", "B", "2 EUR"}, []string{"3", "C", "3 EUR"}),
			[]cells{{"title": "A", "costs": "1 EUR"}, {"title": "B", "costs": "2 EUR"}, {"title": "C", "costs": "3 EUR"}}, "Answers!B5"},
		{"a hidden gap, shared texts, a formula, a number and a day",
			`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>` +
				`<row r="7">` + said("A7", "Costs of the campaign") + `<c r="C7" t="str"><f>SUM(1;2)</f><v>three</v></c></row>` +
				`<row r="9">` + said("A9", "Year(s) of implementation and duration") + `<c r="C9" s="1"><v>42720</v></c></row>` +
				`<row r="10">` + said("A10", "Targeted country / audience/ languages") + `<c r="C10"><v>0.30000000000000004</v></c></row>`,
			[]cells{{"title": "Stay safe", "costs": "three", "period": "2016-12-16", "audience": "0.3"}}, "Answers!C1"},
	} {
		t.Run(c.says, func(t *testing.T) {
			d, err := Read("a.xlsx", sheetOf(t, c.rows))
			if err != nil {
				t.Fatal(err)
			}
			p := d.Propose(norway(t))
			var got []cells
			for _, r := range p.Content.Records {
				one := cells{}
				for id, a := range r.Cells {
					one[id] = a.Text
				}
				got = append(got, one)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if last := p.Found[fmt.Sprintf("records[%d].title", len(got)-1)]; last.Cell != c.at {
				t.Errorf("the last title was found at %q, not %q", last.Cell, c.at)
			}
		})
	}
}

func TestAnAbsurdWorkbookIsRefusedSoon(t *testing.T) {
	wide := strings.Repeat("x", 30_000)
	var many, merged, again, keys strings.Builder
	keys.WriteString(`<row r="1">` + said("A1", KeyMark))
	for i := range 999 {
		keys.WriteString(said(columnLetters(i+2)+"1", fmt.Sprintf("r%d", i+1)))
	}
	keys.WriteString(`</row>`)
	for i := range 999 {
		fmt.Fprintf(&keys, `<row r="%d">%s</row>`, i+2, said(fmt.Sprintf("A%d", i+2), "title"))
	}
	for i := range 2000 {
		fmt.Fprintf(&many, `<row r="%d">%s</row>`, i+1, said(fmt.Sprintf("A%d", i+1), wide))
		merged.WriteString(`<mergeCell ref="A1:XFD1048576"/>`)
		again.WriteString(`<mergeCell ref="A1:A50000"/>`)
	}
	for _, c := range []struct{ says, rows, want string }{
		{"a row that no sheet has", `<row r="1048577">` + said("A1048577", "x") + `</row>`, "where no sheet has one"},
		{"a column that no sheet has", `<row r="1">` + said("XFE1", "x") + `</row>`, "where no sheet has one"},
		{"a row that is no number", `<row r="1">` + said("A99999999999999999999", "x") + `</row>`, "where no sheet has one"},
		{"the last cell of all", `<row r="1048576">` + said("XFD1048576", "x") + `</row>`, ""},
		{"everything merged with everything, often", `<row r="1">` + said("A1", "x") + `</row>` + merged.String(), ""},
		{"the same merged again and again", `<row r="1">` + said("A1", "x") + `</row>` + again.String(), ""},
		{"a field for each of many keys and records", keys.String(), "more than 300000 cells"},
		{"a text that is read as often as it was merged", `<row r="1">` + said("A1", KeyMark) + said("B1", "r1") + `</row><row r="2">` + said("A2", "title") + said("B2", strings.Repeat(wide, 100)) + `</row><row r="3">` + said("A3", "costs") + `</row><mergeCell ref="B2:B3"/>`, "in parts"},
		{"a cell with a name without end", `<row r="1">` + said(strings.Repeat("A", 1000), "x") + `</row>`, `"AAAAAAAAAAAAAAAAAAAA", where`},
		{"more text than is read", many.String(), "in parts"},
		{"labels on every side", inRows([]string{"Title of the campaign", "Costs of the campaign"}, []string{"Costs of the campaign", "Title of the campaign"}), ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			start := time.Now()
			d, err := Read("a.xlsx", sheetOf(t, c.rows))
			if err == nil {
				d.Propose(norway(t))
			}
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("it says %v, and nothing of %q", err, c.want)
			}
			if took := time.Since(start); took > time.Minute { // a second at most, on any machine
				t.Errorf("it took %v", took)
			}
		})
	}
}

// What stands in the line of labels is not lost where nothing stands beside it.
func TestALabelWithoutAnythingBesideItIsAccountedFor(t *testing.T) {
	for says, rows := range map[string]string{
		"labels alone":        inRows([]string{"Title of the campaign", "Costs of the campaign"}),
		"a note in their row": inRows([]string{"Title of the campaign", "Costs of the campaign", "ask the ministry"}, []string{"Stay", "1"}),
	} {
		t.Run(says, func(t *testing.T) {
			d, err := Read("a.xlsx", sheetOf(t, rows))
			if err != nil {
				t.Fatal(err)
			}
			laid := d.laid(labelsOf(norway(t)))
			for _, word := range strings.Fields(d.Text) {
				if !strings.Contains(laid.Text, word) {
					t.Errorf("%q is lost in\n%s", word, laid.Text)
				}
			}
		})
	}
}

func FuzzXLSX(f *testing.F) {
	f.Add(inRows([]string{"Title of the campaign", "A", "B"}, []string{"Costs of the campaign", "1", "2"}))
	f.Add(inRows([]string{"Title of the campaign", "Costs of the campaign"}, []string{"A", "1"}) + `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="b"><v>1</v></c><c s="1"><v>1e300</v></c><c t="str"><f>1</f><v>_x000D_</v></c></row>`)
	q := norway(f)
	f.Fuzz(func(t *testing.T, rows string) {
		d, err := Read("a.xlsx", sheetOf(t, rows))
		if err != nil {
			return
		}
		p := d.Propose(q)
		account(t, p.of, p) // a label is repeated for each record
		if len(p.of.Text) < len(strings.TrimSpace(d.Text)) {
			t.Errorf("%d bytes were read, and %d laid out", len(d.Text), len(p.of.Text))
		}
	})
}

// A seal that somebody cut or changed is none, and breaks nothing.
func FuzzSeal(f *testing.F) {
	pieces, err := Seal{AHQ: "2016.1", NCP: "BE", Response: "x", Cells: map[string]map[string]Base{"r1": {"title": {1, "ab"}}}}.Pieces()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(strings.Join(pieces, ""))
	f.Fuzz(func(t *testing.T, text string) {
		if s := unseal([]string{text}); s != nil && text != strings.Join(pieces, "") && s.AHQ == "2016.1" {
			t.Errorf("%q is taken for the seal", text)
		}
	})
}

// Cells that are one are counted over a workbook, and each time anew: saying it
// again and again is work, too.
func TestNoMoreCellsAreMergedThanAWorkbookMayHave(t *testing.T) {
	for _, c := range []struct {
		says string
		refs []string
		want int
	}{
		{"from right to left", []string{"B1:A1048576", "A9:B1"}, 0},
		{"again and again", []string{"A1:A50000", "A1:A50000", "A1:A50000"}, 100_000},
		{"one that is too large, and then another", []string{"A1:XFD1048576", "A1:B2"}, 4},
	} {
		t.Run(c.says, func(t *testing.T) {
			x := &xlsx{}
			for sheet, ref := range c.refs {
				s := &xlsxSheet{xlsx: x, grid: newGrid("Answers", sheet+1)}
				s.merge(ref)
			}
			if x.merged != c.want {
				t.Errorf("%d cells were merged, not %d", x.merged, c.want)
			}
		})
	}
}
