package pdf

import (
	"io"

	"github.com/ledongthuc/pdf"
)

// A glyph is what one code paints, and where: from left to right, on its line.
type glyph struct {
	text       string
	from, to   float64
	line, size float64
	furniture  bool // the file says so itself
}

// A painter follows the program of a page, and notes its letters.
type painter struct {
	book    *book // that the page is of
	glyphs  []glyph
	turned  []byte   // what is not upright, in the order in which it is painted
	shown   int      // letters
	marked  []marked // the open pieces of marked content
	pen     point    // where it is in a path
	path    []rule   // that is drawn, its pieces across
	rules   []rule
	state   state
	saved   []state
	numbers []float64
	texts   [][]byte
	array   []token
}

// The state of what is painted.
type state struct {
	paper                  matrix // from here to the page
	text, line             matrix
	font                   *font
	size, rise, leading    float64
	letters, words, scaled float64 // more room behind each letter, each word
}

// The measures of programs.
const (
	deepestForm  = 8        // forms within forms
	deepestState = 200      // states within states
	mostPrograms = 64 << 20 // bytes of them in a file
	perName      = 1 << 10  // that looking up what a program names costs
	mostGlyphs   = 1 << 18  // on a page; a dense one has 10,000
	mostOperands = 1 << 16
)

// programOf a page or a form: one stream, or several.
func (p *painter) programOf(v pdf.Value) (program []byte, err error) {
	streams := []pdf.Value{v}
	if v.Kind() == pdf.Array {
		streams = nil
		for i := range min(v.Len(), mostOperands) {
			streams = append(streams, v.Index(i))
		}
	}
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		piece, _ := io.ReadAll(io.LimitReader(s.Reader(), int64(p.book.left)+1)) // a broken end is the end
		if err := p.book.spend(len(piece)); err != nil {
			return nil, err
		}
		program = append(append(program, piece...), '\n')
	}
	return program, nil
}

// A scope is what a program may name.
type scope struct {
	resources pdf.Value
	fonts     map[string]*font
	depth     int // of forms within forms
}

func scopeOf(resources pdf.Value, depth int) scope {
	return scope{resources, map[string]*font{}, depth}
}

// paint follows a program.
func (p *painter) paint(v pdf.Value, in scope) error {
	program, err := p.programOf(v)
	if err != nil {
		return err
	}
	t, deep, inArray := tokens{program: program}, len(p.saved), false
	for {
		switch token := t.next(); token.kind {
		case ends:
			p.saved = p.saved[:min(deep, len(p.saved))]
			return nil
		case opens:
			p.array, inArray = p.array[:0], true
		case closes:
			inArray = false
		case operator:
			if err := p.do(string(token.text), in); err != nil {
				return err
			}
			p.numbers, p.texts, inArray = p.numbers[:0], p.texts[:0], false
		case number, name, text:
			p.operand(token, inArray)
		}
	}
}

// operand keeps what the next operator works on.
func (p *painter) operand(t token, inArray bool) {
	switch {
	case len(p.array)+len(p.numbers)+len(p.texts) > mostOperands:
	case inArray:
		p.array = append(p.array, t)
	case t.kind == number:
		p.numbers = append(p.numbers, t.number)
	default:
		p.texts = append(p.texts, t.text)
	}
}

// last numbers before an operator; what is missing is 0.
func (p *painter) last(n int) []float64 {
	for len(p.numbers) < n {
		p.numbers = append([]float64{0}, p.numbers...)
	}
	return p.numbers[len(p.numbers)-n:]
}

// lastText is the last name or text before an operator.
func (p *painter) lastText() []byte {
	if len(p.texts) == 0 {
		return nil
	}
	return p.texts[len(p.texts)-1]
}
