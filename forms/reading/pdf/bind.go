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
		for n, l := range p.lines {
			left, right := l.columns()
			to := reading.Line{Page: i + 1, Top: n == 0, Furniture: l.furniture}
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
