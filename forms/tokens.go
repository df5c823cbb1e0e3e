package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is what numbers, sums and dates are made of: a run of digits, a run
// of letters, a single sign, or a line end. It knows where it stands, so that a
// reading can quote the text.
type token struct {
	kind       tokenKind
	text       string // letters folded; every dash is "-", every apostrophe "'"
	start, end int    // bytes of the text
	spaces     int    // how much white space stands before it
}

// A tokenKind says which; the zero kind is past the end of a text.
type tokenKind uint8

const (
	digitsToken tokenKind = iota + 1
	wordToken
	signToken
	lineToken
)

type tokens []token

// at is the token at a place, or one of no kind beyond the ends.
func (ts tokens) at(i int) token {
	if i < 0 || i >= len(ts) {
		return token{}
	}
	return ts[i]
}

// sign says whether the token is one of these signs.
func (t token) sign(signs string) bool {
	return t.kind == signToken && strings.Contains(signs, t.text)
}

// signs that stand for another
var plainSigns = map[rune]string{
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-", '﹣': "-", '－': "-",
	'’': "'", '‘': "'", 'ʼ': "'", '´': "'", '`': "'", '′': "'", '×': "x", '＋': "+", '≈': "~", '∼': "~",
}

// tokenize cuts a text into tokens. It loses only white space.
func tokenize(raw string) tokens {
	ts := make(tokens, 0, len(raw)/4+4)
	spaces := 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		kind := kindOf(r)
		if kind == 0 {
			spaces++
			i += size
			continue
		}
		end := i + size
		if kind == digitsToken || kind == wordToken {
			end = runEnd(raw, end, kind)
		}
		ts = append(ts, token{kind: kind, text: tokenText(raw[i:end], r, kind), start: i, end: end, spaces: spaces})
		spaces, i = 0, end
	}
	return ts
}

// kindOf is the kind of token that begins with this character; white space and
// invisible characters begin none.
func kindOf(r rune) tokenKind {
	switch {
	case '0' <= r && r <= '9':
		return digitsToken
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		return wordToken
	case r == '\n', r == '\v', r == '\u2028', r == '\u2029':
		return lineToken
	case unicode.IsSpace(r):
		return 0
	case r < utf8.RuneSelf, r == 'ʼ':
		return signToken
	case unicode.Is(unicode.Cf, r):
		return 0
	case unicode.IsLetter(r):
		return wordToken
	}
	return signToken
}

// runEnd is where a run of digits or letters ends. Accents and soft hyphens
// belong to the word they stand in.
func runEnd(raw string, at int, kind tokenKind) int {
	for at < len(raw) {
		r, size := utf8.DecodeRuneInString(raw[at:])
		inWord := kind == wordToken && r >= utf8.RuneSelf && unicode.In(r, unicode.Mn, unicode.Cf)
		if kindOf(r) != kind && !inWord {
			break
		}
		at += size
	}
	return at
}

func tokenText(printed string, first rune, kind tokenKind) string {
	if kind == wordToken {
		return foldedWord(printed)
	}
	if plain, ok := plainSigns[first]; ok && kind == signToken {
		return plain
	}
	return printed
}

// foldedWord is folded for a single word, faster where it is plain ASCII.
func foldedWord(printed string) string {
	for i := range len(printed) {
		if printed[i] >= utf8.RuneSelf {
			return folded(printed)
		}
	}
	return strings.ToLower(printed)
}

// listedWord is a word as a token has it; a dot at its end stays.
func listedWord(word string) string {
	ts := tokenize(word)
	if len(ts) > 1 && strings.HasSuffix(word, ".") {
		return ts[0].text + "."
	}
	return ts[0].text
}

// A wordList is words or signs, with commas between, that mean the same.
type wordList[M any] struct {
	means M
	words string
}

// listed makes one map of several lists. Of a word that stands in two, the first
// meaning stays.
func listed[M, V any](lists []wordList[M], value func(M) V) map[string]V {
	known := map[string]V{}
	for _, list := range lists {
		for word := range strings.SplitSeq(list.words, ",") {
			first := listedWord(strings.TrimSpace(word))
			if _, taken := known[first]; !taken {
				known[first] = value(list.means)
			}
		}
	}
	return known
}
