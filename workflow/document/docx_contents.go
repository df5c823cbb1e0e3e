package document

import "strconv"

// contents writes a field that Word fills anew when the document is opened.
// It is filled in already, but for the page numbers, which only Word can know:
// so it is not empty in a program that leaves fields as they are.
func (d *docxBody) contents(c Contents) {
	entries := listed(d.outline, c.Depth)
	if len(entries) == 0 {
		return
	}
	d.markup(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	if c.Title != "" {
		d.paragraph(look{style: "TOCHeading"}, Plain(c.Title))
	}
	for i, e := range entries {
		d.begin(look{style: "TOC" + strconv.Itoa(e.level), left: e.text.toTheLeft()})
		if i == 0 {
			d.fieldStart(`TOC \o "1-` + strconv.Itoa(contentsDepth(c.Depth)) + `" \h \z \u`)
		}
		d.contentsEntry(e)
		if i == len(entries)-1 {
			d.fieldEnd()
		}
		d.end()
	}
	d.markup("</w:sdtContent></w:sdt>\n")
}

func (d *docxBody) contentsEntry(e entry) {
	d.markup(`<w:hyperlink w:anchor="`, bookmark(e.number), `" w:history="1">`)
	d.spans(e.text.then("\t"))
	d.fieldStart(`PAGEREF ` + bookmark(e.number) + ` \h`)
	d.fieldEnd()
	d.markup(`</w:hyperlink>`)
}

// fieldStart opens a field; what is written up to fieldEnd is its result.
func (d *docxBody) fieldStart(instruction string) {
	d.markup(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> `)
	d.text(instruction)
	d.markup(` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
}

func (d *docxBody) fieldEnd() { d.markup(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`) }
