package reading

import (
	"slices"
	"strings"
)

// A mark is where a label stands in a document: in one part, or in two when a page
// ends in the middle of it and a part of its answer stands between them.
type mark struct {
	*label
	parts []part
	wrong int // letters
}

// from is where a label begins, and end where it ends, in bytes.
func (m mark) from() int { return m.parts[0].from }
func (m mark) end() int  { return m.parts[len(m.parts)-1].to }

// A part of a label, in bytes, and the letter of the label that it goes up to.
type part struct{ from, to, letters int }

// marks are the labels of a document in its order: first those that are whole and
// without a slip, then those that a page cut, then the others.
func (c *scan) marks() []mark {
	found := c.wholes(true)
	found = append(found, c.cuts()...)
	found = append(found, c.wholes(false)...)
	slices.SortStableFunc(found, func(a, b mark) int { return a.from() - b.from() })
	for i := range found {
		next := len(c.Text)
		if i+1 < len(found) {
			next = found[i+1].from()
		}
		c.ending(&found[i], next)
	}
	return found
}

// ending finds the last letters of a label, or its sign, where a page begins with
// nothing else: "s?".
func (c *scan) ending(m *mark, next int) {
	if len(m.parts) > 1 || m.section != "" {
		return
	}
	for i := c.lineAt(m.end()) + 1; i < len(c.Lines) && c.Lines[i].From < next; i++ {
		if c.furniture[i] || c.blank(i) || !c.Lines[i].Top && (i == 0 || !c.furniture[c.under(i)]) {
			continue
		}
		line := strings.TrimSpace(c.line(i))
		letters := runesOf(lettersOf(line))
		if line == m.tail || strings.HasSuffix(line, m.tail) && len(letters) > 0 && len(letters) <= m.wrong && slices.Equal(letters, m.letters[len(m.letters)-len(letters):]) {
			m.parts = append(m.parts, part{c.Lines[i].From, c.Lines[i].To, len(m.letters)})
			m.parts[0].letters -= len(letters)
			m.wrong -= len(letters)
		}
		return
	}
}

// under is the line directly above, blank ones aside.
func (c *scan) under(i int) int {
	from := i
	for i--; i > 0 && from-i < farthest && c.blank(i); i-- {
	}
	return max(i, 0)
}

// wholes are the labels that stand in one piece.
func (c *scan) wholes(clean bool) (found []mark) {
	for at := 0; at < len(c.body); at++ {
		if c.taken[at] || c.silent[at] || !c.mayAsk(at) {
			continue
		}
		m, last, ok := c.whole(at)
		if !ok {
			c.silent[at] = true
			continue
		}
		if clean && (m.wrong > 0 || len(m.parts) > 1 || c.tops[at] || c.paged(c.body[at], c.body[last])) {
			at = last
			continue
		}
		for i := at; i <= last; i++ {
			c.taken[i] = true
		}
		c.began[at] = true
		found = append(found, m)
		at = last
	}
	return found
}

// longest is how many letters are needed to know any label.
func (all Labels) longest() (most int) {
	for _, l := range all {
		most = max(most, len(l.letters)+forgiven(len(l.letters))+1)
	}
	return most
}

// mayAsk says whether a label may begin in a line: in a table, in the first cell
// of a row that has letters, and at its beginning.
func (c *scan) mayAsk(at int) bool {
	l := c.Lines[c.body[at]]
	if c.blank(c.body[at]) {
		return false
	}
	if l.Cell == (Spot{}) {
		return true
	}
	for i := at - 1; i >= max(0, at-farthest); i-- {
		above := c.Lines[c.body[i]]
		if above.Cell.Table != l.Cell.Table || above.Cell.Row != l.Cell.Row {
			return true
		}
		if strings.ContainsFunc(c.line(c.body[i]), isWord) {
			return false
		}
	}
	return true
}

// whole is the label that begins in a line, and the last line it takes.
func (c *scan) whole(at int) (m mark, last int, ok bool) {
	head := c.from(at, labelStart+mostLost)
	if len(head) == 0 || head[0].line != at {
		return m, 0, false
	}
	some := c.likely(head)
	if len(some) == 0 {
		return m, 0, false
	}
	text := c.from(at, some.longest())
	found := some.first(text)
	if found.taken == 0 {
		return m, 0, false
	}
	end := text[found.taken-1]
	m = mark{found.label, []part{{c.Lines[c.body[c.numbered(found.label, at)]].From, end.end, len(found.letters)}}, found.wrong}
	return c.split(m, text[:found.taken]), end.line, true
}

// numbered is where a label begins whose number stands above it, or in a cell of
// its own.
func (c *scan) numbered(l *label, at int) int {
	cell := c.Lines[c.body[at]].Cell
	for i := at - 1; i >= 0; i-- {
		above := c.Lines[c.body[i]].Cell
		words := strings.TrimSpace(c.line(c.body[i]))
		switch {
		case words == "" && above == cell:
		case cell != (Spot{}) && above.Table == cell.Table && above.Row == cell.Row:
			at = i
		case cell == (Spot{}) && above == cell && l.number != "" && (words == l.number+"." || words == l.number+")"):
			return i
		default:
			return at
		}
	}
	return at
}

// split looks into a label for what is no part of it: a line without letters that
// the label does not have there is an answer, "/" say, that a page cut it for.
func (c *scan) split(m mark, text []letter) mark {
	for i := 1; i < len(text); i++ {
		before, behind := text[i-1], text[i]
		if behind.line-before.line < 2 {
			continue
		}
		for line := before.line + 1; line < behind.line; line++ {
			words := strings.TrimSpace(c.line(c.body[line]))
			if words == "" || strings.Contains(m.words, words) && !strings.ContainsAny(words, "0123456789") {
				continue
			}
			m.parts = []part{{m.parts[0].from, before.end, i}, {c.Lines[c.body[behind.line]].From, m.parts[0].to, len(m.letters)}}
			return m
		}
	}
	return m
}
