package document

import "unicode"

// A glyph is what a character is printed as, and what it means for the line
// that it stands in.
type glyph struct {
	font    uint16 // which of the fonts, counted from 1
	code    uint16 // in it
	advance int16  // in thousandths of its size
	role    glyphRole
	turns   bool // it cannot be drawn one after the other: it joins, sits upon another, or goes to the left
	leads   int8 // text that begins with it goes to the right (1) or to the left (-1)
}

// A glyphRole is where a line may end beside a glyph.
type glyphRole uint8

const (
	letter    glyphRole = iota
	blank               // a space: the line may end after it, and it may hang over the end
	tabulator           // a blank as wide as it must be
	lineEnd             // the line ends here
	hinge               // the line may end after it
	weak                // the line may end after it if it cannot end elsewhere
	block               // the line may end before and after it: an ideograph
	soft                // a hyphen that is seen where the line ends after it, and not elsewhere
)

// roles are those of single characters.
var roles = map[rune]glyphRole{
	' ': blank, '\u1680': blank, '\u2000': blank, '\u2001': blank, '\u2002': blank, '\u2003': blank, '\u2004': blank,
	'\u2005': blank, '\u2006': blank, '\u2008': blank, '\u2009': blank, '\u200a': blank, '\u205f': blank, '\u3000': blank,
	'\t': tabulator, '\n': lineEnd, '\r': lineEnd, '\u0085': lineEnd, '\u2028': lineEnd, '\u2029': lineEnd,
	'-': hinge, '\u2010': hinge, '\u2013': hinge, '\u2014': hinge, '\u200b': hinge, '\u00ad': soft,
	'/': weak, '?': weak, '&': weak, '=': weak, '_': weak, '.': weak, ',': weak, ';': weak, ':': weak, '@': weak, '#': weak, '+': weak, '|': weak,
}

// standIns are drawn in the place of characters that no font has: bullets as
// Word keeps them, and others that look the same.
var standIns = map[rune]rune{
	'\uf0b7': '•', '\uf0a7': '▪', '\uf0d8': '➢', '\uf0fc': '✓', '\uf0e0': '→', '\uf0a8': '□', '\uf06f': '□', '\uf0fe': '☑', '\uf076': '❖', '\uf02d': '-', '\u2011': '-',
}

// turning are the scripts that are written to the left, or whose letters join.
var turning = &unicode.RangeTable{
	R16: []unicode.Range16{{0x0590, 0x08ff, 1}, {0x200e, 0x200f, 1}, {0x202a, 0x202e, 1}, {0x2066, 0x2069, 1}, {0xfb1d, 0xfdff, 1}, {0xfe70, 0xfefc, 1}},
	R32: []unicode.Range32{{0x10800, 0x10fff, 1}, {0x1e800, 0x1efff, 1}},
}

// seen are characters that tell how text is set out, and yet are printed.
var seen = &unicode.RangeTable{
	R16: []unicode.Range16{{0x0600, 0x0605, 1}, {0x06dd, 0x06dd, 1}, {0x070f, 0x070f, 1}, {0x0890, 0x0891, 1}, {0x08e2, 0x08e2, 1}, {0xfff9, 0xfffb, 1}},
	R32: []unicode.Range32{{0x110bd, 0x110bd, 1}, {0x110cd, 0x110cd, 1}, {0x13430, 0x1343f, 1}},
}

// unseen says that nothing is printed for a character.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) && !unicode.Is(seen, r)
}

func roleOf(r rune) glyphRole {
	role, ok := roles[r]
	switch {
	case ok:
		return role
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return block
	}
	return letter
}

func leadOf(r rune) int8 {
	switch {
	case unicode.Is(turning, r) && unicode.IsLetter(r), r == '\u200f':
		return -1
	case unicode.IsLetter(r), r == '\u200e':
		return 1
	}
	return 0
}

// pdfStrength is plain or strong text: the faces of one chain, and the glyphs
// looked up so far, in pages of 256 characters.
type pdfStrength struct {
	chain []*pdfFont
	pages [unicode.MaxRune>>8 + 1]*[256]glyph
}

func (f *pdfFonts) strength(strong bool) *pdfStrength {
	if strong {
		return &f.strengths[1]
	}
	return &f.strengths[0]
}

// glyph is what a character is printed as.
func (f *pdfFonts) glyph(strong bool, r rune) glyph {
	s := f.strength(strong)
	if page := s.pages[r>>8]; page != nil && page[r&0xff].font > 0 {
		return page[r&0xff]
	}
	return f.look(s, r)
}

// look finds a glyph for the first time.
func (f *pdfFonts) look(s *pdfStrength, r rune) glyph {
	shown := shown(r)
	g := f.find(s, shown)
	g.role, g.leads = roleOf(shown), leadOf(shown)
	if f.boxed(g) {
		g.role = block
	} else {
		g.turns = unicode.Is(turning, shown) || unicode.Is(unicode.M, shown)
	}
	if g.turns && unicode.Is(unicode.Mn, shown) {
		g.advance = 0 // it sits upon the letter before
	}
	if s.pages[r>>8] == nil {
		s.pages[r>>8] = new([256]glyph)
	}
	s.pages[r>>8][r&0xff] = g
	return g
}

// shown is a character, or what stands for one that there cannot be.
func shown(r rune) rune {
	if escape(r) == "\uFFFD" || unicode.Is(unicode.Noncharacter_Code_Point, r) {
		return '\uFFFD'
	}
	return r
}

// find gives a character a code in the first font that has it. What is not seen
// is a blank without width, so that it is there when the text is copied.
func (f *pdfFonts) find(s *pdfStrength, r rune) glyph {
	if role := roles[r]; unseen(r) || role == lineEnd || role == tabulator {
		return s.chain[0].blank(f, 0, r)
	}
	for _, wanted := range []rune{r, standIns[r]} {
		for _, font := range s.chain {
			if id, ok := font.NominalGlyph(wanted); ok && wanted != 0 {
				return font.glyph(f, id, string(r))
			}
		}
	}
	if unicode.Is(unicode.Zs, r) {
		return s.chain[0].blank(f, 500, r)
	}
	return f.box(r)
}

// hyphen is what is seen of a soft hyphen at the end of a line.
func (f *pdfFonts) hyphen(strong bool) glyph {
	font := f.strength(strong).chain[0]
	id, _ := font.NominalGlyph('-')
	return font.glyph(f, id, "\u00ad")
}

// covered says whether some face has a character, or none is needed.
func covered(r rune) (bool, error) {
	r = shown(r)
	if unseen(r) || roles[r] != letter || unicode.Is(unicode.Zs, r) {
		return true, nil
	}
	for _, face := range pdfChains[0] {
		font, err := face.read()
		if err != nil {
			return false, err
		}
		for _, wanted := range []rune{r, standIns[r]} {
			if _, ok := font.NominalGlyph(wanted); ok && wanted != 0 {
				return true, nil
			}
		}
	}
	return false, nil
}
