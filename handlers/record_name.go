package handlers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/forms"
)

// nameOf is what a record is called in lists: its number in its table, and the
// first line of its heading.
func nameOf(q forms.Questionnaire, c forms.Content, r forms.Record) string {
	t, _ := q.Table(r.Section)
	first, _, _ := strings.Cut(strings.TrimSpace(r.Heading), "\n")
	first = strings.TrimRight(first, ": ")
	number := numberOf(q, c, r)
	switch {
	case first == "" && number == 0:
		return capital(t.Record) + " " + r.ID
	case first == "":
		return fmt.Sprintf("%s %d", capital(t.Record), number)
	case number == 0:
		return first
	default:
		return fmt.Sprintf("%d. %s", number, first)
	}
}

// numberOf counts the records of one table; one that was deleted has no number.
func numberOf(q forms.Questionnaire, c forms.Content, r forms.Record) int {
	t, _ := q.Table(r.Section)
	number := 0
	for _, other := range c.Records {
		if of, _ := q.Table(other.Section); of.ID == t.ID {
			number++
		}
		if other.ID == r.ID {
			return number
		}
	}
	return 0
}

// capital begins a word with a capital letter.
func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + word[size:]
}

// shortened is as much of a text as fits in a line.
func shortened(text string, most int) string {
	line, more, _ := strings.Cut(strings.TrimSpace(text), "\n")
	runes := []rune(line)
	if len(runes) > most {
		return wholeWords(string(runes[:most])) + "…"
	}
	if more != "" {
		return line + " …"
	}
	return line
}

// wholeWords leaves out a word that was cut, unless there is hardly anything else.
func wholeWords(cut string) string {
	if end := strings.LastIndexByte(cut, ' '); end > len(cut)/2 {
		cut = cut[:end]
	}
	return strings.TrimRight(cut, " ,;:")
}
