package reading

import (
	"encoding/xml"
	"slices"
	"strings"
)

// A control is a place in a Word document to write or to choose in. A form that
// we gave out has one for each cell, with a tag that says which.
type control struct {
	tag         string
	isField     bool // it is for a cell of a form; one round a whole table is not
	text        strings.Builder
	begun       bool // a paragraph of it has
	placeholder bool // nobody has written in it
	spot        Spot
}

// controls are those that are open, and the fields that were read.
type controls struct {
	stack []*control
	done  []field
}

func (c *controls) open() { c.stack = append(c.stack, &control{}) }

// property of the innermost control.
func (c *controls) property(e xml.StartElement) {
	if len(c.stack) == 0 {
		return
	}
	switch in := c.stack[len(c.stack)-1]; e.Name.Local {
	case "tag":
		in.tag = attribute(e, "val")
		in.isField = strings.Contains(in.tag, ".")
	case "showingPlcHdr":
		in.placeholder = true
	}
}

// field is the innermost control that is for a cell of a form; nil where none is. What
// is written within it is said there only, or nesting would multiply a text.
func (c *controls) field() *control {
	for _, in := range slices.Backward(c.stack) {
		if in.isField {
			return in
		}
	}
	return nil
}

// paragraph begins.
func (c *controls) paragraph() {
	in := c.field()
	if in == nil {
		return
	}
	if in.begun {
		in.text.WriteByte('\n')
	}
	in.begun = true
}

// say adds a text to the field that it stands in, and says whether it is none.
func (c *controls) say(text string, at Spot) (none bool) {
	none = slices.ContainsFunc(c.stack, func(in *control) bool { return in.placeholder })
	if in := c.field(); in != nil {
		in.begun, in.spot = true, at
		if !none {
			in.text.WriteString(text)
		}
	}
	return none
}

// close the innermost control, above a line; at is where it stands if it is empty.
func (c *controls) close(line int, at Spot) {
	if len(c.stack) == 0 {
		return
	}
	in := c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	if in.spot == (Spot{}) {
		in.spot = at
	}
	if record, key, ok := strings.Cut(in.tag, "."); ok {
		c.done = append(c.done, field{record: record, key: key, text: in.text.String(), spot: in.spot, group: in.spot.Table, line: line, sure: 1})
	}
}
