package forms

import (
	"slices"
	"strings"
)

// An expression is what the validator holds a cell against. The validator stops
// at the first rule that is broken; so that all are reported, the expression is
// kept from each of its rules on, and the judgement goes on behind that one.
type expression []string

// newExpression keeps it from each of these rules on.
func newExpression(tags []string) expression {
	e := make(expression, len(tags))
	for i := range tags {
		e[i] = strings.Join(tags[i:], ",")
	}
	return e
}

// behind is what remains after a rule.
func (e expression) behind(tag string) expression {
	for i, rest := range e {
		if first, _, _ := strings.Cut(rest, ","); first == tag {
			return e[i+1:]
		}
	}
	return nil
}

// tagsOf are the rules of several expressions, each once.
func tagsOf(expressions ...string) []string {
	var tags []string
	for _, e := range expressions {
		for tag := range strings.SplitSeq(e, ",") {
			if tag = strings.TrimSpace(tag); tag != "" && !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}
