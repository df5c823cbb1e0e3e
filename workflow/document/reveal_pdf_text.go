package document

import (
	"errors"
	"io"
	"slices"
	"strconv"
)

// pdfMeanings know what the strings on the pages mean, by the names of the fonts
// they are set in. On different pages one name may mean different fonts: then
// every meaning is told.
type pdfMeanings struct {
	maps    map[int]*pdfCodes      // objects that are maps
	mapOf   map[int]int            // the map of a font
	fontsOf map[string][]int       // the fonts of a name
	dicts   map[int][]pdfNamedFont // objects that may be lists of fonts
	lists   []int                  // those that are
	named   map[string][]*pdfCodes
}

type pdfNamedFont struct {
	name string
	font int
}

func (f *pdfMeanings) learn(o pdfObject) error {
	if f.maps == nil {
		f.maps, f.mapOf, f.fontsOf, f.dicts = map[int]*pdfCodes{}, map[int]int{}, map[string][]int{}, map[int][]pdfNamedFont{}
	}
	if to := o.tokens.refs("ToUnicode"); len(to) > 0 {
		f.mapOf[o.number] = to[0]
	}
	for i, t := range o.tokens {
		if t.kind != pdfNameToken || t.text != "Font" || i+1 == len(o.tokens) {
			continue
		}
		if o.tokens[i+1].is("<<") {
			f.add(pdfNamedFonts(o.tokens[i+2:]))
		} else if list := o.tokens[i+1].int(); list > 0 {
			f.lists = append(f.lists, list)
		}
	}
	if o.stream == nil {
		if len(o.tokens) > 2 && o.tokens[0].is("<<") {
			if fonts := pdfNamedFonts(o.tokens[1:]); 4*len(fonts)+2 == len(o.tokens) {
				f.dicts[o.number] = fonts
			}
		}
		return nil
	}
	stream, isMap := startsWith(o.stream, "/CIDInit")
	if !isMap {
		return nil
	}
	tokens, err := pdfTokensOf(stream)
	f.maps[o.number] = pdfCodesOf(tokens)
	return err
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
			if m := f.maps[f.mapOf[font]]; !slices.Contains(f.named[name], m) {
				f.named[name] = append(f.named[name], m)
			}
		}
	}
}

// A pdfCodes says which characters the codes of a font stand for. Without one they
// are Latin letters.
type pdfCodes struct {
	size   int // bytes of a code
	ranges []pdfCodeRange
}

type pdfCodeRange struct {
	from, to uint32
	means    string // of from, in UTF-16; the last character counts on
}

func pdfCodesOf(tokens pdfTokens) *pdfCodes {
	m := &pdfCodes{size: 2}
	for i := 0; i < len(tokens); i++ {
		switch t := tokens[i]; {
		case t.is("begincodespacerange") && i+1 < len(tokens) && len(tokens[i+1].text) > 0:
			m.size = len(tokens[i+1].text)
		case t.is("beginbfchar"):
			for ; i+2 < len(tokens) && tokens[i+1].kind == pdfStringToken; i += 2 {
				code := pdfCodeNumber(tokens[i+1].text)
				m.ranges = append(m.ranges, pdfCodeRange{code, code, tokens[i+2].text})
			}
		case t.is("beginbfrange"):
			for i+3 < len(tokens) && tokens[i+1].kind == pdfStringToken {
				i += m.bfrange(tokens[i+1:])
			}
		}
	}
	slices.SortStableFunc(m.ranges, func(a, b pdfCodeRange) int { return int(int64(a.from) - int64(b.from)) })
	return m
}

// bfrange reads one range of codes, and says how many tokens it took: the
// meaning of the first, or a list of all meanings.
func (m *pdfCodes) bfrange(ts pdfTokens) int {
	from, to := pdfCodeNumber(ts[0].text), pdfCodeNumber(ts[1].text)
	if ts[2].kind == pdfStringToken {
		m.ranges = append(m.ranges, pdfCodeRange{from, to, ts[2].text})
		return 3
	}
	taken := 3
	for ; taken < len(ts) && ts[taken].kind == pdfStringToken; taken++ {
		code := from + uint32(taken-3)
		m.ranges = append(m.ranges, pdfCodeRange{code, code, ts[taken].text})
	}
	return taken + 1
}

func pdfCodeNumber(s string) (code uint32) {
	for i := range min(len(s), 4) {
		code = code<<8 | uint32(s[i])
	}
	return code
}

// text is what a string means. A code that the map does not know is taken as
// the character itself.
func (m *pdfCodes) text(s string) string {
	if m == nil {
		return pdfStringText(s)
	}
	out := make([]byte, 0, 2*len(s))
	for ; len(s) >= m.size; s = s[m.size:] {
		code := pdfCodeNumber(s[:m.size])
		i, exact := slices.BinarySearchFunc(m.ranges, code, func(r pdfCodeRange, code uint32) int { return int(int64(r.from) - int64(code)) })
		if !exact {
			i--
		}
		means, plus := string([]byte{byte(code >> 8), byte(code)}), uint32(0)
		if i >= 0 && code <= m.ranges[i].to && len(m.ranges[i].means) >= 2 {
			means, plus = m.ranges[i].means, code-m.ranges[i].from
		}
		last := uint32(means[len(means)-2])<<8 | uint32(means[len(means)-1]) + plus
		out = append(append(out, means[:len(means)-2]...), byte(last>>8), byte(last))
	}
	return fromUTF16(string(out))
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
func (s *pdfReader) page(t *teller, stream io.Reader) error {
	p := pdfDrawing{teller: t, fonts: s.fonts.named, now: []*pdfCodes{nil}, texts: make([]passage, 1)}
	l := newPDFLexer(stream)
	for {
		token, err := l.next()
		if errors.Is(err, io.EOF) {
			return p.flush(true)
		}
		if err != nil {
			return err
		}
		if token.kind != pdfWordToken || token.is("[") || token.is("]") || token.is("<<") || token.is(">>") || isNumber(token.text) {
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

func isNumber(text string) bool {
	return text != "" && (text[0] >= '0' && text[0] <= '9' || text[0] == '-' || text[0] == '+' || text[0] == '.')
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
				text.raw = append(text.raw, m.text(t.text)...)
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
