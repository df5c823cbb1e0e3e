package reading

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// readDOCX reads the text of a Word document: what was deleted, the codes of
// fields, and what an older program would show instead are no text; content
// controls and insertions are looked through.
func readDOCX(r io.Reader) (Document, error) {
	d := &docx{flow: newFlow()}
	if err := walk(r, d); err != nil {
		return Document{}, err
	}
	read := d.done()
	read.fields = d.controls.done
	return read, nil
}

type docx struct {
	*flow
	skipped  int // elements open of which nothing is text
	inText   bool
	span     []int // how many columns the open cells take
	controls controls
}

// unseen elements hold no text that anybody sees.
var unseen = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "pPrChange": true, "rPrChange": true, "sdtPr": true}

func (d *docx) start(e xml.StartElement) {
	if d.skipped > 0 || unseen[e.Name.Local] {
		d.skipped++
		d.controls.property(e)
		return
	}
	switch e.Name.Local {
	case "sdt":
		d.controls.open()
	case "t":
		d.inText = true
	case "tab":
		d.say("\t")
	case "br", "cr":
		d.lineBreak(attribute(e, "type"))
	case "lastRenderedPageBreak":
		d.newPage()
	case "noBreakHyphen":
		d.say("-")
	case "softHyphen":
		d.say("\u00ad")
	case "sym":
		if code, err := strconv.ParseUint(attribute(e, "char"), 16, 16); err == nil {
			d.say(string(rune(code)))
		}
	case "p":
		d.endParagraph()
		d.written = true
		d.controls.paragraph()
	default:
		d.startOfTable(e)
	}
}

// say adds to the open paragraph, and to the controls round it. What stands in a
// control until somebody writes there is no text.
func (d *docx) say(text string) {
	if !d.controls.say(text, d.spot) {
		d.flow.say(text)
	}
}

func (d *docx) lineBreak(kind string) {
	if kind == "page" {
		d.newPage()
		return
	}
	d.say("\n")
}

func (d *docx) startOfTable(e xml.StartElement) {
	switch e.Name.Local {
	case "tbl":
		d.written = false // a table stands in a cell, not in its paragraph
		d.startTable()
	case "tr":
		d.startRow()
	case "tc":
		d.startCell(1)
		d.span = append(d.span, 1)
	case "gridSpan":
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n > 0 && n < 100 && len(d.span) > 0 {
			d.span[len(d.span)-1] = n
		}
	}
}

func (d *docx) end(name string) {
	if d.skipped > 0 {
		d.skipped--
		return
	}
	switch name {
	case "sdt":
		d.controls.close(d.lines, d.spot)
	case "t":
		d.inText = false
	case "p":
		d.endParagraph()
	case "tbl":
		d.endTable()
	case "tc":
		d.endParagraph()
		if n := len(d.span); n > 0 {
			d.startCell(d.span[n-1] - 1)
			d.span = d.span[:n-1]
		}
	}
}

func (d *docx) text(b []byte) {
	if d.inText && d.skipped == 0 {
		d.say(strings.ReplaceAll(string(b), "_x005F_x", "_x")) // LibreOffice writes so what looks like a code
	}
}
