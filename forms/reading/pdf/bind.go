package pdf

import (
	"strings"
	"unicode"

	"ahq/forms/reading"
)

// bound is the document of the pages.
func (b *book) bound() (d reading.Document, err error) {
	b.columns()
	var text strings.Builder
	add := func(l reading.Line, words string) {
		l.From = text.Len()
		text.WriteString(words)
		l.To = text.Len()
		text.WriteByte('\n')
		d.Lines = append(d.Lines, l)
	}
	for i, p := range b.pages {
		edges := p.edges()
		for n, l := range p.lines {
			left, right := l.columns()
			to := reading.Line{Page: i + 1, Top: n == 0, Furniture: l.furniture, Filled: l.filled(edges)}
			if right != "" {
				left += "\t"
				to.Right = len(left)
			}
			add(to, left+right)
		}
		if p.turned != "" {
			add(reading.Line{Page: i + 1, Top: len(p.lines) == 0}, p.turned)
		}
	}
	d.Text = text.String()
	return d, legible(d.Text, len(b.pages))
}

// filled says whether one long word takes a line from its beginning to the edge at
// which others of its column end.
func (l line) filled(edges map[float64]float64) bool {
	last := len(l.words) - 1
	w := l.words[last]
	return l.right == last && (l.right > 0 || l.onlyRight || l.gutter == 0) && len(w.text) > longWord && w.to > edges[l.gutter]-l.size*cutRoom
}

// cutRoom is what is free at most behind a word that was cut, in parts of its size;
// longWord is what no word is, in bytes, but addresses are.
const cutRoom, longWord = 0.7, 24

// edges at which the lines of columns end, by their gutter.
func (p page) edges() map[float64]float64 {
	found := map[float64]float64{}
	for _, l := range p.lines {
		found[l.gutter] = max(found[l.gutter], l.words[len(l.words)-1].to)
	}
	return found
}

// columns of a line; the right one is empty where it has but one.
func (l line) columns() (left, right string) {
	switch {
	case l.onlyRight:
		return "", l.says(0, len(l.words))
	case l.right > 0:
		return l.says(0, l.right), l.says(l.right, len(l.words))
	}
	return l.says(0, len(l.words)), ""
}

// legible says why a text is none that can be read.
func legible(text string, pages int) error {
	letters, unknown := 0, 0
	for _, r := range text {
		switch {
		case r == unicode.ReplacementChar:
			unknown++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case unknown > letters:
		return refused(noLetters)
	case letters <= fewLetters*pages:
		return refused(noText)
	}
	return nil
}
