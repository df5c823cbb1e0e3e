package document

import (
	"errors"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// mostTokens is how long one object may be.
const mostTokens = 4 << 20

// A pdfToken is the smallest thing a PDF is written in.
type pdfToken struct {
	kind pdfTokenKind
	text string
}

// A pdfTokenKind says which.
type pdfTokenKind uint8

const (
	pdfWordToken   pdfTokenKind = iota // a number, an operator, a bracket
	pdfNameToken                       // /Type
	pdfStringToken                     // its bytes
	pdfRemarkToken                     // % to the end of the line
)

// is says whether it is that word or name.
func (t pdfToken) is(text string) bool { return t.kind <= pdfNameToken && t.text == text }

// int is a whole number, or -1.
func (t pdfToken) int() int {
	n, err := strconv.Atoi(t.text)
	if t.kind != pdfWordToken || err != nil {
		return -1
	}
	return n
}

type pdfTokens []pdfToken

// at is where the value of a key stands in the dictionary that the tokens begin
// with, or the end.
func (ts pdfTokens) at(key string) int {
	depth := 0
	for i, t := range ts {
		switch {
		case t.kind == pdfWordToken && (t.text == "<<" || t.text == "["):
			depth++
		case t.kind == pdfWordToken && (t.text == ">>" || t.text == "]"):
			depth--
		case depth == 1 && t.kind == pdfNameToken && t.text == key && !(i > 0 && ts[i-1].kind == pdfNameToken && ts[i-1].text == "Type"):
			return i + 1
		}
	}
	return len(ts)
}

// after is the value of a key, or its first token.
func (ts pdfTokens) after(key string) pdfToken {
	if i := ts.at(key); i < len(ts) {
		return ts[i]
	}
	return pdfToken{}
}

// value is all the tokens of a key's value: one, or those of a list.
func (ts pdfTokens) value(key string) pdfTokens {
	i := ts.at(key)
	if i >= len(ts) || !ts[i].is("[") {
		return ts[i:min(i+3, len(ts))]
	}
	end := slices.IndexFunc(ts[i:], func(t pdfToken) bool { return t.kind == pdfWordToken && t.text == "]" })
	return ts[i+1 : i+max(end, 1)]
}

// names are those in a key's value.
func (ts pdfTokens) names(key string) []string {
	var names []string
	if first := ts.after(key); first.kind == pdfNameToken {
		return []string{first.text}
	} else if !first.is("[") {
		return nil
	}
	for _, t := range ts.value(key) {
		if t.kind == pdfNameToken {
			names = append(names, t.text)
		}
	}
	return names
}

// refs are the objects that a key's value names: "5 0 R".
func (ts pdfTokens) refs(key string) []int {
	var numbers []int
	value := ts.value(key)
	for i := 2; i < len(value); i++ {
		if value[i].is("R") && value[i-2].int() > 0 {
			numbers = append(numbers, value[i-2].int())
		}
	}
	return numbers
}

// length of the stream that the dictionary is of.
func (ts pdfTokens) length() (int, error) {
	n := ts.after("Length").int()
	if n < 0 || len(ts.refs("Length")) > 0 {
		return 0, errors.New("the length of its stream does not stand in it, as it does in all we write")
	}
	return n, nil
}

// pdfStringText is a string of an object as people read it.
func pdfStringText(s string) string {
	switch {
	case len(s) >= 2 && s[:2] == "\xFE\xFF":
		return fromUTF16(s[2:])
	case utf8.ValidString(s):
		return s
	}
	return fromLatin(s)
}

func fromUTF16(s string) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}

func fromLatin(s string) string {
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}
