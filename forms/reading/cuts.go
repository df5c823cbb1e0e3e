package reading

import (
	"slices"
	"unicode"
)

// Where a page ends in the middle of a row, what was printed reads: the beginning
// of the label, the beginning of the answer, the rest of the label, the rest of the
// answer. So a page that begins with the end of a label sends back for its
// beginning.

const (
	fewest  = 3  // letters of a label that begin a page, or end one
	linesUp = 90 // how far up the beginning of a label is looked for

	mostTops = 5000 // pages whose tops are looked at: no response has as many
)

// cuts are the labels that pages were cut in.
func (c *scan) cuts() (found []mark) {
	tops := 0
	for at := range c.body {
		if !c.tops[at] || c.Lines[c.body[at]].Cell != (Spot{}) {
			continue
		}
		if tops++; tops > mostTops {
			break
		}
		if m, ok := c.cut(at); ok {
			found = append(found, m)
		}
	}
	return found
}

// cut is the label whose end begins a page.
func (c *scan) cut(at int) (best mark, ok bool) {
	text := c.from(at, labelStart)
	if len(text) == 0 || text[0].line != at {
		return best, false
	}
	least := 0 // how well it must be written: no worse than one that stands there whole
	if whole, _, ok := c.whole(at); ok {
		least = whole.written()
	}
	text = slices.Clone(c.from(at, c.labels.longest()))
	var up, last int
	for _, l := range c.labels {
		for s := fewest; s < len(l.letters); s++ {
			if !near(l.letters[s:], text) {
				continue
			}
			taken, wrong := rest(l, s, text)
			if taken == 0 {
				continue
			}
			m, line := c.beginning(l, s, at)
			m.wrong += wrong
			if line < 0 || m.written() < least || ok && (m.written() < best.written() || m.written() == best.written() && line <= up) {
				continue
			}
			m.parts = append(m.parts, part{c.Lines[c.body[at]].From, text[taken-1].end, len(l.letters)})
			best, ok, up, last = m, true, line, text[taken-1].line
		}
	}
	if ok {
		c.take(best.parts[0], up)
		for i := at; i <= last; i++ {
			c.taken[i] = true
		}
	}
	return best, ok
}

// take the lines of a part, so that nothing else is found there.
func (c *scan) take(p part, from int) {
	for i := from; i < len(c.body) && c.Lines[c.body[i]].From < p.to; i++ {
		c.taken[i] = true
	}
}

// near says whether a text begins as the rest of a label does: one letter may be
// wrong, missing, too many, or have changed places with the next.
func near(label []rune, text []letter) bool {
	n := min(len(label), len(text))
	same := 0
	for same < n && text[same].rune == label[same] {
		same++
	}
	if same >= min(len(label), alike) {
		return true
	}
	if same == 0 && n > 1 && label[1] != text[1].rune && label[1] != text[0].rune && label[0] != text[1].rune {
		return false // a quick look: two slips at once
	}
	return sameFrom(label, text, same+1, same+1) || sameFrom(label, text, same+2, same+2) ||
		sameFrom(label, text, same+1, same) || sameFrom(label, text, same, same+1)
}

// The letters that must be alike at the beginning, and behind a slip.
const alike, alikeBehind = 6, 3

func sameFrom(label []rune, text []letter, i, j int) bool {
	if len(label) < i+alikeBehind || len(text) < j+alikeBehind || i > alike {
		return false
	}
	for n := range alikeBehind {
		if label[i+n] != text[j+n].rune {
			return false
		}
	}
	return true
}

// rest is how much of a text is the rest of a label, which ends with a word.
func rest(l *label, s int, text []letter) (taken, wrong int) {
	errors := min(forgiven(len(l.letters)), (len(l.letters)-s)/4)
	taken, wrong = forgivingPrefix(l.letters[s:], text, errors)
	if wrong > errors || taken == 0 || !text[taken-1].ends {
		return 0, 0
	}
	return taken, wrong
}

// beginning is where so many letters of a label stand in the page before a line of
// the body; the line is -1 where they do not.
func (c *scan) beginning(l *label, s, at int) (m mark, line int) {
	line = -1
	for i := at - 1; i >= 0 && i > at-linesUp; i-- {
		if !c.taken[i] && !c.blank(c.body[i]) {
			if found, ok := c.begun(l, s, i, at); ok && (line < 0 || found.wrong < m.wrong) {
				m, line = found, i
			}
		}
		if c.tops[i] || c.began[i] {
			break
		}
	}
	return m, line
}

func (c *scan) begun(l *label, s, i, at int) (m mark, ok bool) {
	errors := min(forgiven(len(l.letters)), s/5)
	if len(l.letters)-s < alikeBehind {
		errors = 0 // so short an end proves little
	}
	head := c.from(i, min(s+errors+1, labelStart+mostLost))
	if len(head) == 0 || head[0].line != i || !shareStart(l.letters[:s], head) {
		return m, false
	}
	text := c.from(i, s+errors+1)
	taken, wrong := forgivingPrefix(l.letters[:s], text, errors)
	if wrong > errors || taken == 0 || text[taken-1].line >= at {
		return m, false
	}
	for taken < len(text) && wrong < errors && !text[taken-1].ends && text[taken].rune != l.letters[s] {
		taken, wrong = taken+1, wrong+1
	}
	end := text[taken-1]
	lineEnd := c.Lines[c.body[end.line]].To
	if !end.ends && end.end != lineEnd {
		return m, false
	}
	return mark{l, []part{{c.Lines[c.body[i]].From, end.end, s}}, wrong}, true
}

// shareStart is a quick look before a long one: three letters in a row of the one
// beginning are in the other.
func shareStart(label []rune, text []letter) bool {
	near := labelStart + mostLost
	label, text = label[:min(len(label), near)], text[:min(len(text), near)]
	for i := 0; i+3 <= len(label); i++ {
		for j := 0; j+3 <= len(text); j++ {
			if label[i] == text[j].rune && label[i+1] == text[j+1].rune && label[i+2] == text[j+2].rune {
				return true
			}
		}
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) }
