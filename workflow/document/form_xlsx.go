package document

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

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

// formLooks are how its cells look; what is open is white and can be changed.
var formLooks = map[string]excelize.Style{
	"label": {Font: face("1F3F66", 10, true), Fill: filledWith("EEF3F8"), Border: lines, Alignment: atTop},
	"help":  {Font: face("595959", 9, false), Fill: filledWith("EEF3F8"), Border: lines, Alignment: atTop},
	"head":  {Font: face("FFFFFF", 10, true), Fill: filledWith("1F3F66"), Border: lines, Alignment: atTop},
	"shut":  {Font: face("595959", 10, false), Fill: filledWith("F2F2F2"), Border: lines, Alignment: atTop, NumFmt: textFormat},
	"open":  {Font: face("222222", 10, false), Border: lines, Alignment: atTop, NumFmt: textFormat, Protection: &excelize.Protection{}},
	"plain": {Font: face("222222", 10, false), Alignment: atTop},
}

// textFormat keeps what is typed as it is: no date, no number, no formula.
const textFormat = 49

var (
	atTop = &excelize.Alignment{WrapText: true, Vertical: "top"}
	lines = []excelize.Border{
		{Type: "left", Color: "BAC6D3", Style: 1}, {Type: "right", Color: "BAC6D3", Style: 1},
		{Type: "top", Color: "BAC6D3", Style: 1}, {Type: "bottom", Color: "BAC6D3", Style: 1},
	}
)

func face(colour string, size float64, bold bool) *excelize.Font {
	return &excelize.Font{Family: "Arial", Color: colour, Size: size, Bold: bold}
}

func filledWith(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func (b *formBook) styles() {
	for name, look := range formLooks {
		id, err := b.NewStyle(&look)
		b.looks[name] = id
		b.note(err)
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

// part writes one sheet.
func (b *formBook) part(p FormPart) {
	sheet := p.Sheet
	_, err := b.NewSheet(sheet)
	b.note(err)
	b.say(sheet, keyColumn, idRow, "plain", b.form.Mark)
	b.say(sheet, labelColumn, titleRow, "head", p.Title)
	b.say(sheet, helpColumn, titleRow, "head", whatToWrite)
	for i, f := range p.Entries[0].in(XLSX) {
		b.labelled(sheet, firstField+i, f)
		texts := map[string]int{f.Label: askedWidth * 4 / 5, f.Help: askedWidth} // bold is wider
		for _, e := range p.Entries {
			texts[e.in(XLSX)[i].Text] = entryWidth
		}
		b.tall(sheet, firstField+i, texts)
	}
	for i, e := range p.Entries {
		b.entry(sheet, firstEntry+i, e)
	}
	b.lay(sheet, len(p.Entries))
}

func (b *formBook) labelled(sheet string, row int, f FormField) {
	look := "label"
	if f.Heads {
		look = "head"
	}
	if f.Key != "" && f.Shut == "" {
		b.say(sheet, keyColumn, row, "plain", f.Key)
	}
	b.say(sheet, labelColumn, row, look, f.Label)
	b.say(sheet, helpColumn, row, map[bool]string{true: "head", false: "help"}[f.Heads], f.Help)
}

// entry writes the column of one, with a list and a prompt at each field.
func (b *formBook) entry(sheet string, column int, e FormEntry) {
	b.say(sheet, column, idRow, "plain", e.ID)
	b.say(sheet, column, titleRow, "head", e.Title)
	for i, f := range e.in(XLSX) {
		b.field(sheet, column, firstField+i, f)
	}
}

func (b *formBook) field(sheet string, column, row int, f FormField) {
	switch {
	case f.Heads:
		b.say(sheet, column, row, "head", "")
	case f.Shut != "" || f.Key == "":
		b.say(sheet, column, row, "shut", f.Shut+f.Text)
	case utf8.RuneCountInString(f.Text) > excelize.TotalCellChars/2: // it counts some characters twice
		b.say(sheet, column, row, "shut", b.form.TooLong)
	default:
		b.say(sheet, column, row, "open", f.Text)
		b.offer(sheet, column, row, f)
	}
}

// offer what can be chosen, and say what is wanted when the cell is entered.
func (b *formBook) offer(sheet string, column, row int, f FormField) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.note(err)
	v := excelize.NewDataValidation(true)
	v.SetSqref(at)
	v.SetInput(short(f.Label, 32), short(f.Help, 250))
	if len(f.Choices) > 0 {
		v.SetSqrefDropList(b.list(f.Choices))
		v.ShowErrorMessage = false
		if f.Strict {
			v.SetError(excelize.DataValidationErrorStyleStop, "Choose from the list", "Only what the list offers can stand here.")
		}
	}
	b.note(b.AddDataValidation(sheet, v))
}

// tall makes a row as tall as its longest text needs: not every program looks for
// itself.
func (b *formBook) tall(sheet string, row int, texts map[string]int) {
	need := 1
	for text, width := range texts {
		need = max(need, linesOf(text, width))
	}
	b.note(b.SetRowHeight(sheet, row, float64(min(need*lineHeight+4, tallest))))
}

// short is the beginning of a text, where it is longer than so many characters.
func short(s string, most int) string {
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return s
}

// list is where a list of choices stands.
func (b *formBook) list(choices []string) string {
	words := strings.Join(choices, "\n")
	at, known := b.choices[words]
	if !known {
		if len(b.choices) == 0 {
			_, err := b.NewSheet(choicesSheet)
			b.note(err)
		}
		column := len(b.choices) + 1
		for i, c := range choices {
			b.say(choicesSheet, column, i+1, "plain", c)
		}
		name, err := excelize.ColumnNumberToName(column)
		b.note(err)
		at = fmt.Sprintf("%s!$%s$1:$%s$%d", choicesSheet, name, name, len(choices))
		b.choices[words] = at
	}
	return at
}

// lay hides the keys, keeps labels in view, and locks all but what is open.
func (b *formBook) lay(sheet string, entries int) {
	last, err := excelize.ColumnNumberToName(firstEntry + entries - 1)
	b.note(err)
	b.note(b.SetColVisible(sheet, "A", false))
	b.note(b.SetRowVisible(sheet, idRow, false))
	b.note(b.SetColWidth(sheet, "B", "C", askedWidth))
	b.note(b.SetColWidth(sheet, "D", last, entryWidth))
	b.note(b.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: labelColumn, YSplit: titleRow, TopLeftCell: "C" + strconv.Itoa(firstField), ActivePane: "bottomRight"}))
	b.note(b.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatRows: true, FormatColumns: true}))
	landscape := "landscape"
	b.note(b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape}))
}

// guide is the sheet that explains, and opens first.
func (b *formBook) guide() {
	const sheet = "Read me first"
	b.note(b.SetSheetName("Sheet1", sheet))
	b.say(sheet, 1, 1, "head", b.form.Title)
	row := 2
	for _, fact := range b.form.Facts {
		b.say(sheet, 1, row, "plain", fact.Label+": "+fact.Text.plain())
		row++
	}
	for _, line := range b.form.guide(XLSX) {
		row++
		b.say(sheet, 1, row, "plain", line.plain())
		b.tall(sheet, row, map[string]int{line.plain(): guideWidth})
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

// plain is a text without dress.
func (t Text) plain() string {
	var all strings.Builder
	for _, span := range t {
		all.WriteString(span.Text)
	}
	return all.String()
}
