package reading

import (
	"encoding/xml"
	"strings"
)

// A control is a place in a Word document to write or to choose in. A form that
// we gave out has one for each cell, with a tag that says which.
type control struct {
	tag         string
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
	case "showingPlcHdr":
		in.placeholder = true
	}
}

// paragraph begins in all of them.
func (c *controls) paragraph() {
	for _, in := range c.stack {
		if in.begun {
			in.text.WriteByte('\n')
		}
		in.begun = true
	}
}

// say adds a text to all of them, and says whether it is none.
func (c *controls) say(text string, at Spot) (none bool) {
	for _, in := range c.stack {
		none = none || in.placeholder
	}
	for _, in := range c.stack {
		in.begun, in.spot = true, at
		if !none && in.isField() {
			in.text.WriteString(text)
		}
	}
	return none
}

// isField says whether it is for a cell of a form; one round a whole table is not.
func (c *control) isField() bool { return strings.Contains(c.tag, ".") }

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
