package document

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/go-text/typesetting/font/opentype"
)

// embed writes the fonts, with the glyphs that were used and no others, and
// gives back how pages name them.
func (f *pdfFonts) embed(file *pdfFile) (names string, err error) {
	for i, set := range f.sets {
		set.ref = file.ref()
		names += pdfFontName(i+1) + " " + set.ref.String()
	}
	described := map[*pdfFont]pdfRef{}
	for _, set := range f.sets {
		if set.font == nil {
			f.embedBoxes(file, set)
			continue
		}
		if described[set.font] == 0 {
			if described[set.font], err = f.describe(file, set.font); err != nil {
				return "", err
			}
		}
		set.embed(file, described[set.font])
	}
	return names, nil
}

func pdfFontName(set int) string { return "/F" + strconv.Itoa(set) }

// describe writes the file of a face, and what is to be known of it.
func (f *pdfFonts) describe(file *pdfFile, font *pdfFont) (pdfRef, error) {
	used := map[opentype.GID]bool{}
	for _, set := range f.sets {
		if set.font == font {
			for _, c := range set.codes {
				used[c.id] = true
			}
		}
	}
	data, err := font.face.subset(used)
	if err != nil {
		return 0, err
	}
	program := file.stream(file.ref(), "/Length1 "+strconv.Itoa(len(data)), data)
	extents, _ := font.FontHExtents()
	up, down := font.thousandths(extents.Ascender), font.thousandths(extents.Descender)
	return file.object(file.ref(), fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1000 %d 2000 %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 729/StemV 88/FontFile2 %v>>",
		font.face.embedded(), down, up, up, down, program)), nil
}

// embedded is the name of a face of which a part is embedded.
func (f *pdfFace) embedded() string { return "AHQAAA+" + f.name }

func (s *pdfSet) embed(file *pdfFile, descriptor pdfRef) {
	var widths strings.Builder
	var ids []byte
	for _, c := range s.codes {
		widths.WriteString(strconv.Itoa(int(c.advance)) + " ")
		ids = binary.BigEndian.AppendUint16(ids, uint16(c.id))
	}
	name := s.font.face.embedded()
	below := file.object(file.ref(), "<</Type/Font/Subtype/CIDFontType2/BaseFont/", name,
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ", descriptor.String(),
		"/DW 0/W[0[", widths.String(), "]]/CIDToGIDMap ", file.stream(file.ref(), "", ids).String(), ">>")
	file.object(s.ref, "<</Type/Font/Subtype/Type0/BaseFont/", name, "/Encoding/Identity-H/DescendantFonts[",
		below.String(), "]/ToUnicode ", s.unicode(file, 4).String(), ">>")
}

// unicode writes which text each code stands for; codes have so many digits.
func (s *pdfSet) unicode(file *pdfFile, digits int) pdfRef {
	var lines []string
	for code, c := range s.codes {
		if c.text != "" {
			lines = append(lines, fmt.Sprintf("<%0*x> <%s>", digits, code, hexadecimal(c.text)))
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"+
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<%0*d> <%s>\nendcodespacerange\n", digits, 0, strings.Repeat("f", digits))
	for len(lines) > 0 {
		n := min(len(lines), 100) // the most that a block may have
		fmt.Fprintf(&b, "%d beginbfchar\n%s\nendbfchar\n", n, strings.Join(lines[:n], "\n"))
		lines = lines[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return file.stream(file.ref(), "", []byte(b.String()))
}

// hexadecimal is a text in UTF-16.
func hexadecimal(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04x", unit)
	}
	return b.String()
}
