package document

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// sampleForm has a field of each kind.
func sampleForm() Form {
	field := func(text string) FormField {
		return FormField{Key: "title", Label: "Title", Help: "Its name.", Text: text, Hint: "Write here.", Choices: []string{"Not known"}}
	}
	entry := func(id, text string) FormEntry {
		return FormEntry{ID: id, Title: "Campaign " + id, Fields: []FormField{
			{Label: "Record", Text: id, Only: DOCX}, field(text),
			{Key: "status", Label: "Status", Hint: "Choose.", Choices: []string{"Planned", "Finished"}, Strict: true},
			{Label: "From Norway", Heads: true},
			{Label: "Contact", Shut: "Not asked of you"},
		}}
	}
	return Form{
		Title: "Form: campaigns", Subject: "AHQ 2016.1", Author: "EMN NCP Norway", Running: "AHQ 2016.1", Made: time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC),
		Seal: []Property{{"seal-1", "abc"}, {"seal-2", "def"}}, Mark: "mark", TooLong: "too long for a sheet",
		Facts: Facts{{"AHQ", Plain("2016.1")}}, Guide: []string{"Fill it in."}, Beside: map[Format]string{XLSX: "Each is a column."},
		Parts: []FormPart{{Title: "Campaigns", Sheet: "Campaigns", Entries: []FormEntry{entry("r1", "=1+1\n<b>"), entry("new1", "")}}},
	}
}

// workbookOf is a form as a workbook.
func workbookOf(t *testing.T, form Form) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := WriteForm(&b, XLSX, form); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOnlyWhatIsAskedCanBeChangedInAWorkbook(t *testing.T) {
	f := workbookOf(t, sampleForm())
	for cell, open := range map[string]bool{"D3": true, "E3": true, "D4": true, "D5": false, "D6": false, "B3": false, "A3": false, "D1": false} {
		id, err := f.GetCellStyle("Campaigns", cell)
		if err != nil {
			t.Fatal(err)
		}
		look, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if locked := look.Protection == nil || look.Protection.Locked; locked == open {
			t.Errorf("%s: locked %v", cell, locked)
		}
	}
	if text, err := f.GetCellValue("Campaigns", "D3"); err != nil || text != "=1+1\n<b>" {
		t.Errorf("it says %q: %v", text, err)
	}
	if formula, err := f.GetCellFormula("Campaigns", "D3"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q: %v", formula, err)
	}
	lists, err := f.GetDataValidations("Campaigns")
	if err != nil || len(lists) < 4 {
		t.Errorf("%d fields say what they want: %v", len(lists), err)
	}
}

func TestATextThatNoSheetCanHoldIsNotCut(t *testing.T) {
	form := sampleForm()
	form.Parts[0].Entries[0].Fields[1].Text = strings.Repeat("a", 40_000)
	f := workbookOf(t, form)
	if text, err := f.GetCellValue("Campaigns", "D3"); err != nil || text != form.TooLong {
		t.Errorf("it says %.40q: %v", text, err)
	}
}

// What a form says itself is known when it comes back; the rest was filled in.
func TestAFormKnowsAllThatItSaysItself(t *testing.T) {
	form := sampleForm()
	form.Parts[0].Entries[0].Fields[1].Text = strings.Repeat("a", 40_000)
	form.Parts[0].Entries[1].Fields[1].Text = "Filled in"
	f := workbookOf(t, form)
	own := map[string]bool{"": true, form.Mark: true, "title": true, "status": true}
	for _, text := range form.Texts() {
		own[text] = true
	}
	var others []string
	for _, sheet := range []string{"Read me first", "Campaigns"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range slices.Concat(rows...) {
			if !own[text] {
				others = append(others, text)
			}
		}
	}
	if diff := cmp.Diff([]string{"Filled in"}, others); diff != "" {
		t.Error(diff)
	}
}

func TestAFormIsWrittenAsNothingElse(t *testing.T) {
	if err := WriteForm(new(bytes.Buffer), PDF, sampleForm()); err == nil {
		t.Error("a form was written as PDF")
	}
	if err := Write(new(bytes.Buffer), HTML, sampleForm().document()); err == nil {
		t.Error("a form was written as a page, in which nobody can fill it in")
	}
}
