package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tailIn is how much of what stands behind a part of a label belongs to it: its
// signs directly behind the last letter, and at its end its tail and a colon.
func (m mark) tailIn(text string, i int) int {
	at := 0
	for at < len(text) && strings.IndexByte("?!.:,;)/&", text[at]) >= 0 && strings.IndexByte(m.words, text[at]) >= 0 {
		at++
	}
	if i+1 < len(m.parts) {
		gap := m.gap(m.parts[i].letters)
		if below := strings.TrimLeft(text[at:], " \t\u00a0\n"); at == 0 && gap != "" && strings.HasPrefix(below, gap) {
			return len(text) - len(below) + len(gap)
		}
		return at
	}
	rest := strings.TrimLeft(text[at:], " \t\u00a0")
	if below := strings.TrimLeft(rest, " \t\u00a0\n"); at == 0 && m.tail != "" && strings.HasPrefix(below, m.tail) {
		if line, _, _ := strings.Cut(below, "\n"); strings.TrimSpace(line) == m.tail {
			return len(text) - len(below) + len(m.tail)
		}
	}
	cut := rest
	if at == 0 && m.tail != "" {
		cut = strings.TrimPrefix(rest, m.tail)
	}
	cut = strings.TrimPrefix(cut, ":")
	if len(cut) == len(rest) {
		return at
	}
	return len(text) - len(cut)
}

// gap is the signs that a label has behind so many of its letters: "/".
func (l *label) gap(letters int) string {
	behind := ""
	for _, r := range l.words {
		if unicode.IsLetter(r) {
			if letters == 0 {
				return behind
			}
			letters--
			behind = ""
		} else if !unicode.IsSpace(r) {
			behind += string(r)
		}
	}
	return ""
}

// wrapped is how full a line is that was broken because it was full.
const wrapped = 0.82

// text of an answer: lines that were broken because they were full are one again.
func (c *scan) text(all []piece) string {
	if all = c.trimmed(all); len(all) == 0 {
		return ""
	}
	full := c.full(all)
	text := c.room[:0]
	before, gap, last := "", 0, 0 // before is the line that is not written yet
	for _, p := range all {
		line := strings.TrimSpace(c.Text[p.from:p.to])
		if line == "" {
			gap++
			continue
		}
		joint, cut := "", 0
		if before != "" {
			if c.paged(last, p.line) {
				gap = 0
			}
			joint, cut = c.joint(before, line, gap, full)
			if c.Lines[last].Filled && gap == 0 && !begins(line) {
				joint, cut = "", 0
			}
			if c.indented(p) && joint == " " {
				joint = "\n"
			}
		}
		last = p.line
		if gap = 0; joint == "" && len(before) < longestWord {
			before = before[:len(before)-cut] + line
			continue
		}
		text = append(append(text, before[:len(before)-cut]...), joint...)
		before = line
	}
	c.room = append(text, before...)
	return c.kept(c.bare(all[0]).from)
}

// indented says whether a line stands in a little: an item of a list without its
// sign. A page that begins may begin so, too.
func (c *scan) indented(p piece) bool {
	l := c.Lines[p.line]
	return !l.Top && p.from == l.From && strings.TrimLeft(c.line(p.line), " \t") != c.line(p.line)
}

// paged says whether a page ends between two lines.
func (c *scan) paged(from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if c.furniture[i] || c.Lines[i].Top {
			return true
		}
	}
	return false
}

// longestWord bounds what is joined to be looked at as one, in bytes: an address.
const longestWord = 4000

// narrow is a column whose words may be cut without a hyphen, in characters.
const narrow = 45

// full is the length of a line that has no room left, in characters.
func (c *scan) full(all []piece) int {
	longest := 0
	for _, p := range all {
		longest = max(longest, utf8.RuneCountInString(strings.TrimSpace(c.Text[p.from:p.to])))
	}
	return int(wrapped * float64(max(longest, c.narrowest)))
}

// joint is what stands between two lines of an answer, and how many bytes of the
// first go: a soft hyphen.
func (c *scan) joint(before, line string, gap, full int) (joint string, cut int) {
	paragraph := "\n"
	if gap > c.spacing {
		paragraph = "\n\n"
	}
	if c.Flowing {
		return paragraph, 0
	}
	if strings.HasSuffix(before, "\u00ad") {
		return "", len("\u00ad")
	}
	if c.sameLink(before, line) || cutLink(before, line, full) || strings.ContainsAny(line[:1], ",.;)!?") || strings.HasPrefix(line, "…") {
		return "", 0
	}
	word, _, _ := strings.Cut(line, " ")
	if gap > c.spacing || begins(line) || utf8.RuneCountInString(before)+1+utf8.RuneCountInString(word) < full {
		return paragraph, 0
	}
	return c.withinSentence(before, word, full < narrow)
}

// withinSentence joins two lines of one sentence: a word that its hyphen broke is
// whole again only if the document writes it so elsewhere.
func (c *scan) withinSentence(before, word string, narrow bool) (joint string, cut int) {
	last := before[strings.LastIndexByte(before, ' ')+1:]
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	if part, ok := strings.CutSuffix(last, "-"); ok && part != "" && !strings.HasSuffix(part, "-") {
		if conjunctions[strings.ToLower(word)] {
			return " ", 0
		}
		if onlyLetters(part) && onlyLetters(word) && c.says(part+word) && !c.says(last+word) {
			return "", 1
		}
		return "", 0
	}
	if narrow && onlyLetters(last) && onlyLetters(word) && c.says(last+word) && (!c.says(last) || !c.says(word)) {
		return "", 0
	}
	return " ", 0
}

// conjunctions leave the hyphen before them: "pre- and post-natal".
var conjunctions = map[string]bool{"and": true, "or": true, "und": true, "oder": true, "et": true, "ou": true, "en": true, "of": true, "og": true, "och": true, "eller": true, "to": true}

// begins says whether a line begins something: an item of a list, or an address.
func begins(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("•▪◦‣●○■□☐☑–-—*·»", r) || unicode.Is(unicode.Co, r) {
		return true
	}
	if strings.Contains(line[:min(len(line), 9)], "://") || strings.HasPrefix(line, "www.") {
		return true
	}
	if r == '(' {
		line = line[1:]
	}
	mark := strings.IndexAny(line, ").")
	return mark > 0 && mark <= 3 && mark+1 < len(line) && (line[mark+1] == ' ' || line[mark+1] == '\t') && isMarker(line[:mark])
}

// isMarker: "a", "12", "iv".
func isMarker(text string) bool {
	return len(text) == 1 || strings.Trim(text, "0123456789") == "" || strings.Trim(strings.ToLower(text), "ivx") == ""
}
