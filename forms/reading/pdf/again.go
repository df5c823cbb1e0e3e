package pdf

import "strings"

// What stands in the same place of several pages and says the same, numbers aside, is
// in no column of a table.

// mostOften is on how many pages a line is there again, at least; edges is how many
// lines at the top and at the foot of a page may be.
const (
	mostOften = 3
	edges     = 3
)

// A key is what a line says, and where.
type key struct {
	says string
	at   int
}

func (l line) key() key {
	says := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return -1
		}
		return r
	}, l.says(0, len(l.words)))
	return key{says, edge(l.at)}
}

// again are the lines at the edges of pages that are there on several.
func (b *book) again() map[key]bool {
	pages, found := map[key]int{}, map[key]bool{}
	for _, p := range b.pages {
		for i, l := range p.lines {
			if i < edges || i >= len(p.lines)-edges {
				k := l.key()
				pages[k]++
				found[k] = pages[k] >= mostOften
			}
		}
	}
	return found
}
