package forms

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// A Term is a word of a text as it is looked for: in lower case, without accents,
// and cut to its stem, so that "Évaluations" is found by "evaluation". From and
// To are the bytes where it stands.
type Term struct {
	Stem     string
	From, To int
}

// longestTerm is the most of a word that counts, in bytes.
const longestTerm = 40

// Terms are the words of a text, in order. Signs, and what cannot be seen, are
// between words or nothing.
func Terms(text string) iter.Seq[Term] {
	return func(yield func(Term) bool) {
		for from, to := range wordsIn(text) {
			stem := Stem(text[from:to])
			if stem != "" && !yield(Term{stem, from, to}) {
				return
			}
		}
	}
}

// wordsIn are the words of a text, by where they begin and end. An s behind an
// apostrophe is no word.
func wordsIn(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		from, before := -1, ' '
		for at, r := range text {
			switch {
			case inWord(r):
				if from < 0 {
					from = at
				}
				continue
			case from >= 0 && unicode.Is(unicode.Cf, r):
				continue // a soft hyphen, or a mark of direction
			case from >= 0 && !possessive(before, text[from:at]) && !yield(from, at):
				return
			}
			from, before = -1, r
		}
		if from >= 0 && !possessive(before, text[from:]) {
			yield(from, len(text))
		}
	}
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r)
}

func possessive(before rune, word string) bool {
	return (before == '\'' || before == '’') && (word == "s" || word == "S")
}

// Stem is a word as it is looked for; "" when nothing of it can be.
func Stem(word string) string {
	folded := fold(word)
	if len(folded) > longestTerm {
		cut := longestTerm
		for !utf8.RuneStart(folded[cut]) {
			cut--
		}
		folded = folded[:cut]
	}
	if len(folded) < 3 || folded[0] >= utf8.RuneSelf {
		return folded
	}
	return english.Stem(folded, false)
}

// Common says whether a stem is of a word that says nothing of what a text is
// about.
func Common(stem string) bool {
	return len(stem) < 2 || english.IsStopWord(stem) || asking[stem]
}

// asking are stems that nearly every AHQ has.
var asking = stemsOf(`please could would provide describe specify indicate explain whether question query queries answer information
	member state states country countries national nationals emn ncp ncps ahq hoc european union eu yes no regarding concerning
	relevant following applicable case cases used use using different please elaborate detail details briefly example examples
	third policy policies practice practices legislation law laws exist existing available within including`)

func stemsOf(words string) map[string]bool {
	stems := map[string]bool{}
	for t := range Terms(words) {
		stems[t.Stem] = true
	}
	return stems
}

// fold writes a word in lower case and without accents.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		plain = plain && word[i] < utf8.RuneSelf
	}
	if plain {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(word)) {
		if letters, other := lettersTyped[r]; other {
			b.WriteString(letters)
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// lettersTyped is how those type letters who have not got them, where such a letter
// is none with an accent.
var lettersTyped = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ς': "σ"}

// Mentions are the words of a text that have one of the stems. A stem begins with
// the letter that its word begins with, so that few words need be cut.
func Mentions(text string, stems []string) iter.Seq[Term] {
	wanted := make(map[string]bool, len(stems))
	var begins [256]bool
	for _, stem := range stems {
		wanted[stem], begins[stem[0]] = true, true
	}
	return func(yield func(Term) bool) {
		for from, to := range wordsIn(text) {
			first := text[from]
			if first < utf8.RuneSelf && !begins[first] && !begins[first|0x20] {
				continue
			}
			if t := (Term{Stem(text[from:to]), from, to}); wanted[t.Stem] && !yield(t) {
				return
			}
		}
	}
}
