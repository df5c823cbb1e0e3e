package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is one word of a text, folded so that "Côte", "COTE" and "cote" are
// the same. It knows where it stands, so that readings can quote the text.
type word struct {
	text       string
	start, end int // bytes of the text
	gap        gap // what stands between this word and the next
}

// A gap is what separates two words.
type gap uint8

// The gaps that matter; several may come together.
const (
	pauseGap gap = 1 << iota // a comma, a bracket, a dash, a quote
	stopGap                  // the end of a sentence, a colon, a semicolon, a bullet
	lineGap                  // a line end
)

// words splits a text at everything that is neither letter nor digit; an
// apostrophe separates too, whatever glyph it is: "hasn’t" is "hasn", "t".
func words(raw string) []word {
	s := splitter{raw: raw, from: -1, found: make([]word, 0, len(raw)/5+4)}
	for i := 0; i < len(raw); {
		switch class := classes[raw[i]]; class {
		case small, large:
			i = s.letters(i, class)
		case high:
			r, size := utf8.DecodeRuneInString(raw[i:])
			s.rune(r, i, size)
			i += size
		default:
			s.finish(i)
			if class == sign {
				s.separate(gapOf(raw[i], raw[i+1:]))
			}
			i++
		}
	}
	s.finish(len(raw))
	return s.found
}

// A splitter collects words. Most stand in the text as they are folded; folded
// holds the letters of the others.
type splitter struct {
	raw    string
	folded strings.Builder
	found  []word
	start  int
	from   int // where the present word begins in folded, or -1
}

// A class is what a byte is to the splitter.
type class uint8

const (
	space class = iota
	small       // a letter or digit that is folded already
	large       // a capital
	sign        // may be a gap that matters
	high        // part of a longer rune
)

var classes = classify()

func classify() (all [256]class) {
	for c := range all {
		switch b := byte(c); {
		case b >= utf8.RuneSelf:
			all[c] = high
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
			all[c] = small
		case 'A' <= b && b <= 'Z':
			all[c] = large
		case b > ' ' || b == '\n':
			all[c] = sign
		}
	}
	return all
}

// letters takes plain letters, and says where they end.
func (s *splitter) letters(at int, most class) int {
	end := at + 1
	for end < len(s.raw) && (classes[s.raw[end]] == small || classes[s.raw[end]] == large) {
		most = max(most, classes[s.raw[end]])
		end++
	}
	whole := s.from < 0 && (end == len(s.raw) || classes[s.raw[end]] != high)
	if whole && most == small {
		s.found = append(s.found, word{text: s.raw[at:end], start: at, end: end})
		return end
	}
	s.begin(at)
	for i := at; i < end; i++ {
		c := s.raw[i]
		if classes[c] == large {
			c += 'a' - 'A'
		}
		s.folded.WriteByte(c)
	}
	return end
}

func (s *splitter) rune(r rune, at, size int) {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r):
		s.begin(at)
		s.fold(r, s.raw[at:at+size])
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r): // accents and soft hyphens are no part of a word's letters
	case r == '’', r == 'ʼ', unicode.IsSpace(r):
		s.finish(at)
	case unicode.IsPunct(r) && r != '•' && r != '…':
		s.finish(at)
		s.separate(pauseGap)
	default: // bullets, also those of a word processor's private glyphs
		s.finish(at)
		s.separate(stopGap)
	}
}

func (s *splitter) begin(at int) {
	if s.from < 0 {
		s.from, s.start = s.folded.Len(), at
	}
}

func (s *splitter) finish(at int) {
	if s.from < 0 {
		return
	}
	if text := s.folded.String()[s.from:]; text != "" { // "ͺ" is a space and an accent
		s.found = append(s.found, word{text: text, start: s.start, end: at})
	}
	s.from = -1
}

func (s *splitter) separate(g gap) {
	if last := len(s.found) - 1; last >= 0 {
		s.found[last].gap |= g
	}
}

// letters that no decomposition takes apart
var undecomposed = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'ø': "o", 'æ': "ae", 'œ': "oe", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ς': "σ",
}

func (s *splitter) fold(r rune, printed string) {
	r = unicode.ToLower(r)
	if plain, ok := undecomposed[r]; ok {
		s.folded.WriteString(plain)
		return
	}
	parts := norm.NFKD.PropertiesString(printed).Decomposition()
	if parts == nil {
		s.folded.WriteRune(r)
		return
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		if parts = parts[size:]; unicode.IsLetter(part) || unicode.IsDigit(part) {
			s.folded.WriteRune(unicode.ToLower(part))
		}
	}
}

func gapOf(c byte, rest string) gap {
	switch c {
	case '\n':
		return lineGap
	case '!', '?', ';', ':':
		return stopGap
	case '.':
		return dotOf(rest)
	case ',', '(', ')', '[', ']', '/', '"', '-', '*', '|':
		return pauseGap
	}
	return 0
}

// dotOf tells the end of a sentence from the dot of "1.5" and "praxis.org".
func dotOf(rest string) gap {
	if rest == "" {
		return stopGap
	}
	if next := rest[0]; 'a' <= next|0x20 && next|0x20 <= 'z' || '0' <= next && next <= '9' {
		return 0
	}
	return stopGap
}

// folded is a text as its words, one space between: what remains of it when
// case, accents, punctuation and white space are of no account.
func folded(raw string) string {
	found := words(raw)
	texts := make([]string, len(found))
	for i, w := range found {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

// capital says whether the text has a capital letter at that place.
func capital(raw string, at int) bool {
	r, _ := utf8.DecodeRuneInString(raw[at:])
	return unicode.IsUpper(r)
}
