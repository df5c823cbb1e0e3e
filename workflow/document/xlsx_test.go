package document

import (
	"bytes"
	"encoding/csv"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ahq/forms/formstest"
)

func TestTheSheetsOfAFileHoldTogether(t *testing.T) {
	files, names := parts(t, workbook(t, XLSX, sampleWorkbook(sampleRows()...)))
	for _, name := range names {
		typed := strings.Contains(files["[Content_Types].xml"], `PartName="/`+name+`"`)
		if !typed && path.Ext(name) != ".rels" && name != "[Content_Types].xml" {
			t.Errorf("%s has no content type", name)
		}
		if path.Ext(name) != ".rels" {
			continue
		}
		for _, target := range attributes(t, files[name], "Target") {
			if whole := path.Join(path.Dir(path.Dir(name)), target); !strings.Contains(target, ":") && files[whole] == "" {
				t.Errorf("%s: there is no %s", name, whole)
			}
		}
	}
	for sheet, rels := range map[string]string{"xl/workbook.xml": "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml": "xl/worksheets/_rels/sheet2.xml.rels"} {
		related := attributes(t, files[rels], "Id")
		for _, id := range attributes(t, files[sheet], "id") {
			if !slices.Contains(related, id) {
				t.Errorf("%s: %s leads nowhere", sheet, id)
			}
		}
	}
}

func TestAFileSaysWhatItIs(t *testing.T) {
	b := sampleWorkbook()
	p, err := opened(t, workbook(t, XLSX, b)).GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	want := excelize.DocProperties{
		Title: b.Title, Subject: b.Subject, Creator: b.Author, Language: b.Language,
		Created: "2017-01-19T09:00:00Z", Modified: "2017-01-19T09:00:00Z",
	}
	if diff := cmp.Diff(want, *p); diff != "" {
		t.Errorf("(-workbook +file):\n%s", diff)
	}
}

func TestTheHeaderStandsOutAndStays(t *testing.T) {
	f := opened(t, workbook(t, XLSX, sampleWorkbook(sampleRows()...)))
	if got, want := f.GetSheetList(), []string{"About", "Records"}; !slices.Equal(got, want) {
		t.Errorf("the sheets are %q, not %q", got, want)
	}
	panes, err := f.GetPanes("Records")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v, %v", panes, err)
	}
	head, text, long := style(t, f, "A1"), style(t, f, "A2"), style(t, f, "E2")
	if !head.Font.Bold || len(head.Fill.Color) == 0 || text.Font.Bold {
		t.Errorf("the header does not stand out: %+v", head)
	}
	if text.Alignment.Vertical != "top" || long.Alignment.Vertical != "top" || !long.Alignment.WrapText || text.Alignment.WrapText {
		t.Errorf("texts do not stand as they should: %+v, long ones %+v", text.Alignment, long.Alignment)
	}
	if day, amount := style(t, f, "D2"), style(t, f, "C2"); day.CustomNumFmt == nil || *day.CustomNumFmt != `yyyy\-mm\-dd` || amount.NumFmt != 4 {
		t.Errorf("a day is shown as %v, an amount as %v", day.CustomNumFmt, amount.NumFmt)
	}
	if width, err := f.GetColWidth("Records", "E"); err != nil || int(width) != 60 {
		t.Errorf("a column of 60 characters is %v wide, %v", width, err)
	}
	files, _ := parts(t, workbook(t, XLSX, sampleWorkbook(sampleRows()...)))
	if !strings.Contains(files["xl/worksheets/sheet2.xml"], `<autoFilter ref="A1:F4"/>`) {
		t.Error("the rows cannot be filtered")
	}
}

func style(t *testing.T, f *excelize.File, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle("Records", cell)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNoCellIsAFormula(t *testing.T) {
	var rows [][]Value
	for _, begins := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'", "''="} {
		rows = append(rows, []Value{Words(begins + `HYPERLINK("http://evil.example","x")`), Number("=1+1"), Date("=2"), Link("@x", "http://a.example")})
	}
	file := workbook(t, XLSX, sampleWorkbook(rows...))
	files, _ := parts(t, file)
	sheet := files["xl/worksheets/sheet2.xml"]
	if strings.Contains(sheet, "<f>") || strings.Contains(sheet, `t="str"`) {
		t.Error("there is a formula in the file")
	}
	quoted := strings.Count(sheet, ` s="4" t="inlineStr"`) + strings.Count(sheet, ` s="5" t="inlineStr"`)
	if want := 11 + 3*13; quoted != want {
		t.Errorf("%d of %d texts like formulas would stay texts when somebody edits them", quoted, want)
	}
	plain, err := csv.NewReader(bytes.NewReader(workbook(t, CSV, sampleWorkbook(rows...)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range plain[1:] {
		for _, text := range row {
			if formula(text) {
				t.Errorf("a spreadsheet would calculate %q", text)
			}
		}
	}
}

func TestLinksLeadSomewhereSafe(t *testing.T) {
	f := opened(t, workbook(t, XLSX, sampleWorkbook(sampleRows()...)))
	for cell, want := range map[string]string{"F2": "http://be.example/?a=1&b=2", "F3": "", "E2": ""} {
		there, got, err := f.GetCellHyperLink("Records", cell)
		if err != nil || there != (want != "") || got != want {
			t.Errorf("%s leads to %q, not %q (%v)", cell, got, want, err)
		}
	}
}

func TestNumbersAreExactOrTexts(t *testing.T) {
	for _, c := range []struct {
		value Value
		want  string // as it stands in the cell; "" as a text
	}{
		{Number("49780.00"), "49780.00"},
		{Number("-0.1"), "-0.1"},
		{Number("123456789012345"), "123456789012345"},
		{Number("1234567890123456"), ""},
		{Number("0.0000000000000001"), "0.0000000000000001"},
		{Number("1e3"), ""},
		{Number("1."), ""},
		{Number(""), ""},
		{Date("2016-12-16"), "42720"},
		{Date("1900-03-01"), "61"},
		{Date("1899-12-31"), ""},
		{Date("2016-02-30"), ""},
		{Date("2016"), ""},
		{Words("12"), ""},
	} {
		if got, _, _ := numberOf(c.value); got != c.want {
			t.Errorf("%+v is the number %q, not %q", c.value, got, c.want)
		}
	}
}

func TestAWorkbookThatCannotBeIsRefused(t *testing.T) {
	named := func(names ...string) Workbook {
		var b Workbook
		for _, n := range names {
			b.Sheets = append(b.Sheets, Sheet{Name: n, Columns: []Column{{Title: "A"}}, Rows: slices.Values([][]Value{})})
		}
		return b
	}
	for _, c := range []struct {
		name   string
		format Format
		book   Workbook
		want   string
	}{
		{"a format nobody writes", "ods", named("A"), `choose one of ["csv" "xlsx"]`},
		{"a document's format", DOCX, named("A"), `no workbook can be written as "docx"`},
		{"no sheet", XLSX, Workbook{}, "a workbook of 0 sheets has no sheet 0"},
		{"no such flat sheet", CSV, Workbook{Sheets: named("A").Sheets, Flat: 1}, "has no sheet 1"},
		{"a sheet without a name", XLSX, named(""), "use 1 to 31 characters"},
		{"a name too long", XLSX, named(strings.Repeat("é", 32)), "use 1 to 31 characters"},
		{"a name with a sign", XLSX, named("a/b"), `"a/b" cannot name a sheet`},
		{"one name twice", XLSX, named("A", "a"), `two sheets are named "a"`},
		{"no columns", XLSX, Workbook{Sheets: []Sheet{{Name: "A"}}}, `sheet "A" has 0 columns`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var file bytes.Buffer
			err := WriteWorkbook(&file, c.format, c.book)
			if err == nil || !strings.Contains(err.Error(), c.want) || file.Len() > 0 {
				t.Errorf("got %v and %d bytes, want %q", err, file.Len(), c.want)
			}
		})
	}
}

func TestAFullDiskIsToldOfInEveryWorkbookFormat(t *testing.T) {
	for f := range workbookFormats {
		if err := WriteWorkbook(full{}, f, sampleWorkbook(sampleRows()...)); err == nil {
			t.Errorf("%s: no error", f)
		}
	}
}

func TestMoreRowsThanExcelHoldsAreRefused(t *testing.T) {
	b := sampleWorkbook()
	b.Sheets[1].Rows = func(yield func([]Value) bool) {
		for range mostRows {
			if !yield(nil) {
				return
			}
		}
	}
	var file bytes.Buffer
	if err := WriteWorkbook(&file, XLSX, b); err == nil || !strings.Contains(err.Error(), "write it as CSV") {
		t.Errorf("got %v", err)
	}
}

func TestLibreOfficeReadsWhatWeWrite(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sample.xlsx"), workbook(t, XLSX, sampleWorkbook(sampleRows()...)), 0o600); err != nil {
		t.Fatal(err)
	}
	const secondSheetAsShown = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,2`
	formstest.Office(t, filepath.Join(dir, "sample.xlsx"), secondSheetAsShown, dir)
	text, err := os.ReadFile(filepath.Join(dir, "sample-Records.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"NCP", "Part", "Costs", "Since", "Text", "Link"},
		{"BE", "", "49,780.00", "2016-12-16", "Yes.\n• one\n\tü ✓ 日本語", "a page"},
		{"NO", "", "-3", "2016-12", "Yes", "nowhere"},
		{"XK", "", "n/a", "", "No", ""},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-workbook +LibreOffice):\n%s", diff)
	}
}
