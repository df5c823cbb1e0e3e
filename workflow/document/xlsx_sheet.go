package document

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// mostLinks is how many links Excel follows on one sheet; further ones are text.
const mostLinks = 65_530

// What Excel can show: a column is at most so many characters wide, a row at most
// so many points tall.
const (
	widest  = 255
	tallest = 409
)

// lineHeight is that of one line, in points.
const lineHeight = 13

// paperCharacters is how many characters stand side by side on a printed page.
const paperCharacters = 150

// xlsxSheet writes one sheet, row by row.
type xlsxSheet struct {
	pen
	columns []xlsxColumn
	rows    int
	links   []string // addresses, in order of appearance
	linkIDs map[string]int
	linked  []xlsxLink
}

// An xlsxColumn is what is asked of a column for every cell.
type xlsxColumn struct {
	letters string // "AB"
	width   int
	wrap    bool
}

// An xlsxLink is a cell that leads somewhere.
type xlsxLink struct{ column, row, id int }

func columnsOf(s Sheet) []xlsxColumn {
	columns := make([]xlsxColumn, len(s.Columns))
	for i, c := range s.Columns {
		columns[i] = xlsxColumn{letters(i), min(max(c.Width, 1), widest), c.Wrap}
	}
	return columns
}

// letters are how Excel names a column: A to Z, AA, AB ...
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + string(rune('A'+i%26))
}

func (x *xlsxSheet) sheet(s Sheet, first bool) {
	x.markup(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`)
	if first {
		x.markup(` tabSelected="1"`)
	}
	x.markup(` workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="`, strconv.Itoa(lineHeight), `"/>`)
	width := x.widths()
	x.markup(`<sheetData>`)
	x.head(s)
	for row := range s.Rows {
		x.row(row)
	}
	x.markup(`</sheetData><autoFilter ref="A1:`, x.columns[len(x.columns)-1].letters, strconv.Itoa(x.rows), `"/>`)
	x.hyperlinks()
	x.markup(`<printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`+
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="`, strconv.Itoa(width/paperCharacters+1), `" fitToHeight="0"/>`+
		`<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`)
}

// widths tells how wide each column is, and gives the width of all.
func (x *xlsxSheet) widths() (all int) {
	x.markup(`<cols>`)
	for i, c := range x.columns {
		all += c.width
		number := strconv.Itoa(i + 1)
		x.markup(`<col min="`, number, `" max="`, number, `" width="`, strconv.Itoa(c.width), `.7" customWidth="1"/>`)
	}
	x.markup(`</cols>`)
	return all
}

func (x *xlsxSheet) head(s Sheet) {
	lines := 1
	for i, c := range s.Columns {
		lines = max(lines, linesOf(c.Title, x.columns[i].width*4/5)) // bold is wider
	}
	number := x.open(lines)
	for i, c := range s.Columns {
		x.words(i, number, headLook, c.Title)
	}
	x.markup(`</row>`)
}

// open begins a row of so many lines, and gives its number.
func (x *xlsxSheet) open(lines int) string {
	x.rows++
	number := strconv.Itoa(x.rows)
	x.markup(`<row r="`, number, `"`)
	if lines > 1 {
		x.markup(` ht="`, strconv.Itoa(min(lines*lineHeight+2, tallest)), `"`)
	}
	x.markup(`>`)
	return number
}

// lines that a row needs, as far as can be told without its fonts: not every
// program looks for itself.
func (x *xlsxSheet) lines(values []Value) int {
	lines := 1
	for i, v := range values {
		if x.columns[i].wrap && (len(v.text) > x.columns[i].width || strings.Contains(v.text, "\n")) {
			lines = max(lines, linesOf(v.text, x.columns[i].width))
		}
	}
	return lines
}

func linesOf(s string, width int) (lines int) {
	for line := range strings.SplitSeq(s, "\n") {
		lines += max(utf8.RuneCountInString(line)+width-1, width) / max(width, 1)
		if lines > tallest/lineHeight {
			break
		}
	}
	return lines
}

func (x *xlsxSheet) row(values []Value) {
	number := x.open(x.lines(values))
	for i, v := range values {
		if v.text == "" {
			continue
		}
		if n, look, ok := numberOf(v); ok {
			x.cell(i, number, look)
			x.markup(`><v>`, n, `</v></c>`)
			continue
		}
		x.words(i, number, lookOf(v, x.columns[i].wrap), v.text)
		if v.link != "" && len(x.linked) < mostLinks {
			x.linked = append(x.linked, xlsxLink{i, x.rows, x.link(v.link)})
		}
	}
	x.markup(`</row>`)
}

func (x *xlsxSheet) cell(column int, row string, look int) {
	x.markup(`<c r="`, x.columns[column].letters, row, `" s="`, strconv.Itoa(look), `"`)
}

// words are a text that stands in the sheet itself, and so never is a formula.
func (x *xlsxSheet) words(column int, row string, look int, s string) {
	x.cell(column, row, look)
	x.markup(` t="inlineStr"><is><t xml:space="preserve">`)
	for {
		at := strings.Index(s, "_x")
		if at < 0 {
			break
		}
		x.text(s[:at])
		x.markup(`_x005F_`) // a bare _x0041_ would be read as an A
		s = s[at+1:]
	}
	x.text(s)
	x.markup(`</t></is></c>`)
}

// link is where an address stands among the links of the sheet.
func (x *xlsxSheet) link(target string) int {
	id, known := x.linkIDs[target]
	if !known {
		id = len(x.links)
		x.links = append(x.links, target)
		x.linkIDs[target] = id
	}
	return id
}

func (x *xlsxSheet) hyperlinks() {
	if len(x.linked) == 0 {
		return
	}
	x.markup(`<hyperlinks>`)
	for _, l := range x.linked {
		x.markup(`<hyperlink ref="`, x.columns[l.column].letters, strconv.Itoa(l.row), `" r:id="rIdLink`, strconv.Itoa(l.id), `"/>`)
	}
	x.markup(`</hyperlinks>`)
}
