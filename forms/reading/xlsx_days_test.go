package reading

import (
	"html"
	"strings"
	"testing"
)

// bookOf is a workbook with these parts beside one sheet, in which A1 is the number
// 42720 in the second style.
func bookOf(t testing.TB, properties, styles string) []byte {
	return zipped(t, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="x">` + properties + `<sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet>` + styles + `</styleSheet>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>42720</v></c></row></sheetData></worksheet>`,
	})
}

func TestANumberIsADayWhereItsFormatSaysSo(t *testing.T) {
	for format, want := range map[string]string{
		"yyyy-mm-dd":               "2016-12-16",
		"[$-409]d-mmm-yy;@":        "2016-12-16",
		`dd\.mm\.yyyy`:             "2016-12-16",
		`"on" d mmmm`:              "2016-12-16",
		"#,##0":                    "42720",
		"[$MKD] #,##0":             "42720",
		`#,##0\ "MDL"`:             "42720",
		`#,##0 \d\m`:               "42720",
		`"MDL`:                     "42720",
		"[Red][<100]0.0;General":   "42720",
		`_-* #,##0 _d_m_-;@`:       "42720",
		"mm:ss":                    "42720",
		`0 "days in all of May"`:   "42720",
		`#,##0 [$D. M.-100000];@`:  "42720",
		`[$-F800]dddd\,\ mmmm\ dd`: "2016-12-16",
	} {
		t.Run(format, func(t *testing.T) {
			styles := `<numFmts><numFmt numFmtId="164" formatCode="` + html.EscapeString(format) + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`
			d, err := Read("a.xlsx", bookOf(t, "", styles))
			if err != nil || strings.TrimSpace(d.Text) != want {
				t.Errorf("it is %q, not %q: %v", d.Text, want, err)
			}
		})
	}
}

func TestDaysAreCountedFromWhereTheWorkbookSays(t *testing.T) {
	for properties, want := range map[string]string{
		``:                                "2016-12-16",
		`<workbookPr/>`:                   "2016-12-16",
		`<workbookPr date1904="0"/>`:      "2016-12-16",
		`<workbookPr date1904="1"/>`:      "2020-12-17",
		`<workbookPr date1904="true"/>`:   "2020-12-17",
		`<workbookPr date1904="perhaps">`: "2016-12-16",
	} {
		t.Run(properties, func(t *testing.T) {
			if strings.HasSuffix(properties, `"perhaps">`) {
				properties += `</workbookPr>`
			}
			d, err := Read("a.xlsx", bookOf(t, properties, `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`))
			if err != nil || strings.TrimSpace(d.Text) != want {
				t.Errorf("it is %q, not %q: %v", d.Text, want, err)
			}
		})
	}
}
