package reading

import (
	"strings"
	"unicode"
)

// A piece of an answer: what one line has of it, in bytes.
type piece struct {
	line     int
	from, to int
}

// pieces are the lines from one place to another that say something, or are
// empty between such.
func (c *scan) pieces(from, to int) (all []piece) {
	for i := c.lineAt(from); i < len(c.Lines) && c.Lines[i].From < to; i++ {
		if c.furniture[i] {
			continue
		}
		p := piece{i, max(from, c.Lines[i].From), min(to, c.Lines[i].To)}
		if p.from < p.to || c.Lines[i].From >= from {
			all = append(all, p)
		}
	}
	return all
}

// trimmed leaves away the empty pieces at both ends.
func (c *scan) trimmed(all []piece) []piece {
	empty := func(p piece) bool { return strings.TrimSpace(c.Text[p.from:p.to]) == "" }
	for len(all) > 0 && empty(all[0]) {
		all = all[1:]
	}
	for len(all) > 0 && empty(all[len(all)-1]) {
		all = all[:len(all)-1]
	}
	return all
}

// bare is a piece without the space around it.
func (d Document) bare(p piece) piece {
	text := strings.TrimLeftFunc(d.Text[p.from:p.to], unicode.IsSpace)
	p.from = p.to - len(text)
	p.to = p.from + len(strings.TrimRightFunc(text, unicode.IsSpace))
	return p
}

// joined is what pieces say, as it stands there, a line each; blank ones aside.
func (c *scan) joined(all []piece) string {
	if len(all) == 0 {
		return ""
	}
	c.room = c.room[:0]
	for _, p := range all {
		line := c.Text[p.from:p.to]
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(c.room) > 0 {
			c.room = append(c.room, '\n')
		}
		c.room = append(c.room, line...)
	}
	return c.kept(all[0].from)
}

// kept is the text that was put together of what stands from a place on. One that stands
// there to the letter is a part of the document, and no copy.
func (c *scan) kept(from int) string {
	if there := c.Text[from:min(from+len(c.room), len(c.Text))]; there == string(c.room) {
		return there
	}
	return string(c.room)
}
