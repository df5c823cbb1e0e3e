package reading

import "sort"

// A scan looks for labels in the lines of a document that are no furniture.
type scan struct {
	*sift
	body    []int             // the lines
	tops    []bool            // those with which a page begins, by place in body
	taken   []bool            // those that hold a part of a label found already
	began   []bool            // those in which one begins
	silent  []bool            // those in which none does
	starts  map[trigram][]int // the labels that have them near their beginning
	needed  []int             // of them, for a label to be likely
	shared  []int             // with each label, by a text that is looked at
	some    Labels            // room for those that are likely
	letters []letter          // room for those looked at
	room    []byte            // for a text that is put together

	narrowest int             // that a line is which was broken, in characters
	spacing   int             // blank lines between two of one paragraph
	words     map[string]bool // that the document says
	addresses []string        // that it was printed with, in order
}

func (s *sift) scan() *scan {
	c := &scan{sift: s, body: make([]int, 0, len(s.Lines)), tops: make([]bool, len(s.Lines)), taken: make([]bool, len(s.Lines)), began: make([]bool, len(s.Lines)), silent: make([]bool, len(s.Lines))}
	top := false
	for i := range s.Lines {
		if s.furniture[i] {
			top = true
			continue
		}
		top = top || s.top(i)
		if top && !s.blank(i) {
			c.tops[len(c.body)], top = true, false
		}
		c.body = append(c.body, i)
	}
	c.survey()
	return c
}

// lineAt is the line that a byte of the text stands in.
func (d Document) lineAt(at int) int {
	return max(0, sort.Search(len(d.Lines), func(i int) bool { return d.Lines[i].From > at })-1)
}

// from are the letters from a line of the body on, so many at most; a cell of a
// table is read to its end only.
func (c *scan) from(at, most int) []letter {
	c.letters = c.letters[:0]
	cell := c.Lines[c.body[at]].Cell
	for i := at; i < len(c.body) && len(c.letters) < most; i++ {
		l := c.Lines[c.body[i]]
		if l.Cell != cell || i > at && c.taken[i] {
			break
		}
		c.letters = addLetters(c.letters, c.Text[l.From:l.To], l.From, i, most)
	}
	return c.letters
}
