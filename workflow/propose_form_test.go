package workflow

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ahq/models/modelstest"
	"ahq/workflow/document"
)

var (
	wordTable = regexp.MustCompile(`(?s)<w:sdt><w:sdtPr><w:id w:val="\d+"/><w:group/></w:sdtPr><w:sdtContent><w:tbl>.*?</w:tbl></w:sdtContent></w:sdt>`)
	wordRow   = regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`)
	controls  = regexp.MustCompile(`(?s)<w:sdt><w:sdtPr>.*?</w:sdtPr><w:sdtContent>|</w:sdtContent></w:sdt>`)
)

// What people do to a form in Word, and what it then asks for.
func TestAFormInWordIsReadWhateverWasDoneToIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.begunDraft(w.issued())
	raw := w.form(r, document.DOCX)
	for _, c := range []struct {
		done   string
		change func(body string) string
		want   []string
	}{
		{"rows were moved within their table", func(body string) string {
			table := wordTable.FindAllString(body, -1)[1]
			rows := wordRow.FindAllString(table, -1)
			return strings.Replace(body, table, strings.NewReplacer(rows[6], rows[7], rows[7], rows[6]).Replace(table), 1)
		}, nil},
		{"a row was moved into the table of another", func(body string) string {
			tables := wordTable.FindAllString(body, -1)
			row := wordRow.FindAllString(tables[1], -1)[6]
			body = strings.Replace(body, row, "", 1)
			return strings.Replace(body, tables[2], strings.Replace(tables[2], "</w:tbl>", row+"</w:tbl>", 1), 1)
		}, nil},
		{"a table was copied, and its title written anew", func(body string) string {
			table := wordTable.FindAllString(body, -1)[1]
			return strings.Replace(body, table, table+"<w:p/>"+strings.Replace(table, ">Stay or go<", ">A copy<", 1), 1)
		}, []string{
			"new2.heading new: MACEDONIA & KOSOVO", "new2.note new: It ran twice.", "new2.title new: A copy", "new2.partners new: a) one\nb) two",
			"new2.lessons new: We would begin sooner.\n\n  • and indented\twith a tab\n_x0041_ & <b> “quoted” é ü ż Ω",
		}},
		{"an empty table was filled in", func(body string) string {
			tables := wordTable.FindAllString(body, -1)
			empty := tables[3]
			return strings.Replace(body, empty, strings.Replace(strings.Replace(empty, "<w:showingPlcHdr/>", "", 6), "Write the answer here.", "Elsewhere", 1), 1)
		}, []string{"new3.heading new: Elsewhere"}},
		{"every control was taken away", func(body string) string { return controls.ReplaceAllString(body, "") }, nil},
		{"every control was taken away, and a label has a slip in it", func(body string) string {
			return strings.ReplaceAll(controls.ReplaceAllString(body, ""), "What would you do differently?", "What wuold you do diferently?")
		}, nil},
		{"a cell was emptied", func(body string) string { return strings.Replace(body, ">At home<", "><", 1) }, []string{"r2.title emptied: "}},
		{"countries and a status in words that mean none", func(body string) string {
			return strings.NewReplacer(">MK, XK<", ">the Balkans<", ">Finished<", ">Nearly over<").Replace(body)
		}, nil},
		{"a reason was written", func(body string) string { return strings.Replace(body, ">Not disclosed<", ">Not known yet<", 1) }, []string{"r2.partners different: Not known yet"}},
	} {
		t.Run(c.done, func(t *testing.T) {
			w := w.in(t)
			changed := repacked(t, raw, func(name, text string) string {
				if name == "word/document.xml" {
					return c.change(text)
				}
				return text
			})
			p := w.proposed(r, "form.docx", changed)
			if diff := cmp.Diff(c.want, asking(p)); diff != "" || !p.Form {
				t.Errorf("%s\nleft: %v", diff, p.Left)
			}
		})
	}
}

// What is written beside the form is not lost.
func TestWhatIsWrittenBesideAFormFindsNoPlaceAndIsShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.begunDraft(w.issued())
	raw := edited(t, w.form(r, document.DOCX), "<w:sectPr>", "<w:p><w:r><w:t>Please note that this is not final.</w:t></w:r></w:p><w:sectPr>")
	p := w.proposed(r, "form.docx", raw)
	if len(p.Left) != 1 || p.Left[0].Text != "Please note that this is not final." {
		t.Errorf("left are %+v", p.Left)
	}
}

// What people do to a form in Excel, and what it then asks for.
func TestAFormInExcelIsReadWhateverWasDoneToIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	r := w.begunDraft(w.issued())
	raw := w.form(r, document.XLSX)
	const sheet = "campaigns"
	for _, c := range []struct {
		done   string
		change func(f *excelize.File) error
		want   []string
	}{
		{"a row was put in between", func(f *excelize.File) error { return f.InsertRows(sheet, 6, 2) }, nil},
		{"a column was put in between", func(f *excelize.File) error { return f.InsertCols(sheet, "E", 1) }, nil},
		{"a row was copied below, with its key", func(f *excelize.File) error { return f.DuplicateRowTo(sheet, 8, 14) }, nil},
		{"a cell was written anew", func(f *excelize.File) error { return f.SetCellStr(sheet, "D8", "Another") }, []string{"r1.title different: Another"}},
		{"a number was typed", func(f *excelize.File) error { return f.SetCellValue(sheet, "E8", 2016) }, []string{"r2.title different: 2016"}},
		{"an empty column was filled in", func(f *excelize.File) error { return f.SetCellStr(sheet, "F8", "A third one") }, []string{"new3.title new: A third one"}},
		{"two cells were made one", func(f *excelize.File) error { return f.MergeCell(sheet, "D8", "E8") }, []string{"r2.title different: Stay or go"}},
		{"the sheet with the seal was deleted", func(f *excelize.File) error { return f.DeleteSheet("AhqSeal") }, nil},
		{"the properties were taken away", func(f *excelize.File) error {
			for _, p := range must(f.GetCustomProps()) {
				if err := f.SetCustomProps(excelize.CustomProperty{Name: p.Name}); err != nil {
					return err
				}
			}
			return nil
		}, nil},
	} {
		t.Run(c.done, func(t *testing.T) {
			w := w.in(t)
			f, err := excelize.OpenReader(bytes.NewReader(raw))
			w.must(err)
			defer f.Close() //nolint:errcheck // it was only read
			w.must(f.UnprotectSheet(sheet))
			w.must(c.change(f))
			var b bytes.Buffer
			w.must(f.Write(&b))
			p := w.proposed(r, "form.xlsx", b.Bytes())
			if diff := cmp.Diff(c.want, asking(p)); diff != "" || !p.Form {
				t.Errorf("a form: %v; %s\nleft: %v", p.Form, diff, p.Left)
			}
		})
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
