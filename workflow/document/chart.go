package document

import (
	"fmt"
	"strings"
)

// total is how much was counted in a category.
func (c Chart) total(category int) (sum int) {
	for _, s := range c.Series {
		sum += s.value(category)
	}
	return sum
}

// max is the total of the longest bar.
func (c Chart) max() (most int) {
	for i := range c.Categories {
		most = max(most, c.total(i))
	}
	return most
}

// value is what a series counts in a category: never less than nothing, and 0
// where it says nothing.
func (s Series) value(category int) int {
	if category >= len(s.Values) {
		return 0
	}
	return max(s.Values[category], 0)
}

// A shade is what a series is filled with, and the ink that can be read on it;
// both are RRGGBB.
type shade struct{ Fill, Ink string }

// shades differ from their neighbours in lightness too, so that they can be told
// apart where there is no colour.
var shades = []shade{
	{"1F3F66", "FFFFFF"},
	{"B9CDE3", "222222"},
	{"4B75A6", "FFFFFF"},
	{"F2D7A6", "222222"},
	{"8A5200", "FFFFFF"},
	{"8FB3AE", "222222"},
}

// shadeOf is the one of the nth series, counted from 0. A seventh is filled like
// the first: a chart with so many is read by its numbers.
func shadeOf(n int) shade { return shades[n%len(shades)] }

// empty says that there is nothing to draw.
func (c Chart) empty() bool { return len(c.Categories)*len(c.Series) == 0 }

// described is what is to be seen in some of the categories, and their numbers in
// words: a drawing of Word or PDF has nothing else for those who cannot see it.
func (c Chart) described(from, to int) string {
	var b strings.Builder
	b.WriteString(strings.TrimSpace(c.Alt))
	for n := from; n < to; n++ {
		for i, s := range c.Series {
			lead := ", "
			if i == 0 {
				lead = "\n" + c.Categories[n] + ": "
			}
			fmt.Fprintf(&b, "%s%s %d", lead, s.Name, s.value(n))
		}
	}
	return strings.TrimSpace(b.String())
}
