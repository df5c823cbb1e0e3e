package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/forms"
)

// Labels are what a table asks, as a document says it. They are compared by their
// letters alone: a label may be broken over lines, inside words too, and be
// written with other punctuation.
type Labels []label

type label struct {
	question string
	letters  []rune
	tail     string // what stands behind its last letter: "?"
}

// LabelsOf questions.
func LabelsOf(questions []forms.Question) Labels {
	var all Labels
	for _, q := range questions {
		for _, words := range []string{q.Label, q.Asked} {
			if letters := lettersOf(words); len(letters) > 0 {
				all = append(all, label{q.ID, runesOf(letters), strings.TrimSpace(words[letters[len(letters)-1].end:])})
			}
		}
	}
	return all
}

// A letter of a text, and where it stands, in bytes.
type letter struct {
	rune    rune
	at, end int
	begins  bool // nothing but numbers, signs and space stands before it in its line
	ends    bool // no letter stands behind it
	alone   bool // a tab, a colon or the end of the line does
}

// lettersOf is the letters of a text, in lower case.
func lettersOf(text string) []letter {
	var all []letter
	begins := true
	for at, r := range text {
		if n := len(all); n > 0 && all[n-1].end == at {
			all[n-1].ends, all[n-1].alone = !unicode.IsLetter(r), strings.ContainsRune("\t:\n", r)
		}
		switch {
		case r == '\n':
			begins = true
		case unicode.IsLetter(r):
			all = append(all, letter{unicode.ToLower(r), at, at + utf8.RuneLen(r), begins, true, true})
			begins = false
		}
	}
	return all
}

func runesOf(letters []letter) []rune {
	runes := make([]rune, len(letters))
	for i, l := range letters {
		runes[i] = l.rune
	}
	return runes
}

// A match is a label that a text begins with, how many of its letters that takes,
// and how many of them are wrong.
type match struct {
	label
	taken, wrong int
}

// at is the label that begins here: the longest, where one is the beginning of
// another.
func (all Labels) at(text []letter) (found match) {
	for _, l := range all {
		if m, ok := l.begins(text); ok && len(l.letters) > len(found.letters) {
			found = m
		}
	}
	return found
}

// first is the label that begins here, unless it begins better in a line below:
// the end of an answer, in a line of its own, is no slip in the label after it.
func (all Labels) first(text []letter) match {
	found := all.at(text)
	for i := 1; i < found.taken && found.wrong > 0; i++ {
		if text[i].begins {
			if better, ok := found.label.begins(text[i:]); ok && better.wrong < found.wrong {
				return match{}
			}
		}
	}
	return found
}

// The measures of a label that is not written as it should be.
const (
	forgiving = 12 // letters a label needs to be forgiven any
	perError  = 8  // letters of the label for each that is wrong
)

// begins says whether a text begins with the label, give or take a few letters. A
// short one must stand by itself: "Title" is not the beginning of "Title deeds".
func (l label) begins(text []letter) (match, bool) {
	errors := 0
	if len(l.letters) >= forgiving {
		errors = len(l.letters) / perError
	}
	taken, wrong := forgivingPrefix(l.letters, text, errors)
	alone := len(l.letters) >= forgiving || taken > 0 && text[taken-1].alone
	return match{l, taken, wrong}, wrong <= errors && alone
}

// forgivingPrefix says how much of a text is the label, and how many letters of it
// are wrong, missing or too many, up to one more than may be: the fewest errors
// win, then the length of the label itself. It is Levenshtein's table, kept to a band around its
// diagonal.
func forgivingPrefix(label []rune, text []letter, errors int) (taken, wrong int) {
	width := min(len(text), len(label)+errors)
	before := make([]int, width+1)
	for j := 1; j <= width; j++ {
		before[j] = errors + j // what stands before a label is not part of it
	}
	for i, want := range label {
		now := make([]int, width+1)
		now[0] = i + 1
		best := now[0]
		for j := 1; j <= width; j++ {
			wrong := 1
			if text[j-1].rune == want {
				wrong = 0
			}
			now[j] = min(before[j-1]+wrong, before[j]+1, now[j-1]+1)
			best = min(best, now[j])
		}
		if best > errors {
			return 0, best
		}
		before = now
	}
	for j, errors := range before {
		if errors < before[taken] || errors == before[taken] && better(text, j, taken) {
			taken = j
		}
	}
	return taken, before[taken]
}

// better says whether a label rather ends after so many letters than after fewer:
// only if the fewer would cut a word.
func better(text []letter, n, fewer int) bool {
	return fewer == 0 || text[n-1].ends && !text[fewer-1].ends
}

// answer is what stands behind a label: without the end of the label, and the
// space around it.
func (l label) answer(behind string) string {
	behind = strings.TrimPrefix(strings.TrimSpace(behind), l.tail)
	return strings.TrimSpace(strings.TrimPrefix(behind, ":"))
}
