package document

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

const hexDigits = "0123456789ABCDEF"

// embedBoxes writes a font of boxes, each with the number of a character in it,
// for those that no face has.
func (f *pdfFonts) embedBoxes(file *pdfFile, set *pdfSet) {
	var shapes, names, widths strings.Builder
	for code, c := range set.codes {
		widths.WriteString(strconv.Itoa(int(c.advance)) + " ")
		if c.text != "" {
			r, _ := utf8.DecodeRuneInString(c.text)
			shape := file.stream(file.ref(), "", []byte(f.drawn(r, int(c.advance))))
			fmt.Fprintf(&shapes, "/u%d %v ", code, shape)
			fmt.Fprintf(&names, "%d/u%d ", code, code)
		}
	}
	digits := f.glyph(false, '0').font
	file.object(set.ref, "<</Type/Font/Subtype/Type3/FontBBox[0 -250 1300 950]/FontMatrix[.001 0 0 .001 0 0]",
		"/FirstChar 0/LastChar ", strconv.Itoa(len(set.codes)-1), "/Widths[", widths.String(), "]/Encoding<</Type/Encoding/Differences[", names.String(),
		"]>>/CharProcs<<", shapes.String(), ">>/Resources<</Font<<", pdfFontName(int(digits)), " ", f.sets[digits-1].ref.String(),
		">>>>/ToUnicode ", set.unicode(file, 2).String(), ">>")
}

// drawn is a box with the number of a character in it, in two rows.
func (f *pdfFonts) drawn(r rune, advance int) string {
	number := fmt.Sprintf("%04X", r)
	if len(number) > 4 {
		number = fmt.Sprintf("%06X", r)
	}
	var codes string
	for _, digit := range number {
		codes += fmt.Sprintf("%04x", f.glyph(false, digit).code)
	}
	font, half := pdfFontName(int(f.glyph(false, '0').font)), len(codes)/2
	return fmt.Sprintf("%d 0 0 -250 1300 950 d1 40 w 80 -180 %d 960 re S BT %s 520 Tf 215 350 Td <%s> Tj 0 -440 Td <%s> Tj ET",
		advance, advance-160, font, codes[:half], codes[half:])
}
