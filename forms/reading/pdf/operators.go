package pdf

import (
	"github.com/ledongthuc/pdf"
)

// operators that set or move something; those that show text or need what a page
// may name are in do.
var operators = map[string]func(p *painter){
	"BT": func(p *painter) { p.state.text, p.state.line = unmoved, unmoved },
	"Td": func(p *painter) { p.nextLine(p.last(2)[0], p.last(2)[1]) },
	"TD": func(p *painter) { p.state.leading = -p.last(2)[1]; p.nextLine(p.last(2)[0], p.last(2)[1]) },
	"T*": func(p *painter) { p.nextLine(0, -p.state.leading) },
	"Tm": func(p *painter) { p.state.line = matrixOf(p.last(6)); p.state.text = p.state.line },
	"TL": func(p *painter) { p.state.leading = p.last(1)[0] },
	"Tc": func(p *painter) { p.state.letters = p.last(1)[0] },
	"Tw": func(p *painter) { p.state.words = p.last(1)[0] },
	"Tz": func(p *painter) { p.state.scaled = p.last(1)[0] / 100 },
	"Ts": func(p *painter) { p.state.rise = p.last(1)[0] },
	"Tj": func(p *painter) { p.show(p.lastText()) },
	"'":  func(p *painter) { p.nextLine(0, -p.state.leading); p.show(p.lastText()) },
	"\"": func(p *painter) {
		p.state.words, p.state.letters = p.last(2)[0], p.last(2)[1]
		p.nextLine(0, -p.state.leading)
		p.show(p.lastText())
	},
	"TJ": (*painter).showArray,
	"cm": func(p *painter) { p.state.paper = matrixOf(p.last(6)).after(p.state.paper) },
	"q": func(p *painter) {
		if len(p.saved) < deepestState {
			p.saved = append(p.saved, p.state)
		}
	},
	"Q": func(p *painter) {
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	},
	"BMC": (*painter).startMarked,
	"BDC": (*painter).startMarked,
	"EMC": (*painter).endMarked,
}

// do what an operator says.
func (p *painter) do(operator string, in scope) (err error) {
	if set, ok := operators[operator]; ok {
		set(p)
	}
	if draw, ok := pathOperators[operator]; ok {
		draw(p)
	}
	switch operator {
	case "Tf":
		p.state.size = p.last(1)[0]
		p.state.font, err = p.font(string(p.lastText()), in)
	case "Do":
		err = p.form(string(p.lastText()), in)
	}
	if p.shown > mostGlyphs {
		err = refused(tooMuchPainted)
	}
	return err
}

// font of a name, as it was read before or anew.
func (p *painter) font(name string, in scope) (*font, error) {
	if f, known := in.fonts[name]; known {
		return f, nil
	}
	if err := p.book.spend(perName); err != nil {
		return nil, err
	}
	v := in.resources.Key("Font").Key(name)
	key := v.String()
	f, known := p.book.fonts[key]
	if !known {
		f = fontOf(v)
		p.book.fonts[key] = f
	}
	in.fonts[name] = f
	return f, nil
}

// form paints what stands in a form; a picture says nothing.
func (p *painter) form(name string, in scope) error {
	if err := p.book.spend(perName); err != nil {
		return err
	}
	v := in.resources.Key("XObject").Key(name)
	if v.Key("Subtype").Name() != "Form" || in.depth >= deepestForm {
		return nil
	}
	resources := in.resources
	if own := v.Key("Resources"); !own.IsNull() {
		resources = own
	}
	before, marked := p.state, len(p.marked)
	p.state.paper = matrixOf(floats(v.Key("Matrix"))).after(p.state.paper)
	err := p.paint(v, scopeOf(resources, in.depth+1))
	p.state, p.marked = before, p.marked[:min(marked, len(p.marked))]
	return err
}

func floats(v pdf.Value) (all []float64) {
	for i := range min(v.Len(), 6) {
		all = append(all, v.Index(i).Float64())
	}
	return all
}
