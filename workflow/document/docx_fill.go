package document

import (
	"slices"
	"strconv"
	"strings"
)

// longestTag is how long Word lets a tag or a title be, in characters.
const longestTag = 64

// toFill says whether anything in a document is to be filled in.
func toFill(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool {
		t, ok := b.(Table)
		return ok && slices.ContainsFunc(t.Rows, func(r Row) bool {
			return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Fill != nil })
		})
	})
}

// lock puts a table into a group, in which Word lets nobody change anything but
// what is to be filled in; the table as a whole can be copied, or deleted.
func (d *docxBody) lock(t Table) {
	if t.Locked {
		d.controls++
		d.markup(`<w:sdt><w:sdtPr><w:id w:val="`, strconv.Itoa(d.controls), `"/><w:group/></w:sdtPr><w:sdtContent>`)
	}
}

func (d *docxBody) unlock(t Table) {
	if t.Locked {
		d.markup(`</w:sdtContent></w:sdt>`)
	}
}

// fill writes a cell that is to be filled in, as Word itself does where a control
// is all that a cell holds: round the cell. A list stands within its paragraph, or
// LibreOffice would forget it.
func (d *docxBody) fill(p place, w docxTable) {
	if len(p.Fill.Choices) > 0 {
		d.cellBegin(p, w, "")
		d.begin(look{style: "TableText"})
		d.control(*p.Fill)
		d.fillRun(*p.Fill)
		d.markup(`</w:sdtContent></w:sdt>`)
		d.end()
		d.markup(`</w:tc>`)
		return
	}
	d.control(*p.Fill)
	d.cellBegin(p, w, "")
	if p.Fill.Text == "" {
		d.begin(look{style: "TableText"})
		d.fillRun(*p.Fill)
		d.end()
	}
	d.fillText(p.Fill.Text)
	d.markup(`</w:tc></w:sdtContent></w:sdt>`)
}

// fillText is a text with a paragraph for each of its lines.
func (d *docxBody) fillText(text string) {
	if text == "" {
		return
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		d.paragraph(look{style: "TableText"}, Plain(line))
	}
}

// control opens a control that cannot be deleted.
func (d *docxBody) control(f Fill) {
	d.controls++
	d.markup(`<w:sdt><w:sdtPr><w:alias w:val="`)
	d.text(short(f.Title, longestTag))
	d.markup(`"/>`)
	if len(f.Tag) <= longestTag {
		d.markup(`<w:tag w:val="`)
		d.text(f.Tag)
		d.markup(`"/>`)
	}
	d.markup(`<w:id w:val="`, strconv.Itoa(d.controls), `"/><w:lock w:val="sdtLocked"/>`)
	if f.Text == "" {
		d.markup(`<w:showingPlcHdr/>`)
	}
	if len(f.Choices) > 0 {
		d.markup(`<w:dropDownList>`)
		for _, choice := range f.Choices {
			d.markup(`<w:listItem w:displayText="`)
			d.text(choice)
			d.markup(`" w:value="`)
			d.text(choice)
			d.markup(`"/>`)
		}
		d.markup(`</w:dropDownList>`)
	}
	d.markup(`</w:sdtPr><w:sdtContent>`)
}

// fillRun is the text of a control, or the hint that stands there while it has none.
func (d *docxBody) fillRun(f Fill) {
	if f.Text == "" {
		d.run("Placeholder", f.Hint)
		return
	}
	d.run("", f.Text)
}
