package pdf

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// A kind of token in the program that paints a page.
type kind uint8

const (
	ends     kind = iota // of the program
	number               // 12.5
	name                 // /F1
	text                 // (Hello) or <48656c>
	opens                // [
	closes               // ]
	operator             // Tj
)

// A token of the program that paints a page.
type token struct {
	kind   kind
	number float64
	text   []byte // of a name, a text, an operator
}

// tokens reads a program from its first byte to its last; whatever stands there, it
// gets on by a byte at least.
type tokens struct {
	program []byte
	at      int
}

// The bytes that are space, and those that end a word.
var space, endsWord = bytesOf(" \t\r\n\f\x00"), bytesOf(" \t\r\n\f\x00()<>[]{}/%")

func bytesOf(set string) (in [256]bool) {
	for b := range in {
		in[b] = strings.IndexByte(set, byte(b)) >= 0
	}
	return in
}

// next token; dictionaries are passed by token for token, as nothing in them is
// painted.
func (t *tokens) next() token {
	for t.at < len(t.program) {
		c := t.program[t.at]
		t.at++
		switch {
		case space[c], c == ')', c == '{', c == '}', c == '>':
		case c == '%':
			t.until("\r\n")
		case c == '/':
			return token{kind: name, text: t.word(t.at)}
		case c == '(':
			return token{kind: text, text: t.literal()}
		case c == '<' && t.at < len(t.program) && t.program[t.at] == '<':
			t.at++
		case c == '<':
			return token{kind: text, text: unhex(t.until(">"))}
		case c == '[':
			return token{kind: opens}
		case c == ']':
			return token{kind: closes}
		default:
			return t.regular(t.word(t.at - 1))
		}
	}
	return token{}
}

// regular is a number or an operator.
func (t *tokens) regular(word []byte) token {
	if '+' <= word[0] && word[0] <= '9' { // or a sign, or a point
		n, _ := strconv.ParseFloat(string(word), 64) // what is none is 0
		return token{kind: number, number: n}
	}
	if string(word) == "ID" {
		t.picture()
		return t.next()
	}
	return token{kind: operator, text: word}
}

// word goes on to what is no part of one.
func (t *tokens) word(from int) []byte {
	for t.at < len(t.program) && !endsWord[t.program[t.at]] {
		t.at++
	}
	return t.program[from:t.at]
}

// until one of some bytes, and behind it.
func (t *tokens) until(some string) []byte {
	rest := t.program[t.at:]
	end := bytes.IndexAny(rest, some)
	if end < 0 {
		t.at = len(t.program)
		return rest
	}
	t.at += end + 1
	return rest[:end]
}

// picture passes by the bytes of one that stands in the program itself.
func (t *tokens) picture() {
	for {
		end := bytes.Index(t.program[t.at:], []byte("EI"))
		if end < 0 {
			t.at = len(t.program)
			return
		}
		before, behind := t.at+end-1, t.at+end+2
		t.at = behind
		if space[t.program[before]] && (behind == len(t.program) || space[t.program[behind]]) {
			return
		}
	}
}

// unhex is a text as it was before it was written in hexadecimal digits.
func unhex(digits []byte) []byte {
	clean := bytes.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'f' {
			return r
		}
		return -1
	}, digits)
	if len(clean)%2 == 1 {
		clean = append(clean, '0')
	}
	raw := make([]byte, len(clean)/2)
	_, _ = hex.Decode(raw, clean) // nothing but digits is in it
	return raw
}
