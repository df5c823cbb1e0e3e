package document

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// sampleWorkbook is a small workbook with every sort of value in it.
func sampleWorkbook(rows ...[]Value) Workbook {
	return Workbook{
		Title: "EMN Ad-Hoc Query on <sample> campaigns", Subject: "AHQ 2016.1", Author: "EMN NCP Norway", Language: "en-GB",
		Made: time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC), Flat: 1,
		Sheets: []Sheet{
			{Name: "About", Columns: []Column{{Title: "What", Width: 20}}, Rows: slices.Values([][]Value{{Words("a sample")}})},
			{Name: "Records", Columns: []Column{
				{Title: "NCP", Width: 8, Key: true}, {Title: "Costs", Width: 12}, {Title: "Since", Width: 12},
				{Title: "Text", Width: 60, Wrap: true}, {Title: "Link", Width: 30},
			}, Rows: slices.Values(rows)},
		},
	}
}

func sampleRows() [][]Value {
	return [][]Value{
		{Words("BE"), Number("49780.00"), Date("2016-12-16"), Words("Yes.\n• one\n\tü ✓ 日本語"), Link("a page", "http://be.example/?a=1&b=2")},
		{Words("NO"), Number("-3"), Date("2016-12"), YesNo(true), Link("nowhere", "javascript:alert(1)")},
		{Words("XK"), Number("n/a"), {}, YesNo(false), {}},
	}
}

// workbook is a workbook as the bytes of a file.
func workbook(t testing.TB, f Format, b Workbook) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := WriteWorkbook(&file, f, b); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// sheetReaders read the records of a file of each format back, as they were
// typed, with the header.
var sheetReaders = map[Format]func(testing.TB, []byte) [][]string{XLSX: xlsxRows, CSV: csvRows}

func xlsxRows(t testing.TB, file []byte) [][]string {
	t.Helper()
	rows, err := opened(t, file).GetRows("Records", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		rows[i] = append(row, make([]string, len(rows[0])-len(row))...)
	}
	return rows
}

func opened(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// csvRows takes the first apostrophe off every text that has one in front.
func csvRows(t testing.TB, file []byte) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(file), byteOrderMark)
	if !marked {
		t.Error("Excel would not know that the file is UTF-8")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i := range row {
			row[i] = strings.TrimPrefix(row[i], "'")
		}
	}
	return rows
}

func TestEveryWorkbookFormatCanBeReadBack(t *testing.T) {
	for f := range workbookFormats {
		if sheetReaders[f] == nil || f.MediaType() == "" {
			t.Errorf("no test reads %s back, or it has no media type", f)
		}
	}
}

func TestEveryValueIsInItsCell(t *testing.T) {
	want := [][]string{
		{"NCP", "Part", "Costs", "Since", "Text", "Link"},
		{"BE", "", "49780.00", "2016-12-16", "Yes.\n• one\n\tü ✓ 日本語", "a page"},
		{"NO", "", "-3", "2016-12", "Yes", "nowhere"},
		{"XK", "", "n/a", "", "No", ""},
	}
	if diff := cmp.Diff(want, csvRows(t, workbook(t, CSV, sampleWorkbook(sampleRows()...)))); diff != "" {
		t.Errorf("CSV (-workbook +file):\n%s", diff)
	}
	want[1][3] = "42720" // the day as Excel counts
	if diff := cmp.Diff(want, xlsxRows(t, workbook(t, XLSX, sampleWorkbook(sampleRows()...)))); diff != "" {
		t.Errorf("XLSX (-workbook +file):\n%s", diff)
	}
}

func TestTheSameWorkbookGivesTheSameBytes(t *testing.T) {
	elsewhere := sampleWorkbook(sampleRows()...)
	elsewhere.Made = elsewhere.Made.In(time.FixedZone("Brussels", 3600))
	for f := range workbookFormats {
		first := workbook(t, f, sampleWorkbook(sampleRows()...))
		for _, b := range []Workbook{sampleWorkbook(sampleRows()...), elsewhere} {
			if !bytes.Equal(first, workbook(t, f, b)) {
				t.Errorf("%s differs from one time to the next", f)
			}
		}
	}
}

// together puts the parts of rows together again, as the Part column says.
func together(t testing.TB, rows [][]string) (whole [][]string) {
	t.Helper()
	var part, parts int
	for _, row := range rows[1:] {
		if _, err := fmt.Sscanf(row[1], "%d of %d", &part, &parts); err != nil || part == 1 {
			whole = append(whole, row)
			continue
		}
		last := whole[len(whole)-1]
		if last[0] != row[0] {
			t.Errorf("part %d of %q is of %.80q", part, last[0], row[0])
		}
		for i := 2; i < len(row); i++ {
			last[i] += row[i]
		}
	}
	return whole
}

func TestNoTextIsCut(t *testing.T) {
	for _, length := range []int{0, 1, 32_766, 32_767, 32_768, 65_534, 65_535, 100_000} {
		for _, of := range []string{"a", "é", "日", "😀", "=", "_x0041_", "\r\n", "&"} {
			text := strings.Repeat(of, length/len(of)+1)
			for f, read := range sheetReaders {
				rows := read(t, workbook(t, f, sampleWorkbook([]Value{Words("BE"), Number("1"), {}, Words(text), {}}, []Value{Words("NO")})))
				for _, row := range rows {
					if units := len([]rune(row[4])); units > longestCell {
						t.Errorf("%s: a cell of %d characters", f, units)
					}
				}
				whole := together(t, rows)
				if len(whole) != 2 || whole[0][4] != printable(text) || whole[0][2] != "1" {
					t.Errorf("%s: %d of %q came back as %d rows with %d bytes of %d", f, length, of, len(whole), len(whole[0][4]), len(text))
				}
			}
		}
	}
}

func TestTextsOfAWorkbookSurviveToTheLetter(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text, short := odd(100_000).Draw(r, "text"), odd(100).Draw(r, "short")
		b := sampleWorkbook([]Value{Words("BE"), Words(short), Words(short), Words(text), Link(short, "https://example.org/"+short)})
		b.Title, b.Subject, b.Author, b.Sheets[1].Columns[3].Title = short, short, short, short
		said := printable(short)
		want := [][]string{{"BE", "", said, said, printable(text), said}}
		for f, read := range sheetReaders {
			got := together(t, read(t, workbook(t, f, b)))
			for _, row := range got {
				row[1] = ""
			}
			if diff := cmp.Diff(want, got); diff != "" {
				r.Fatalf("%s (-workbook +file):\n%.2000s", f, diff)
			}
		}
	})
}
