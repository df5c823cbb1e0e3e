package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A page is its lines, from the top to the bottom.
type page struct {
	lines  []line
	rules  []rule
	turned string // what does not read from left to right
}

// A line of a page: its words, from left to right.
type line struct {
	words     []word
	at, size  float64
	furniture bool
	right     int // the word with which its right column begins; 0: it has none, or nothing else
	onlyRight bool
	gutter    float64 // of the table it is in; 0: it is in none
}

// A word, and where it stands.
type word struct {
	text     string
	from, to float64
}

// The measures of lines and words, in parts of the size of their letters.
const (
	sameLine = 0.4  // up or down
	newWord  = 0.15 // of room before it
	printed2 = 0.1  // of room between a letter and itself: it is painted twice, to be bold
)

// pageOf puts the letters that were painted into lines.
func pageOf(p *painter) page {
	glyphs := p.glyphs
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(b.line, a.line) })
	made := page{rules: p.rules, turned: strings.Join(strings.Fields(string(p.turned)), " ")}
	for from := 0; from < len(glyphs); {
		to, size := from+1, glyphs[from].size
		for to < len(glyphs) && glyphs[to-1].line-glyphs[to].line < sameLine*size && glyphs[from].line-glyphs[to].line < sameLine*size {
			size = max(size, glyphs[to].size)
			to++
		}
		if l := lineOf(glyphs[from:to]); len(l.words) > 0 {
			made.lines = append(made.lines, l)
		}
		from = to
	}
	slices.SortFunc(made.rules, func(a, b rule) int { return cmp.Compare(b.at, a.at) })
	return made
}

// ligatures are letters again.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\x00", "")

// lineOf letters that stand on one line.
func lineOf(glyphs []glyph) line {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.from, b.from) })
	l := line{at: glyphs[0].line, furniture: true}
	open := false
	for i, g := range glyphs {
		text := ligatures.Replace(g.text)
		if strings.TrimSpace(text) == "" {
			open = open && text == ""
			continue
		}
		l.size, l.furniture = max(l.size, g.size), l.furniture && g.furniture
		if i > 0 && g.text == glyphs[i-1].text && g.from-glyphs[i-1].from < printed2*g.size {
			continue
		}
		if n := len(l.words); open && g.from-l.words[n-1].to < newWord*g.size {
			l.words[n-1].text += text
			l.words[n-1].to = math.Max(l.words[n-1].to, g.to)
			continue
		}
		l.words, open = append(l.words, word{text, g.from, g.to}), true
	}
	return l
}

// says the words of a line from one on, up to another.
func (l line) says(from, to int) string {
	texts := make([]string, 0, len(l.words))
	for _, w := range l.words[from:to] {
		texts = append(texts, w.text)
	}
	return strings.Join(texts, " ")
}
