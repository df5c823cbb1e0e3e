package document

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// In a workbook a part is a sheet: its first column has the keys of the fields and
// its first row the ids of the entries, both hidden; then labels, what helps, and
// a column for each entry.
const (
	keyColumn = iota + 1
	labelColumn
	helpColumn
	firstEntry
)

// The rows of a sheet: the ids, the titles, and the fields.
const (
	idRow = iota + 1
	titleRow
	firstField
)

// How wide the columns are, in characters.
const (
	askedWidth = 34
	entryWidth = 52
	guideWidth = 90
)

// choicesSheet holds what can be chosen: a list in the cell itself is too short.
const choicesSheet = "AhqChoices"

// sealSheet holds the seal once more.
const sealSheet = "AhqSeal"

// formBook is a form as a workbook in the making. The first failure is kept.
type formBook struct {
	*excelize.File
	form    Form
	looks   map[string]int
	choices map[string]string // where a list stands, by its words
	failed  error
}

// writeFormXLSX writes a form as an Excel file.
func writeFormXLSX(w io.Writer, f Form) error {
	b := &formBook{File: excelize.NewFile(), form: f, looks: map[string]int{}, choices: map[string]string{}}
	defer b.Close() //nolint:errcheck // nothing was kept outside memory
	b.styles()
	for _, p := range f.Parts {
		b.part(p)
	}
	b.guide()
	b.lists()
	b.seal()
	if b.failed != nil {
		return b.failed
	}
	return b.Write(w)
}

func (b *formBook) note(err error) {
	if b.failed == nil {
		b.failed = err
	}
}

// say puts a text into a cell.
func (b *formBook) say(sheet string, column, row int, look, text string) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.note(err)
	b.note(b.SetCellStyle(sheet, at, at, b.looks[look]))
	if text != "" {
		b.note(b.SetCellStr(sheet, at, text))
	}
}

// guide is the sheet that explains, and opens first.
func (b *formBook) guide() {
	const sheet = "Read me first"
	b.note(b.SetSheetName("Sheet1", sheet))
	b.say(sheet, 1, 1, "head", b.form.Title)
	row := 2
	for _, fact := range b.form.Facts {
		b.say(sheet, 1, row, "plain", fact.Label+": "+fact.Text.Plain())
		row++
	}
	for _, line := range b.form.guide(XLSX) {
		row++
		b.say(sheet, 1, row, "plain", line.Plain())
		b.tall(sheet, row, map[string]int{line.Plain(): guideWidth})
	}
	b.note(b.SetColWidth(sheet, "A", "A", guideWidth))
	b.note(b.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true}))
	b.SetActiveSheet(0)
}

// lists hides what can be chosen.
func (b *formBook) lists() {
	if len(b.choices) > 0 {
		b.note(b.SetSheetVisible(choicesSheet, false))
	}
}

// seal puts the seal into the properties, and on a hidden sheet too.
func (b *formBook) seal() {
	_, err := b.NewSheet(sealSheet)
	b.note(err)
	for i, p := range b.form.Seal {
		b.note(b.SetCustomProps(excelize.CustomProperty{Name: p.Name, Value: p.Value}))
		b.say(sealSheet, 1, i+1, "plain", p.Name)
		b.say(sealSheet, 2, i+1, "plain", p.Value)
	}
	b.note(b.SetSheetVisible(sealSheet, false))
	made := b.form.Made.UTC().Format("2006-01-02T15:04:05Z")
	b.note(b.SetDocProps(&excelize.DocProperties{
		Title: b.form.Title, Subject: b.form.Subject, Creator: b.form.Author, Language: b.form.Language, Created: made, Modified: made,
	}))
}
