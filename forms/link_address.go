package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// breaks says whether an address cannot go on with what follows.
func stopsAddress(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return endsAddress(r)
}

func endsAddress(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"“”„«»‹›`", r)
}

// addressEnd is where an address stops: at white space, a quote, or before the
// next address of a list "a;b".
func addressEnd(raw string, from int) int {
	for i, r := range raw[from:] {
		if endsAddress(r) {
			return from + i
		}
		if (r == ';' || r == ',' || r == '|') && beginsAddress(raw[from+i+1:]) {
			return from + i
		}
	}
	return len(raw)
}

func beginsAddress(text string) bool {
	for _, start := range []string{"http://", "https://", "www.", "@"} {
		if len(text) >= len(start) && strings.EqualFold(text[:len(start)], start) {
			return true
		}
	}
	return false
}

// trimAddress cuts the sentence's own punctuation; a bracket stays when it is
// opened within the address.
func trimAddress(link string) string {
	surplus := map[rune]int{
		')': strings.Count(link, ")") - strings.Count(link, "("),
		']': strings.Count(link, "]") - strings.Count(link, "["),
		'}': strings.Count(link, "}") - strings.Count(link, "{"),
	}
	for {
		r, size := utf8.DecodeLastRuneInString(link)
		if surplus[r] <= 0 && !strings.ContainsRune(".,;:!?'’‘…*|", r) {
			return link
		}
		surplus[r]--
		link = link[:len(link)-size]
	}
}
