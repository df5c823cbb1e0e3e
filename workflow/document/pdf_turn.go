package document

import (
	"slices"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/harfbuzz"
	scripts "github.com/go-text/typesetting/language"
)

// A pdfLetter is a character of a line that must be turned or joined.
type pdfLetter struct {
	r    rune
	span int
	glyph
	font *pdfFont // nil for a box
}

// A pdfStretch is letters of a line that are shaped together.
type pdfStretch struct {
	from, to int
	level    bidi.Level
	glyphs   []pdfPlaced // from left to right
	width    int         // in thousandths of the size
	x        int         // from the left end of the line
}

// turned draws a line with text that runs to the left, or whose letters join or
// stand upon each other. Its stretches lie from left to right as they are seen,
// and are drawn in the order in which they are read.
func (p *pdfPages) turned(t *pdfParagraph, l *pdfLine, at pdfPosition, rules []pdfRule) []pdfRule {
	letters := p.letters(t, l)
	stretches := ordered(stretches(letters, l.left))
	width := 0
	for i := range stretches {
		s := &stretches[i]
		p.shape(letters, s)
		s.x = width
		width += s.width * t.spans[letters[s.from].span].size(t.look.size)
	}
	if l.left {
		at.x += max(t.width-width, 0)
	}
	slices.SortFunc(stretches, func(a, b pdfStretch) int { return a.from - b.from })
	for _, s := range stretches {
		rules = p.stretch(t, letters, s, pdfPosition{at.x + s.x, at.y}, rules)
	}
	return rules
}

// stretch draws a stretch. Where it runs to the left, its glyphs stand in the
// order in which they are seen; the tree says how it is read.
func (p *pdfPages) stretch(t *pdfParagraph, letters []pdfLetter, s pdfStretch, at pdfPosition, rules []pdfRule) []pdfRule {
	n := letters[s.from].span
	size, rise := p.span(t, n, at.y)
	owner := p.piece(t, n)
	if s.level%2 == 1 && owner != nil {
		owner = p.tags.open(owner, "Span", "/ActualText", pdfString(string(textOf(letters[s.from:s.to]))))
		defer p.tags.close(owner)
	}
	p.mark(owner)
	p.ink.at(at.x, at.y)
	p.glyphs(s.glyphs, size, rise)
	return p.linked(t, n, pdfRule{at.x, at.y, s.width * size}, rules)
}

func textOf(letters []pdfLetter) (text []rune) {
	for _, c := range letters {
		text = append(text, c.r)
	}
	return text
}

// letters are the characters of a line, each with its font: marks and blanks
// have that of the letter before, where it has them.
func (p *pdfPages) letters(t *pdfParagraph, l *pdfLine) (letters []pdfLetter) {
	fonts := p.ink.fonts
	for _, run := range l.runs {
		s := t.spans[run.span]
		for _, r := range s.text[run.from:run.to] {
			g := fonts.glyph(s.strong, r)
			c := pdfLetter{shown(r), run.span, g, fonts.sets[g.font-1].font}
			if last := len(letters) - 1; last >= 0 && (g.advance == 0 || g.role == blank) && c.font != nil && letters[last].span == c.span && letters[last].has(r) {
				c.font = letters[last].font
			}
			letters = append(letters, c)
		}
	}
	return letters
}

// drawn is the character that is drawn for a letter.
func (c pdfLetter) drawn() rune {
	if _, ok := c.font.NominalGlyph(c.r); ok {
		return c.r
	}
	if c.role == tabulator {
		return ' '
	}
	if r, ok := standIns[c.r]; ok {
		return r
	}
	return c.r
}

// has says whether the font of a letter also has what comes after it.
func (c pdfLetter) has(r rune) bool {
	if c.font == nil {
		return false
	}
	_, ok := c.font.NominalGlyph(r)
	return ok || unseen(r)
}

// stretches cuts a line where its direction, its script, its dress or its font
// changes.
func stretches(letters []pdfLetter, left bool) (all []pdfStretch) {
	levels := levels(letters, left)
	script := scripts.Common
	for i, c := range letters {
		own := scripts.LookupScript(c.r)
		if i > 0 {
			before := letters[i-1]
			strange := own.Strong() && script.Strong() && own != script
			if levels[i] == levels[i-1] && c.span == before.span && c.font == before.font && !strange {
				all[len(all)-1].to++
				if own.Strong() {
					script = own
				}
				continue
			}
		}
		script = own
		all = append(all, pdfStretch{from: i, to: i + 1, level: levels[i]})
	}
	return all
}

// levels says how deep each letter lies in text of the other direction; what is
// odd runs to the left.
func levels(letters []pdfLetter, left bool) []bidi.Level {
	// Its own first letter must not decide where a line goes that is one of many.
	text, direction := []rune{'\u200e'}, bidi.LeftToRight
	if left {
		text[0], direction = '\u200f', bidi.RightToLeft
	}
	for _, c := range letters {
		text = append(text, c.r)
	}
	levels := make([]bidi.Level, len(text))
	runs := new(bidi.Paragraph).Segment(text, direction)
	for i := range runs.NumRuns() {
		run := runs.Run(i)
		for at := run.Start; at < run.End; at++ {
			levels[at] = run.Level
		}
	}
	return levels[1:]
}

// ordered are the stretches as they are seen from left to right: rule L2 of the
// Unicode bidirectional algorithm.
func ordered(all []pdfStretch) []pdfStretch {
	var deepest bidi.Level
	for _, s := range all {
		deepest = max(deepest, s.level)
	}
	for level := deepest; level > 0; level-- {
		for from := 0; from < len(all); from++ {
			to := from
			for to < len(all) && all[to].level >= level {
				to++
			}
			slices.Reverse(all[from:to])
			from = max(from, to)
		}
	}
	return all
}

// A pdfPlaced is a glyph that need not stand where the one before ends.
type pdfPlaced struct {
	glyph
	x, y, advance int // in thousandths of the size
}

// shape finds the glyphs of a stretch.
func (p *pdfPages) shape(letters []pdfLetter, s *pdfStretch) {
	text, left := letters[s.from:s.to], s.level%2 == 1
	font := text[0].font
	if font == nil {
		for _, c := range text {
			s.place(pdfPlaced{glyph: c.glyph, advance: int(c.advance)})
		}
		if left {
			slices.Reverse(s.glyphs)
		}
		return
	}
	b := buffer(text, left)
	b.Shape(font.shape, nil)
	texts := clusters(text, b.Info)
	for i, info := range b.Info {
		pos, said := b.Pos[i], texts[i]
		if left && len(said) > 1 {
			// Readers turn round what runs to the left, character by character, so
			// that a glyph which joins two letters may stand for the first alone.
			for _, c := range slices.Backward(said[1:]) {
				s.place(pdfPlaced{glyph: font.blank(p.ink.fonts, 0, c)})
			}
			said = said[:1]
		}
		s.place(pdfPlaced{font.glyph(p.ink.fonts, info.Glyph, string(said)),
			font.thousandths(float32(pos.XOffset)), font.thousandths(float32(pos.YOffset)), font.thousandths(float32(pos.XAdvance))})
	}
}

func (s *pdfStretch) place(g pdfPlaced) {
	s.glyphs = append(s.glyphs, g)
	s.width += g.advance
}

func buffer(text []pdfLetter, left bool) *harfbuzz.Buffer {
	b := harfbuzz.NewBuffer()
	for i, c := range text {
		b.AddRune(c.drawn(), i)
	}
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.GuessSegmentProperties()
	b.Props.Direction = harfbuzz.LeftToRight
	if left {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Props.Language = "en" // no face here has forms of a language's own that a reader would miss
	return b
}

// clusters are the texts that glyphs stand for; the first of several glyphs for
// the same letters stands for them all.
func clusters(text []pdfLetter, infos []harfbuzz.GlyphInfo) [][]rune {
	begins := make([]bool, len(text)+1)
	begins[len(text)] = true
	for _, info := range infos {
		begins[info.Cluster] = true
	}
	texts, told := make([][]rune, len(infos)), make([]bool, len(text))
	for i, info := range infos {
		if told[info.Cluster] {
			continue
		}
		told[info.Cluster] = true
		to := info.Cluster + 1
		for !begins[to] {
			to++
		}
		texts[i] = textOf(text[info.Cluster:to])
	}
	return texts
}

// glyphs draws glyphs where they are placed.
func (p *pdfPages) glyphs(all []pdfPlaced, size, rise int) {
	shift := 0 // how far we are from where the viewer thinks that we are
	for _, g := range all {
		p.ink.dress(g.glyph, size, rise+g.y*size)
		p.ink.move(g.x + shift)
		p.ink.show(g.glyph, size, rise+g.y*size)
		shift = g.advance - int(g.glyph.advance) - g.x
	}
	p.ink.move(shift)
}
