package reading

import (
	"fmt"
	"strings"
	"testing"
)

// What a workbook lists is measured before it is kept.
func TestAWorkbookListsNoMoreThanIsRead(t *testing.T) {
	sheets := `<workbook xmlns:r="x"><sheets>` + strings.Repeat(`<sheet name="Answers" sheetId="1" r:id="rId1"/>`, 201) + `</sheets></workbook>`
	for _, c := range []struct{ says, part, text, want string }{
		{"sheets", "xl/workbook.xml", sheets, "more than 200 sheets"},
		{"empty texts", "xl/sharedStrings.xml", `<sst>` + strings.Repeat(`<si/>`, 300_001) + `</sst>`, "more than 300000 cells"},
		{"long texts", "xl/sharedStrings.xml", `<sst>` + strings.Repeat(`<si><t>`+strings.Repeat("x", 30_000)+`</t></si>`, 200) + `</sst>`, "in parts"},
	} {
		t.Run(c.says, func(t *testing.T) {
			files := map[string]string{"xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`}
			files["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`
			files["xl/worksheets/sheet1.xml"] = `<worksheet><sheetData><row r="1">` + said("A1", "x") + `</row></sheetData></worksheet>`
			files[c.part] = c.text
			_, err := Read("a.xlsx", zipped(t, files))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("it says %v, and nothing of %q", err, c.want)
			}
		})
	}
}

// A workbook whose labels, said with each record, would be more than is read stays as
// it is: no record is lost.
func TestAWorkbookThatGrowsTooLargeIsReadAsItStands(t *testing.T) {
	var rows strings.Builder
	label := "Title of the campaign"
	fmt.Fprintf(&rows, `<row r="1">%s%s</row>`, said("A1", label), said("B1", "Costs of the campaign"))
	for i := range MostLines / 3 {
		fmt.Fprintf(&rows, `<row r="%d">%s%s</row>`, i+2, said(fmt.Sprintf("A%d", i+2), "t"), said(fmt.Sprintf("B%d", i+2), "1"))
	}
	d, err := Read("a.xlsx", sheetOf(t, rows.String()))
	if err != nil {
		t.Fatal(err)
	}
	if laid := d.laid(labelsOf(norway(t))); len(laid.Lines) != len(d.Lines) {
		t.Errorf("%d lines of a workbook of %d were laid out", len(laid.Lines), len(d.Lines))
	}
}
