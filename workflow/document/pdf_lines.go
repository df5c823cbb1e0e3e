package document

import "unicode/utf8"

// A pdfSpan is text in one dress, as it is set.
type pdfSpan struct {
	text   string
	strong bool
	raised bool   // the number of a note
	lang   string // "" that of the document
	link   string // an address outside
	place  pdfRef // or a place in the document
	back   pdfRef // the place that the span itself is, until it is drawn
	reach  int    // how wide the link is at least
}

// A pdfRun is what one line has of one span: the bytes from and to.
type pdfRun struct{ span, from, to int }

// A pdfLine is one line of a paragraph.
type pdfLine struct {
	runs   []pdfRun
	width  int
	turned bool // some of its characters must be turned or joined
	left   bool // it runs to the left
	soft   bool // it ends with a hyphen that is not in the text
	hard   bool // it ends where the text says so
}

// A pdfSpot is a place in a text where a line may end, and how far the line is
// there.
type pdfSpot struct{ span, at, x int }

func (s pdfSpot) after(other pdfSpot) bool {
	return s.span > other.span || s.span == other.span && s.at > other.at
}

// A pdfBreaker breaks a text into lines, and never leaves anything out but
// blanks that hang over the end of a line.
type pdfBreaker struct {
	fonts  *pdfFonts
	spans  []pdfSpan
	size   int // in points
	width  int
	lines  []pdfLine
	runs   []pdfRun
	start  pdfSpot
	good   pdfSpot // the last place where the line may end
	poor   pdfSpot // and the last one inside a word
	over   pdfSpot // from here blanks hang over the end
	x      int
	turned bool
	leads  int8
	soft   bool // the last good place is a soft hyphen
}

// tabStop is how far apart tabulators are.
const tabStop = 35400

// pdfLines breaks a text into lines; it has one at least.
func pdfLines(fonts *pdfFonts, spans []pdfSpan, size, width int) []pdfLine {
	b := pdfBreaker{fonts: fonts, spans: spans, size: size, width: width}
	for i := range spans {
		b.span(i)
	}
	last := pdfSpot{max(len(spans)-1, 0), 0, b.x}
	if len(spans) > 0 {
		last.at = len(spans[last.span].text)
	}
	b.cut(last)
	return b.lines
}

// raisedSize is the size of what stands above the line.
func raisedSize(size int) int { return max(size*2/3, 5) }

func (s pdfSpan) size(size int) int {
	if s.raised {
		return raisedSize(size)
	}
	return size
}

func (b *pdfBreaker) span(n int) {
	s := b.spans[n]
	size := s.size(b.size)
	for at := 0; at < len(s.text); {
		r, length := rune(s.text[at]), 1
		if r >= utf8.RuneSelf {
			r, length = utf8.DecodeRuneInString(s.text[at:])
		}
		g := b.fonts.glyph(s.strong, r)
		if g.turns || b.leads == 0 {
			b.direction(g)
		}
		next := pdfSpot{n, at + length, 0}
		switch g.role {
		case lineEnd:
			if r == '\r' && next.at < len(s.text) && s.text[next.at] == '\n' {
				next.at++
			}
			b.cut(pdfSpot{n, at, b.x})
			b.lines[len(b.lines)-1].hard = true
			b.begin(next)
		case blank, tabulator:
			b.blank(pdfSpot{n, at, b.x}, next, b.advance(g, size))
		default:
			b.put(g, pdfSpot{n, at, 0}, next, int(g.advance)*size)
		}
		at = next.at
	}
}

// direction notes which way the text goes.
func (b *pdfBreaker) direction(g glyph) {
	b.turned = b.turned || g.turns
	if b.leads == 0 {
		b.leads = g.leads
	}
}

func (b *pdfBreaker) advance(g glyph, size int) int {
	if g.role == tabulator {
		return tabStop - b.x%tabStop
	}
	return int(g.advance) * size
}

func (b *pdfBreaker) blank(here, next pdfSpot, advance int) {
	if b.x+advance > b.width && !b.over.after(b.start) {
		b.over = here
	}
	b.x += advance
	next.x = b.x
	b.good, b.soft = next, false
}

// put sets a character, on the next line if it does not fit on this one.
func (b *pdfBreaker) put(g glyph, here, next pdfSpot, advance int) {
	for b.x+advance > b.width && advance > 0 && here.after(b.start) {
		b.wrap(pdfSpot{here.span, here.at, b.x})
	}
	if g.role == block && here.after(b.start) {
		b.good, b.soft = pdfSpot{here.span, here.at, b.x}, false
	}
	b.x += advance
	next.x = b.x
	switch g.role {
	case hinge, block, soft:
		b.good, b.soft = next, g.role == soft
	case weak:
		b.poor = next
	default:
	}
}

// wrap ends the line at the best place there is, at worst here.
func (b *pdfBreaker) wrap(here pdfSpot) {
	end := here
	switch {
	case b.good.after(b.start):
		end = b.good
	case b.poor.after(b.start) && b.poor.x > b.width/2:
		end = b.poor
	}
	hyphen := b.soft && end == b.good
	b.cut(end)
	b.lines[len(b.lines)-1].soft = hyphen
	b.start = pdfSpot{end.span, end.at, 0}
	b.x -= end.x
	b.good.x, b.poor.x = b.good.x-end.x, b.poor.x-end.x
}

// begin starts a line after a line end that stands in the text.
func (b *pdfBreaker) begin(at pdfSpot) {
	b.start, b.x, b.turned, b.leads = at, 0, false, 0
}

// cut makes a line of what stands between its start and this place.
func (b *pdfBreaker) cut(end pdfSpot) {
	if b.over.after(b.start) && !b.over.after(end) {
		end = b.over
	}
	first := len(b.runs)
	for n := b.start.span; n <= end.span && n < len(b.spans); n++ {
		run := pdfRun{n, 0, len(b.spans[n].text)}
		if n == b.start.span {
			run.from = b.start.at
		}
		if n == end.span {
			run.to = end.at
		}
		if run.from < run.to {
			b.runs = append(b.runs, run)
		}
	}
	b.lines = append(b.lines, pdfLine{runs: b.runs[first:len(b.runs):len(b.runs)], width: end.x, turned: b.turned, left: b.leads < 0})
}
