package document

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// pdfFonts are the fonts of one PDF, and which glyphs of them it uses.
type pdfFonts struct {
	strengths [2]pdfStrength // plain and strong
	faces     []*pdfFont
	sets      []*pdfSet // named F1, F2 and so on in the file
	boxes     int       // the set of boxes with room left, counted from 1
}

// A pdfFont is a face at work.
type pdfFont struct {
	*font.Face
	face  *pdfFace
	shape *harfbuzz.Font
	space font.GID
	codes map[pdfCode]glyph
	set   int // with room left, counted from 1
}

// A pdfSet is what the file calls a font: glyphs by their codes.
type pdfSet struct {
	font  *pdfFont // nil for boxes
	ref   pdfRef
	codes []pdfCode
}

// A pdfCode is a glyph and the text that it stands for. The same glyph may
// stand for several.
type pdfCode struct {
	id      font.GID
	advance int16
	text    string
}

func newPDFFonts() (*pdfFonts, error) {
	f := &pdfFonts{}
	known := map[*pdfFace]*pdfFont{}
	for i, chain := range pdfChains {
		for _, face := range chain {
			if known[face] == nil {
				parsed, err := face.read()
				if err != nil {
					return nil, err
				}
				known[face] = newPDFFont(face, parsed)
				f.faces = append(f.faces, known[face])
			}
			f.strengths[i].chain = append(f.strengths[i].chain, known[face])
		}
	}
	return f, nil
}

func newPDFFont(face *pdfFace, parsed *font.Font) *pdfFont {
	f := &pdfFont{Face: font.NewFace(parsed), face: face, codes: map[pdfCode]glyph{}}
	f.shape = harfbuzz.NewFont(f.Face)
	f.space, _ = f.NominalGlyph(' ')
	return f
}

func (f *pdfFont) thousandths(units float32) int {
	return int(math.Round(float64(units) * 1000 / float64(f.Upem())))
}

// glyph is a glyph of the font that stands for a text.
func (f *pdfFont) glyph(all *pdfFonts, id font.GID, text string) glyph {
	return f.code(all, pdfCode{id, int16(f.thousandths(f.HorizontalAdvance(id))), text})
}

// blank is nothing, so wide, that stands for a character.
func (f *pdfFont) blank(all *pdfFonts, advance int16, r rune) glyph {
	return f.code(all, pdfCode{f.space, advance, string(r)})
}

func (f *pdfFont) code(all *pdfFonts, c pdfCode) glyph {
	if g, known := f.codes[c]; known {
		return g
	}
	g := all.add(&f.set, f, c, math.MaxUint16)
	f.codes[c] = g
	return g
}

// box is what is printed for a character that no face has.
func (f *pdfFonts) box(r rune) glyph {
	for _, digit := range hexDigits {
		f.glyph(false, digit) // the box has its number in it
	}
	wide := int16(1000)
	if r > 0xffff {
		wide = 1300
	}
	return f.add(&f.boxes, nil, pdfCode{advance: wide, text: string(r)}, math.MaxUint8)
}

func (f *pdfFonts) boxed(g glyph) bool { return f.sets[g.font-1].font == nil }

// add gives a glyph a code in the set numbered, or in a new one if that is full.
func (f *pdfFonts) add(set *int, of *pdfFont, c pdfCode, most int) glyph {
	if *set == 0 || len(f.sets[*set-1].codes) >= most {
		f.sets = append(f.sets, &pdfSet{font: of, codes: make([]pdfCode, 1)})
		*set = len(f.sets)
	}
	s := f.sets[*set-1]
	for quoted(len(s.codes)) {
		s.codes = append(s.codes, pdfCode{})
	}
	s.codes = append(s.codes, c)
	return glyph{font: uint16(*set), code: uint16(len(s.codes) - 1), advance: c.advance}
}

// quoted says that a code holds a byte that would need a backslash in a string,
// or is a line end, which readers change. None is given, so that strings can be
// written as they are.
func quoted(code int) bool {
	for _, b := range []int{code & 0xff, code >> 8} {
		if b == '(' || b == ')' || b == '\\' || b == '\r' || b == '\n' {
			return true
		}
	}
	return false
}
