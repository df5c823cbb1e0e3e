package document

import (
	"regexp"
	"strconv"
	"strings"
)

// deepest is the lowest level a heading can have.
const deepest = 4

// An entry is a heading as the table of contents and its links see it.
type entry struct {
	number int // of the heading among all, from 1
	level  int
	text   Text   // on one line
	anchor string // unique in the document
}

// outline lists the headings of a document in order, each with an anchor of
// its own, so that contents can be printed before what they point at.
func outline(blocks []Block) []entry {
	var entries []entry
	taken := map[string]bool{"main": true} // where HTML's skip link leads
	for _, b := range blocks {
		h, ok := b.(Heading)
		if !ok {
			continue
		}
		anchor := vacant(h.ID, taken)
		taken[anchor] = true
		entries = append(entries, entry{len(entries) + 1, h.Level, oneLine(h.Text), anchor})
	}
	return entries
}

// blanks are what stands between words, line ends too.
var blanks = regexp.MustCompile(`[\s\v\x{85}\p{Z}]+`)

// oneLine is a text without its line ends, and without dress but its languages.
func oneLine(t Text) Text {
	line := make(Text, len(t))
	for i, s := range t {
		line[i] = Span{Text: blanks.ReplaceAllString(s.Text, " "), Lang: s.Lang}
	}
	if last := len(line) - 1; last >= 0 {
		line[0].Text = strings.TrimPrefix(line[0].Text, " ")
		line[last].Text = strings.TrimSuffix(line[last].Text, " ")
	}
	return line
}

// vacant is the anchor wished for, or the nearest that nobody has. Anchors have
// no spaces, and those of notes and charts are not for headings.
func vacant(wish string, taken map[string]bool) string {
	wish = strings.Join(strings.Fields(wish), "-")
	if strings.HasPrefix(wish, noteAnchor) || strings.HasPrefix(wish, chartAnchor) {
		wish = "part-" + wish
	}
	if wish != "" && !taken[wish] {
		return wish
	}
	if wish == "" {
		wish = "part"
	}
	for n := len(taken); ; n++ {
		if anchor := wish + "-" + strconv.Itoa(n); !taken[anchor] {
			return anchor
		}
	}
}

// listed are the entries that contents of this depth show.
func listed(entries []entry, depth int) []entry {
	var shown []entry
	for _, e := range entries {
		if e.level >= 1 && e.level <= contentsDepth(depth) {
			shown = append(shown, e)
		}
	}
	return shown
}

// contentsDepth keeps a depth within the levels there are.
func contentsDepth(depth int) int { return min(max(depth, 1), deepest) }
