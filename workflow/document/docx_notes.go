package document

import (
	"slices"
	"strconv"
)

// note writes the mark that stands for a remark in the text, and remembers the
// remark for the part that holds them all.
func (d *docxBody) note(remark string) {
	if remark == "" {
		return
	}
	d.notes = append(d.notes, remark)
	d.markup(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="`, strconv.Itoa(len(d.notes)), `"/></w:r>`)
}

const (
	// Word wants the two rules above its footnotes to be footnotes too; settings.xml names them.
	notesHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
`
	notesTail = "</w:footnotes>\n"
)

// notes writes the footnotes; a document without any has no such part.
func (a archive) notes(remarks []string) error {
	if len(remarks) == 0 {
		return nil
	}
	entry, err := a.create("word/footnotes.xml")
	if err != nil {
		return err
	}
	d := docxBody{pen: newPen(entry)}
	d.markup(notesHead)
	for i, remark := range remarks {
		d.markup(`<w:footnote w:id="`, strconv.Itoa(i+1), `">`)
		d.begin(look{style: "FootnoteText"})
		d.markup(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`)
		d.run("", remark)
		d.markup("</w:p></w:footnote>\n")
	}
	d.markup(notesTail)
	return d.done()
}

// noted says whether some text has a note: the list of parts, which comes
// first in the file, must know.
func noted(blocks []Block) bool { return slices.ContainsFunc(blocks, blockNoted) }

func blockNoted(b Block) bool {
	switch b := b.(type) {
	case Paragraph:
		return textNoted(b.Text)
	case List:
		return slices.ContainsFunc(b.Items, textNoted)
	case Facts:
		return slices.ContainsFunc(b, func(f Fact) bool { return textNoted(f.Text) })
	case Table:
		return slices.ContainsFunc(b.Header, textNoted) || slices.ContainsFunc(b.Rows, rowNoted)
	}
	return false
}

func rowNoted(r Row) bool {
	return slices.ContainsFunc(r.Cells, func(c Cell) bool { return noted(c.Blocks) })
}

func textNoted(t Text) bool {
	return slices.ContainsFunc(t, func(s Span) bool { return s.Note != "" })
}
