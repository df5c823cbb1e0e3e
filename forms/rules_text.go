package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest is how many characters a text has at most.
const Longest = 200_000

func required(c *cell) finding {
	given := c.answer.Reason != "" || c.standing.Reading != nil
	if given || !blank(c.answer.Text) {
		return finding{}
	}
	return found(Error)
}

// blank says whether nothing can be seen of a text: it is white space, or what a
// word processor leaves without width.
func blank(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }) == ""
}

func tooLong(c *cell) finding {
	if len(c.answer.Text) <= Longest {
		return finding{}
	}
	if n := utf8.RuneCountInString(c.answer.Text); n > Longest {
		return found(Error, n, Longest)
	}
	return finding{}
}

func personal(c *cell) finding {
	if kinds := personalData(c.answer.Text); kinds != "" {
		return found(Note, kinds)
	}
	return finding{}
}
