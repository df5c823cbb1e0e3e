package reading

import "slices"

// A trigram is three letters in a row.
type trigram [3]rune

// likely are the labels that begin with the same letters as a text, most of them: a
// quick look before a long one.
func (c *scan) likely(text []letter) (some Labels) {
	if c.starts == nil {
		c.index()
	}
	clear(c.shared)
	some = c.some[:0]
	for i := 0; i+3 <= len(text); i++ {
		for _, l := range c.starts[trigram{text[i].rune, text[i+1].rune, text[i+2].rune}] {
			c.shared[l]++
		}
	}
	for i, needed := range c.needed {
		if c.shared[i] >= needed {
			some = append(some, c.labels[i])
		}
	}
	c.some = some
	return some
}

// needed is how many trigrams of its beginning a text must have in common with a
// label: an error takes three away.
func (l *label) needed() int {
	all := min(len(l.letters), labelStart+mostLost) - 2
	if len(l.letters) < forgiving {
		return max(1, all)
	}
	return max(1, min(5, all-3))
}

func (c *scan) index() {
	c.starts, c.shared = map[trigram][]int{}, make([]int, len(c.labels))
	for i, l := range c.labels {
		c.needed = append(c.needed, l.needed())
		head := l.letters[:min(len(l.letters), labelStart+mostLost)]
		for at := 0; at+3 <= len(head); at++ {
			key := trigram(head[at : at+3])
			if !slices.Contains(c.starts[key], i) {
				c.starts[key] = append(c.starts[key], i)
			}
		}
	}
}
