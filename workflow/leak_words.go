package workflow

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A wordReader cuts texts into words as they are compared: letters and digits,
// in Unicode's NFKC form, without capitals. Everything else lies between words.
// A script that writes no spaces has a word in each character.
type wordReader struct {
	word  []byte
	odd   bool              // the word has more than ASCII in it
	plain map[string]string // such words as they are compared
}

// longestWord is where a word is cut: what is longer is no word.
const longestWord = 128

// mostPlain bounds the memory of a wordReader.
const mostPlain = 1 << 14

// letters are the letters and digits of ASCII, as they are compared.
var letters = func() (small [utf8.RuneSelf]byte) {
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

// each takes the words of a text, one after the other. A word is good until the
// next.
func (r *wordReader) each(text string, take func(word []byte)) {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if small := letters[c]; small != 0 && len(r.word) < longestWord {
				r.word = append(r.word, small)
				i++
				continue
			} else if small == 0 {
				i++
			}
			r.end(take)
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.In(c, unspaced...):
			r.end(take)
			r.word, r.odd = append(r.word, text[i:i+size]...), true
			r.end(take)
		case !unicode.In(c, wordParts...), len(r.word) >= longestWord:
			r.end(take)
		case !unicode.Is(unicode.Cf, c):
			r.word, r.odd = append(r.word, text[i:i+size]...), true
		}
		i += size
	}
	r.end(take)
}

var (
	wordParts = []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.Cf}
	unspaced  = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
)

// end gives the word away, if there is one.
func (r *wordReader) end(take func([]byte)) {
	if len(r.word) == 0 {
		return
	}
	word := r.word
	if r.odd {
		word = r.folded()
	}
	if len(word) > 0 {
		take(word)
	}
	r.word, r.odd = r.word[:0], false
}

func (r *wordReader) folded() []byte {
	plain, known := r.plain[string(r.word)]
	if !known {
		plain = string(norm.NFKC.AppendString(nil, cases.Fold().String(norm.NFKC.String(string(r.word)))))
		if len(r.plain) >= mostPlain || r.plain == nil {
			r.plain = map[string]string{}
		}
		r.plain[string(r.word)] = plain
	}
	r.word = append(r.word[:0], plain...)
	return r.word
}
