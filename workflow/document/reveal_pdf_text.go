package document

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// pdfMeanings know what the strings on the pages mean, by the names of the fonts
// they are set in. On different pages one name may mean different fonts: then
// every meaning is told.
type pdfMeanings struct {
	mapOf   map[int]int            // the map of a font
	maps    map[int]bool           // objects that are maps
	codes   map[int]*pdfCodes      // what they say
	fontsOf map[string][]int       // the fonts of a name
	dicts   map[int][]pdfNamedFont // objects that may be lists of fonts
	lists   []int                  // those that are
	named   map[string][]*pdfCodes
}

type pdfNamedFont struct {
	name string
	font int
}

func (f *pdfMeanings) learn(o pdfObject) {
	if f.maps == nil {
		f.maps, f.mapOf, f.codes, f.fontsOf, f.dicts = map[int]bool{}, map[int]int{}, map[int]*pdfCodes{}, map[string][]int{}, map[int][]pdfNamedFont{}
	}
	for i, t := range o.tokens {
		if t.kind != pdfNameToken || i+1 == len(o.tokens) {
			continue
		}
		switch t.text {
		case "ToUnicode":
			if to := o.tokens.refs("ToUnicode"); len(to) > 0 {
				f.mapOf[o.number], f.maps[to[0]] = to[0], true
			}
		case "Font":
			if o.tokens[i+1].is("<<") {
				f.add(pdfNamedFonts(o.tokens[i+2:]))
			} else if list := o.tokens[i+1].int(); list > 0 {
				f.lists = append(f.lists, list)
			}
		}
	}
	if !o.hasStream && len(o.tokens) > 5 && o.tokens[0].is("<<") {
		if fonts := pdfNamedFonts(o.tokens[1:]); 4*len(fonts)+2 == len(o.tokens) {
			f.dicts[o.number] = fonts
		}
	}
}

func (f *pdfMeanings) add(fonts []pdfNamedFont) {
	for _, n := range fonts {
		if !slices.Contains(f.fontsOf[n.name], n.font) {
			f.fontsOf[n.name] = append(f.fontsOf[n.name], n.font)
		}
	}
}

// pdfNamedFonts reads "/F1 5 0 R /F2 6 0 R", as far as it goes.
func pdfNamedFonts(ts pdfTokens) []pdfNamedFont {
	var fonts []pdfNamedFont
	for ; len(ts) >= 4 && ts[0].kind == pdfNameToken && ts[3].is("R"); ts = ts[4:] {
		fonts = append(fonts, pdfNamedFont{ts[0].text, ts[1].int()})
	}
	return fonts
}

// settle finds the maps of each name, once all objects have been seen.
func (f *pdfMeanings) settle() {
	for _, list := range f.lists {
		f.add(f.dicts[list])
	}
	f.named = map[string][]*pdfCodes{}
	for name, fonts := range f.fontsOf {
		for _, font := range fonts {
			if m := f.codes[f.mapOf[font]]; !slices.Contains(f.named[name], m) {
				f.named[name] = append(f.named[name], m)
			}
		}
	}
}

// A pdfDrawing follows what is drawn, for the text in it.
type pdfDrawing struct {
	*teller
	fonts    map[string][]*pdfCodes
	now      []*pdfCodes
	texts    []passage // one for each meaning
	operands pdfTokens
}

// page tells the text of a page or a form, line by line as it is drawn.
func (s *pdfReader) page(t *teller, stream string) error {
	p := pdfDrawing{teller: t, fonts: s.fonts.named, now: []*pdfCodes{nil}, texts: make([]passage, 1), operands: s.tokens[:0]}
	l := pdfLexer{text: stream}
	for {
		token, err := l.next()
		if errors.Is(err, io.EOF) {
			s.tokens = p.operands
			return p.flush(true)
		}
		if err != nil {
			return err
		}
		if !isOperator(token) {
			if p.operands = append(p.operands, token); len(p.operands) > mostTokens {
				return errTooLarge
			}
			continue
		}
		if err := p.do(token.text); err != nil {
			return err
		}
		p.operands = p.operands[:0]
	}
}

// isOperator: it is neither a name, a string, a number nor a bracket.
func isOperator(t pdfToken) bool {
	return t.kind == pdfWordToken && !('+' <= t.text[0] && t.text[0] <= '9') && !strings.ContainsRune("[]<>", rune(t.text[0]))
}

// do is one operator. Every string that is not shown is told beside the text.
func (p *pdfDrawing) do(operator string) error {
	switch operator {
	case "Tf":
		if len(p.operands) > 0 {
			p.now = p.fonts[p.operands[0].text]
		}
		if len(p.now) == 0 {
			p.now = []*pdfCodes{nil}
		}
		for len(p.texts) < len(p.now) {
			p.texts = append(p.texts, passage{})
		}
		return nil
	case "Tj", "TJ", "'", "\"":
		p.show()
		return p.flush(false)
	}
	for _, t := range p.operands {
		if t.kind == pdfStringToken {
			if err := p.aside(pdfStringText(t.text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// wordGap is how far apart two strings of one TJ are two words, in thousandths
// of the size of the font.
const wordGap = 180

func (p *pdfDrawing) show() {
	for i, m := range p.now {
		text := &p.texts[i]
		for _, t := range p.operands {
			if t.kind == pdfStringToken {
				text.raw = m.text(text.raw, t.text)
			} else if !strings.HasPrefix(t.text, "-") {
				continue
			} else if gap, err := strconv.ParseFloat(t.text, 64); err == nil && gap < -wordGap {
				text.raw = append(text.raw, ' ')
			}
		}
		text.raw = append(text.raw, '\n')
	}
}

// flush tells the text so far, when there is much of it or no more to come.
func (p *pdfDrawing) flush(over bool) error {
	for i := range p.texts {
		if !over && len(p.texts[i].raw) < 32<<10 {
			continue
		}
		if err := p.say(p.texts[i].take(over)); err != nil {
			return err
		}
	}
	return nil
}
