package reading

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/forms"
)

// survey looks at a document once for what joining its lines needs: how wide its
// lines are, how far apart, and which words it says.
func (c *scan) survey() {
	lengths := make([]int, 0, len(c.body))
	blanks, last := 0, -1
	gaps := map[int]int{}
	for _, i := range c.body {
		if c.blank(i) {
			blanks++
			continue
		}
		lengths = append(lengths, utf8.RuneCountInString(strings.TrimSpace(c.line(i))))
		if last >= 0 {
			gaps[min(blanks, 2)]++
		}
		last, blanks = i, 0
	}
	if gaps[1] > gaps[0] {
		c.spacing = 1
	}
	slices.Sort(lengths)
	if len(lengths) > 0 {
		c.narrowest = lengths[len(lengths)*9/10] * 6 / 10
	}
}

// says whether the document has a word within a line, where nothing broke it.
func (c *scan) says(word string) bool {
	if c.words == nil {
		c.words = map[string]bool{}
		for _, i := range c.body {
			line := strings.TrimSpace(c.line(i))
			from, to := strings.IndexFunc(line, unicode.IsSpace), strings.LastIndexFunc(line, unicode.IsSpace)
			for word := range strings.FieldsSeq(line[max(from, 0):max(to, 0)]) {
				c.words[strings.ToLower(strings.TrimFunc(word, notLetter))] = true
			}
		}
	}
	return c.words[strings.ToLower(strings.TrimFunc(word, notLetter))]
}

// onlyLetters: nothing else is in a word, and something is.
func onlyLetters(word string) bool { return word != "" && !strings.ContainsFunc(word, notLetter) }

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// sameLink says whether an address goes on in the next line: read together they
// are one, that begins in the first and ends in the second.
func (c *scan) sameLink(before, line string) bool {
	last := before[strings.LastIndexAny(before, " \t")+1:]
	if len(last) < 10 || !strings.Contains(last, "/") && !strings.HasPrefix(last, "www.") {
		return false
	}
	more, _, _ := strings.Cut(line, " ")
	if c.printed(last + more) {
		return true
	}
	found := forms.LinksIn(last + "\n" + line)
	return len(found) > 0 && strings.HasPrefix(found[0], strings.TrimRight(last, ".,;")) && len(found[0]) > len(last)
}

// cutLink says whether an address, alone in its line, was cut behind a slash because
// the word below, alone in its line too, had no room: such a word has digits in it.
func cutLink(before, line string, full int) bool {
	return strings.HasSuffix(before, "/") && strings.Contains(before, "://") && !strings.ContainsAny(before+line, " \t") &&
		strings.ContainsAny(line, "0123456789") && !strings.Contains(line, "://") && utf8.RuneCountInString(before+line) > full
}

// printed says whether an address begins one that the page was printed with.
func (c *scan) printed(address string) bool {
	if c.addresses == nil {
		c.addresses = []string{}
		for i := range c.Lines {
			if line := strings.TrimSpace(c.line(i)); c.furniture[i] && strings.Contains(line, "://") {
				c.addresses = append(c.addresses, line)
			}
		}
		slices.Sort(c.addresses)
	}
	at := sort.SearchStrings(c.addresses, address)
	return at < len(c.addresses) && strings.HasPrefix(c.addresses[at], address)
}
