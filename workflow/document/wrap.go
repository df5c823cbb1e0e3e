package document

import (
	"strings"
	"unicode/utf8"
)

// wrapped breaks a text between its words into lines of so many letters; a word
// that is longer is broken. What needs more lines than there may be ends in an
// ellipsis, so the whole must stand somewhere else too.
func wrapped(s string, letters, most int) []string {
	lines := []string{""}
	for word := range strings.FieldsSeq(s) {
		for {
			last := &lines[len(lines)-1]
			room := letters - utf8.RuneCountInString(*last)
			if *last != "" {
				room--
			}
			if utf8.RuneCountInString(word) <= room {
				*last = strings.TrimPrefix(*last+" "+word, " ")
				break
			}
			if *last == "" {
				*last, word = cutAfter(word, letters)
			}
			if len(lines) == most {
				kept, _ := cutAfter(*last, letters-1)
				*last = kept + "…"
				return lines
			}
			lines = append(lines, "")
		}
	}
	return lines
}

// cutAfter cuts a text after so many letters.
func cutAfter(s string, letters int) (head, tail string) {
	for at := range s {
		if letters == 0 {
			return s[:at], s[at:]
		}
		letters--
	}
	return s, ""
}
