package document

import (
	"fmt"
	"strconv"
)

// pdfInk writes what is seen on a page, and remembers what is set, so that
// nothing is said twice.
type pdfInk struct {
	b      []byte
	fonts  *pdfFonts
	font   uint16
	size   int
	rise   int
	colour string
	narrow bool // codes of this font have one byte
	text   bool // text is being written
	run    bool // and a run of it is open
	x, y   int  // where the text began
}

func (k *pdfInk) reset() {
	*k = pdfInk{b: k.b[:0], fonts: k.fonts}
}

func (k *pdfInk) write(parts ...string) {
	for _, s := range parts {
		k.b = append(k.b, s...)
	}
}

func (k *pdfInk) length(n int) { k.b = append(length(k.b, n), ' ') }

// fill sets the colour of what follows: RRGGBB.
func (k *pdfInk) fill(colour string) {
	if colour == k.colour {
		return
	}
	k.endRun()
	k.colour = colour
	for i := 0; i < 6; i += 2 {
		v, _ := strconv.ParseUint(colour[i:i+2], 16, 8) // our own constants
		k.length((int(v)*1000 + 127) / 255)
	}
	k.write("rg\n")
}

// rectangle fills one.
func (k *pdfInk) rectangle(x, y, width, height int, colour string) {
	k.endText()
	k.fill(colour)
	k.length(x)
	k.length(paperHeight - y - height)
	k.length(width)
	k.length(height)
	k.write("re f\n")
}

// at begins a run of text here; y is its base line.
func (k *pdfInk) at(x, y int) {
	k.endRun()
	if !k.text {
		k.write("BT\n")
		k.text, k.x, k.y = true, 0, paperHeight
	}
	k.length(x - k.x)
	k.length(k.y - y)
	k.write("Td\n")
	k.x, k.y = x, y
}

// show writes a glyph.
func (k *pdfInk) show(g glyph, size, rise int) {
	if g.font != k.font || size != k.size || rise != k.rise {
		k.dress(g, size, rise)
	}
	if !k.run {
		k.b = append(k.b, "[("...)
		k.run = true
	}
	if k.narrow {
		k.b = append(k.b, byte(g.code))
		return
	}
	k.b = append(k.b, byte(g.code>>8), byte(g.code))
}

// dress sets the font.
func (k *pdfInk) dress(g glyph, size, rise int) {
	k.endRun()
	if g.font != k.font || size != k.size {
		k.write(pdfFontName(int(g.font)), " ", strconv.Itoa(size), " Tf\n")
		k.font, k.size, k.narrow = g.font, size, k.fonts.boxed(g)
	}
	if rise != k.rise {
		k.length(rise)
		k.write("Ts\n")
		k.rise = rise
	}
}

// move shifts what follows in the run to the right, by thousandths of the size.
func (k *pdfInk) move(by int) {
	if by == 0 || k.size == 0 {
		return
	}
	if !k.run {
		k.write("[(")
		k.run = true
	}
	k.write(")", strconv.Itoa(-by), "(")
}

func (k *pdfInk) endRun() {
	if k.run {
		k.write(")]TJ\n")
		k.run = false
	}
}

func (k *pdfInk) endText() {
	k.endRun()
	if k.text {
		k.write("ET\n")
		k.text = false
	}
}

func (k *pdfInk) begin(tag string, number int) {
	k.endText()
	k.b = append(k.b, fmt.Sprintf("/%s<</MCID %d>>BDC\n", tag, number)...)
}
