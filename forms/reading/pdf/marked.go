package pdf

import "slices"

// A piece of marked content: furniture, or what is to be read in place of what is
// painted.
type marked struct {
	furniture bool
	actual    []rune
	from      int // its first glyph
}

// mostActual is how long a text in place of another may be, in characters.
const mostActual = 1000

// startMarked content. What is an artifact is no text of the document.
func (p *painter) startMarked() {
	if len(p.marked) == deepestState {
		p.endMarked()
	}
	m := marked{from: len(p.glyphs), furniture: p.furniture()}
	for i, t := range p.texts {
		switch {
		case string(t) == "Artifact":
			m.furniture = true
		case string(t) == "ActualText" && i+1 < len(p.texts):
			m.actual = []rune(textOf(p.texts[i+1]))
		}
	}
	p.marked = append(p.marked, m)
}

// furniture says whether what is painted now is.
func (p *painter) furniture() bool {
	return slices.ContainsFunc(p.marked, func(m marked) bool { return m.furniture })
}

func (p *painter) endMarked() {
	n := len(p.marked) - 1
	if n < 0 {
		return
	}
	m := p.marked[n]
	p.marked = p.marked[:n]
	if len(m.actual) > 0 && len(m.actual) < mostActual && m.from < len(p.glyphs) {
		m.instead(p.glyphs[m.from:])
	}
}

// instead puts the actual text in the place of what was painted: letter by letter,
// or where their numbers differ all of it in the place of the first.
func (m marked) instead(painted []glyph) {
	last := len(painted) - 1
	if painted[0].line != painted[last].line {
		return
	}
	if len(m.actual) == len(painted) {
		for i := range painted {
			painted[i].text = string(m.actual[i])
		}
		return
	}
	for i := range painted {
		painted[i].text = ""
	}
	painted[0].text, painted[0].to = string(m.actual), painted[last].to
}
