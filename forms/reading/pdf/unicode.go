package pdf

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"unicode/utf16"
)

// meanings say what the codes of a font mean, as the font tells it (ToUnicode).
type meanings map[string]string

var (
	mapping  = regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`)
	hexToken = regexp.MustCompile(`<[0-9A-Fa-f\s]*>|\[|\]`)
)

// The measures of what a font says of its codes.
const (
	mostCodes = 1 << 16       // it has two bytes for them
	mostSaid  = 4 * mostCodes // some are said again
)

// A telling is what a font says, as far as it was read.
type telling struct {
	means meanings
	left  int // codes that may still be told
}

// meaningsOf the codes of a font: "<0041> <0041>", "<00> <5f> <0020>",
// "<00> <01> [<0066> <0069>]".
func meaningsOf(program []byte) meanings {
	told := telling{meanings{}, mostSaid}
	for _, part := range mapping.FindAllSubmatch(program, -1) {
		tokens := hexToken.FindAll(part[2], -1)
		if string(part[1]) == "char" {
			for ; len(tokens) >= 2; tokens = tokens[2:] {
				told.set(unhex(tokens[0]), unhex(tokens[1]))
			}
			continue
		}
		for len(tokens) >= 3 {
			tokens = told.spread(unhex(tokens[0]), unhex(tokens[1]), tokens[2:])
		}
	}
	return told.means
}

// spread a range of codes over what they mean, one after the other, and say what
// comes behind.
func (t *telling) spread(low, high []byte, means [][]byte) [][]byte {
	codes := min(max(number32(high)-number32(low)+1, 0), mostCodes)
	if means[0][0] != '[' {
		first := unhex(means[0])
		if len(first) > longestMeaning || len(low) > longestMeaning {
			return means[1:]
		}
		for i := 0; i < codes && t.left > 0; i++ {
			t.set(plus(low, i), plus(first, i))
		}
		return means[1:]
	}
	end := 1
	for ; end < len(means) && means[end][0] == '<'; end++ {
		if end <= codes {
			t.set(plus(low, end-1), unhex(means[end]))
		}
	}
	return means[min(end+1, len(means)):]
}

func (t *telling) set(code, utf16be []byte) {
	if t.left--; t.left < 0 || len(code) == 0 || len(code) > 4 || len(utf16be) > longestMeaning {
		return
	}
	if len(utf16be) == 1 {
		utf16be = []byte{0, utf16be[0]}
	}
	t.means[string(code)] = wideText(utf16be)
}

// longestMeaning of a code, in bytes: a few letters.
const longestMeaning = 64

// wideText is a text of two bytes a letter.
func wideText(utf16be []byte) string {
	units := make([]uint16, len(utf16be)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(utf16be[2*i:])
	}
	return string(utf16.Decode(units))
}

// textOf a string of the file: it begins with a mark when it has two bytes a letter.
func textOf(raw []byte) string {
	if wide, ok := bytes.CutPrefix(raw, []byte{0xfe, 0xff}); ok {
		return wideText(wide)
	}
	return string(bytes.ToValidUTF8(raw, nil))
}

// plus counts a code up by its last bytes.
func plus(code []byte, n int) []byte {
	code = bytes.Clone(code)
	for i := len(code) - 1; i >= 0 && n > 0; i-- {
		n += int(code[i])
		code[i] = byte(n)
		n >>= 8
	}
	return code
}

func number32(code []byte) (n int) {
	for _, b := range code[:min(len(code), 4)] {
		n = n<<8 | int(b)
	}
	return n
}
