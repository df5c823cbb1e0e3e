package reading

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// readODT reads the text of an OpenDocument text.
func readODT(r io.Reader) (Document, error) {
	d := &odt{flow: newFlow()}
	if err := walk(r, d); err != nil {
		return Document{}, err
	}
	return d.done(), nil
}

type odt struct {
	*flow
	skipped int
	open    int // paragraphs
}

// unseenODT elements hold no text that anybody sees.
var unseenODT = map[string]bool{"tracked-changes": true, "annotation": true, "note": true, "automatic-styles": true, "font-face-decls": true, "scripts": true, "forms": true}

func (d *odt) start(e xml.StartElement) {
	if d.skipped > 0 || unseenODT[e.Name.Local] {
		d.skipped++
		return
	}
	switch e.Name.Local {
	case "p", "h":
		d.endParagraph()
		d.open++
		d.written = true
	case "s":
		n, _ := strconv.Atoi(attribute(e, "c"))
		d.say(strings.Repeat(" ", min(max(n, 1), 100)))
	case "tab":
		d.say("\t")
	case "line-break":
		d.say("\n")
	case "soft-page-break":
		d.newPage()
	case "table":
		d.startTable()
	case "table-row":
		d.startRow()
	case "table-cell", "covered-table-cell":
		d.startCell(1)
	}
}

func (d *odt) end(name string) {
	if d.skipped > 0 {
		d.skipped--
		return
	}
	switch name {
	case "p", "h":
		d.endParagraph()
		d.open = max(0, d.open-1)
	case "table":
		d.endTable()
	}
}

func (d *odt) text(b []byte) {
	if d.open > 0 && d.skipped == 0 {
		d.say(strings.Join(strings.FieldsFunc(string(b), func(r rune) bool { return r == '\n' || r == '\r' }), " "))
	}
}
