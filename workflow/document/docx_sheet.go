package document

import (
	"archive/zip"
	"unicode/utf16"
)

// sheetParts are the files of the workbook inside a chart, without which Word
// shows a chart but lets nobody change its numbers.
var sheetParts = []part{
	{"[Content_Types].xml", "sheet_types.xml"},
	{"_rels/.rels", "sheet_package_rels.xml"},
	{"xl/workbook.xml", "sheet_workbook.xml"},
	{"xl/_rels/workbook.xml.rels", "sheet_workbook_rels.xml"},
	{"xl/worksheets/sheet1.xml", "sheet.xml"},
}

func (a archive) chartSheet(name string, c docxChart) error {
	entry, err := a.create(name)
	if err != nil {
		return err
	}
	book := archive{zip.NewWriter(entry), docxParts, a.made}
	if err := book.add(sheetParts, c); err != nil {
		return err
	}
	return book.Close()
}

// sheetColumn is what a sheet calls its nth column, counted from zero.
func sheetColumn(n int) string {
	letter := string(rune('A' + n%26))
	if n < 26 {
		return letter
	}
	return sheetColumn(n/26-1) + letter
}

// sheetText is a text for a cell, which holds no more than 32767 UTF-16 units.
// The chart has the whole of it; only the sheet behind it is cut.
func sheetText(s string) (string, error) {
	const most = 32767
	units := 0
	for at, r := range s {
		units += max(utf16.RuneLen(r), 1)
		if units > most {
			s = s[:at]
			break
		}
	}
	return escaped(s)
}
