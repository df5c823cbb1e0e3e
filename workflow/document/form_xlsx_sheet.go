package document

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

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
