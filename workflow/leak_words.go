package workflow

import (
	"hash/maphash"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A wordList is words as they are compared, one behind the other.
type wordList struct {
	text   []byte
	ends   []uint32 // of each word, in text
	hashes []uint64
}

func (l *wordList) word(i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.text[start:l.ends[i]]
}

// A wordReader cuts texts into words as they are compared: letters and digits,
// in Unicode's NFKC form, without capitals. Everything else lies between words.
// A script that writes no spaces has a word in each character.
type wordReader struct {
	seed  maphash.Seed
	plain map[string]string // words with more than ASCII in them, as they are compared
}

// longestWord is where a word is cut: what is longer is no word.
const longestWord = 128

// mostPlain bounds the memory of a wordReader.
const mostPlain = 1 << 14

// letters are the letters and digits of ASCII, as they are compared.
var letters = func() (small [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			small[c] = c
		case 'A' <= c && c <= 'Z':
			small[c] = c + 'a' - 'A'
		}
	}
	return small
}()

// read puts the words of a text behind those of a list.
func (r *wordReader) read(text string, to *wordList) {
	for i := 0; i < len(text); {
		start, first := len(to.text), i
		i = to.plain(text, i)
		switch {
		case i < len(text) && text[i] >= utf8.RuneSelf:
			i = r.odd(text, i, start, to)
		case i == first:
			i++ // no letter
		}
		if len(to.text) > start {
			to.ends = append(to.ends, uint32(len(to.text)))
			to.hashes = append(to.hashes, maphash.Bytes(r.seed, to.text[start:]))
		}
	}
}

// plain takes the letters of ASCII that stand there, and gives where they end.
func (l *wordList) plain(text string, i int) int {
	word := l.text
	for end := min(len(text), i+longestWord); i < end; i++ {
		small := letters[text[i]]
		if small == 0 {
			break
		}
		word = append(word, small)
	}
	l.text = word
	return i
}

// odd takes the rest of a word that has more than ASCII in it, and gives where it
// ends; its beginning is at start in the list.
func (r *wordReader) odd(text string, i, start int, to *wordList) int {
	folds, ended := false, false
	for i < len(text) && !ended && len(to.text)-start < longestWord {
		if text[i] < utf8.RuneSelf {
			before := i
			i = to.plain(text, i)
			ended = i == before
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		kind := kindOf(c)
		if kind == wholeWord && len(to.text) > start {
			break // it is the next one
		}
		if kind == partOfWord || kind == wholeWord {
			to.text, folds = append(to.text, text[i:i+size]...), true
		}
		i += size
		ended = kind == wholeWord || kind == betweenWords
	}
	if folds {
		to.text = append(to.text[:start], r.folded(to.text[start:])...)
	}
	return i
}

// A runeKind is what a character is to the word it stands in.
type runeKind uint8

const (
	betweenWords runeKind = iota
	partOfWord
	wholeWord // of a script without spaces
	unwritten // a word goes on as if it were not there: a soft hyphen
)

var (
	wordParts = []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.Cf}
	unspaced  = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
)

// kindOf looks up what the alphabets of Europe and the usual signs are.
func kindOf(c rune) runeKind {
	if usual := usualKinds(); int(c) < len(usual) {
		return usual[c]
	}
	return lookedUp(c)
}

var usualKinds = sync.OnceValue(func() *[0x2200]runeKind {
	var kinds [0x2200]runeKind
	for c := range kinds {
		kinds[c] = lookedUp(rune(c))
	}
	return &kinds
})

func lookedUp(c rune) runeKind {
	switch {
	case unicode.In(c, unspaced...):
		return wholeWord
	case !unicode.In(c, wordParts...):
		return betweenWords
	case unicode.Is(unicode.Cf, c):
		return unwritten
	default:
		return partOfWord
	}
}

func (r *wordReader) folded(word []byte) string {
	plain, known := r.plain[string(word)]
	if !known {
		plain = string(norm.NFKC.AppendString(nil, cases.Fold().String(norm.NFKC.String(string(word)))))
		if len(r.plain) >= mostPlain || r.plain == nil {
			r.plain = map[string]string{}
		}
		r.plain[string(word)] = plain
	}
	return plain
}
