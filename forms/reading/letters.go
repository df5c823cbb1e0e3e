package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A letter of a text, and where it stands, in bytes.
type letter struct {
	rune    rune
	at, end int
	line    int  // of those that are read
	begins  bool // nothing but numbers, signs and space stands before it in its line
	ends    bool // no letter stands behind it
	alone   bool // a tab, a colon or the end of the line does, signs aside
}

// lettersOf is the letters of a text, in lower case.
func lettersOf(text string) []letter { return firstLetters(text, len(text)) }

// firstLetters are so many at most.
func firstLetters(text string, most int) []letter {
	all := make([]letter, 0, min(most, len(text)))
	for from := 0; from <= len(text) && len(all) < most; {
		line, _, _ := strings.Cut(text[from:], "\n")
		all = addLetters(all, line, from, 0, most)
		from += len(line) + 1
	}
	return all
}

// addLetters adds those of one line, that begins at a place of a text, until
// there are so many.
func addLetters(all []letter, line string, from, number, most int) []letter {
	begins, open := true, false // open: nothing is known of what stands behind the last letter
	for at := numbering(line); at < len(line) && len(all) < most; {
		r, size := rune(line[at])|0x20, 1 // in lower case, if it is a letter
		isLetter := 'a' <= r && r <= 'z'
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(line[at:])
			r, isLetter = unicode.ToLower(r), unicode.IsLetter(r)
		}
		if open {
			last := &all[len(all)-1]
			last.ends, last.alone = !isLetter, !isLetter && nothing(line[at:])
			open = false
		}
		if isLetter {
			all = append(all, letter{r, from + at, from + at + size, number, begins, true, true})
			begins, open = false, true
		}
		at += size
	}
	return all
}

// nothing says whether what is behind a word is none of its line.
func nothing(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0\"”’»?!.*)")
	return rest == "" || rest[0] == '\t' || rest[0] == ':'
}

// numbering is how much of a line is the "Q1" or "Question 1:" before a question.
func numbering(line string) int {
	line = line[:min(len(line), 20)]
	digit := strings.IndexFunc(line, isDigit)
	if digit < 1 {
		return 0
	}
	word := strings.Trim(line[:digit], " \t(.°")
	if !numberWords[strings.ToLower(word)] {
		return 0
	}
	for digit < len(line) && isDigit(rune(line[digit])) {
		digit++
	}
	return digit
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// numberWords stand before the number of a question.
var numberWords = map[string]bool{"q": true, "question": true, "no": true, "nr": true, "frage": true, "vraag": true, "spørsmål": true}

func runesOf(letters []letter) []rune {
	runes := make([]rune, len(letters))
	for i, l := range letters {
		runes[i] = l.rune
	}
	return runes
}
