package pdf

import "math"

func (p *painter) nextLine(x, y float64) {
	p.state.line = p.state.line.moved(x, y)
	p.state.text = p.state.line
}

// showArray shows texts, with the room between them changed by hand.
func (p *painter) showArray() {
	for _, t := range p.array {
		if t.kind == number {
			p.forward(-t.number / perEm * p.state.size)
			continue
		}
		p.show(t.text)
	}
	p.array = p.array[:0]
}

func (p *painter) forward(by float64) {
	p.state.text = p.state.text.moved(by*p.state.scaled, 0)
}

// show a text, code by code.
func (p *painter) show(raw []byte) {
	f := p.state.font
	if f == nil {
		return
	}
	for len(raw) > 0 && p.shown <= mostGlyphs {
		p.shown++
		n := min(f.bytes, len(raw))
		code := string(raw[:n])
		raw = raw[n:]
		wide := f.width(code) * p.state.size
		p.note(f.says(code), wide)
		if wide += p.state.letters; code == " " {
			wide += p.state.words
		}
		p.forward(wide)
	}
}

// note a glyph where it stands on the page.
func (p *painter) note(text string, wide float64) {
	at := p.state.text.after(p.state.paper)
	if !at.upright() {
		p.turned = append(p.turned, text...)
		return
	}
	x := at.e + p.state.rise*at.c
	size := math.Abs(p.state.size * at.d)
	g := glyph{text: text, from: x, to: x + wide*p.state.scaled*at.a, line: at.f, size: size, furniture: p.furniture()}
	if fine(g.from) && fine(g.to) && fine(g.line) && size > 0 && size < furthest {
		p.glyphs = append(p.glyphs, g)
	}
}

// furthest from the corner of a page that anything is painted, in points.
const furthest = 20_000

func fine(at float64) bool { return math.Abs(at) < furthest } // and not when it is no number
