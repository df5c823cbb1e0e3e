package forms

import (
	"errors"
	"sync"

	"github.com/go-playground/validator/v10"
)

// judge is the validator that knows all rules; it is made once, and safe to use
// from many places.
var judge = sync.OnceValues(newJudge)

func newJudge() (*validator.Validate, error) {
	v := validator.New()
	var all []error
	for _, r := range cellRules {
		all = append(all, v.RegisterValidation(r.rule.tag(), r.holds, true))
	}
	v.RegisterStructValidation(judgeSheet, sheet{})
	return v, errors.Join(all...)
}

// holds is the rule as the validator calls it: the field is the text, and its
// parent the cell in which it stands, where the finding is left.
func (r cellRule) holds(field validator.FieldLevel) bool {
	c, ok := field.Parent().Interface().(*cell)
	if !ok || r.begun && !c.sheet.started {
		return true
	}
	c.found = r.broken(c)
	c.found.rule = r.rule
	return c.found.severity == "" || c.confirms(c.found)
}

// judgeSheet is the validator's struct level: every rule about a record as a
// whole, each finding reported with the cell it belongs to.
func judgeSheet(level validator.StructLevel) {
	s, ok := level.Current().Addr().Interface().(*sheet)
	if !ok {
		return
	}
	for _, r := range sheetRules {
		r.broken(s, func(c *cell, f finding) {
			if f.rule = r.rule; !c.confirms(f) {
				level.ReportError(f, c.ID, c.ID, f.rule.tag(), "")
			}
		})
	}
}

// judge turns what the validator says of the cell into problems.
func (c *cell) judge(v *validator.Validate, e expression) {
	for len(e) > 0 {
		broken, ok := errors.AsType[validator.ValidationErrors](v.VarWithValue(c.answer.Text, c, e[0]))
		if !ok {
			return
		}
		c.problems = append(c.problems, c.problem(c.found))
		e = e.behind(broken[0].Tag())
	}
}

// judge turns what the validator says of the record as a whole into problems of
// its cells.
func (s *sheet) judge(v *validator.Validate) {
	broken, _ := errors.AsType[validator.ValidationErrors](v.Struct(s))
	for _, b := range broken {
		c := s.cell(b.Field())
		if f, ok := b.Value().(finding); ok && c != nil {
			c.problems = append(c.problems, c.problem(f))
		}
	}
}
