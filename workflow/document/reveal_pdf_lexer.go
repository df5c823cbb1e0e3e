package document

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A pdfLexer cuts a text into tokens, which are pieces of it wherever they can be.
type pdfLexer struct {
	text string
	at   int
	made []byte // of the token, where it is not a piece
}

// endOfLine passes the one after the word "stream".
func (l *pdfLexer) endOfLine() error {
	rest := strings.TrimPrefix(l.text[l.at:], "\r")
	if !strings.HasPrefix(rest, "\n") {
		return errors.New("its stream does not begin on a line of its own")
	}
	l.at = len(l.text) - len(rest) + 1
	return nil
}

// The bytes that end a word, and those that are digits of a string.
var (
	pdfSpace  = [256]bool{0: true, '\t': true, '\n': true, '\f': true, '\r': true, ' ': true}
	pdfBorder = [256]bool{0: true, '\t': true, '\n': true, '\f': true, '\r': true, ' ': true,
		'(': true, ')': true, '<': true, '>': true, '[': true, ']': true, '{': true, '}': true, '/': true, '%': true}
	pdfDigit = func() (plusOne [256]byte) {
		for b := range byte(16) {
			plusOne["0123456789abcdef"[b]], plusOne["0123456789ABCDEF"[b]] = b+1, b+1
		}
		return plusOne
	}()
)

func (l *pdfLexer) next() (pdfToken, error) {
	for l.at < len(l.text) && pdfSpace[l.text[l.at]] {
		l.at++
	}
	if l.at == len(l.text) {
		return pdfToken{}, io.EOF
	}
	from, b := l.at, l.text[l.at]
	l.at++
	switch b {
	case '(':
		return l.literal()
	case '/':
		return l.name(), nil
	case '%':
		return pdfToken{pdfRemarkToken, l.before("\n\r")}, nil
	case '<':
		if !strings.HasPrefix(l.text[l.at:], "<") {
			return l.hex(), nil
		}
		l.at++
	case '>':
		if strings.HasPrefix(l.text[l.at:], ">") {
			l.at++
		}
	}
	if !pdfBorder[b] {
		l.pass()
	}
	return pdfToken{pdfWordToken, l.text[from:l.at]}, nil
}

// pass goes to the end of a word.
func (l *pdfLexer) pass() {
	for l.at < len(l.text) && !pdfBorder[l.text[l.at]] {
		l.at++
	}
}

// before is all that stands before one of these bytes.
func (l *pdfLexer) before(ends string) string {
	rest := l.text[l.at:]
	if end := strings.IndexAny(rest, ends); end >= 0 {
		rest = rest[:end]
	}
	l.at += len(rest)
	return rest
}

// name reads what follows a slash; #20 is a space.
func (l *pdfLexer) name() pdfToken {
	from := l.at
	l.pass()
	t := pdfToken{pdfNameToken, l.text[from:l.at]}
	if strings.IndexByte(t.text, '#') < 0 {
		return t
	}
	var name []byte
	for i := 0; i < len(t.text); i++ {
		if t.text[i] == '#' && i+2 < len(t.text) {
			if n, err := strconv.ParseUint(t.text[i+1:i+3], 16, 8); err == nil {
				name = append(name, byte(n))
				i += 2
				continue
			}
		}
		name = append(name, t.text[i])
	}
	t.text = string(name)
	return t
}

// hex reads a string of hexadecimal digits to its ">".
func (l *pdfLexer) hex() pdfToken {
	digits := l.before(">")
	l.at = min(l.at+1, len(l.text)) // ">", or the end of the file, which the next token tells
	l.made = l.made[:0]
	half := false
	for i := range len(digits) {
		n := pdfDigit[digits[i]]
		switch {
		case n == 0:
			continue
		case half:
			l.made[len(l.made)-1] |= n - 1
		default:
			l.made = append(l.made, (n-1)<<4)
		}
		half = !half
	}
	return pdfToken{pdfStringToken, string(l.made)}
}

// pdfEscapes are what a letter after a backslash means.
var pdfEscapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads a string in round brackets.
func (l *pdfLexer) literal() (pdfToken, error) {
	from, escaped := l.at, false
	l.made = l.made[:0]
	for depth := 1; l.at < len(l.text); {
		b := l.text[l.at]
		l.at++
		switch b {
		case '(':
			depth++
		case ')':
			if depth--; depth > 0 {
				continue
			}
			rest := l.text[from : l.at-1]
			if !escaped {
				return pdfToken{pdfStringToken, rest}, nil
			}
			return pdfToken{pdfStringToken, string(append(l.made, rest...))}, nil
		case '\\':
			l.made, escaped = append(l.made, l.text[from:l.at-1]...), true
			l.escape()
			from = l.at
		}
	}
	return pdfToken{}, fmt.Errorf("a string does not end: %w", io.ErrUnexpectedEOF)
}

// escape reads what follows a backslash.
func (l *pdfLexer) escape() {
	rest := l.text[l.at:]
	if rest == "" {
		return // the string does not end
	}
	n, digits := 0, 0
	for digits < 3 && digits < len(rest) && '0' <= rest[digits] && rest[digits] <= '7' {
		n = n*8 + int(rest[digits]-'0')
		digits++
	}
	switch {
	case digits > 0:
		l.at += digits
		l.made = append(l.made, byte(n))
	case strings.HasPrefix(rest, "\r\n"):
		l.at += 2
	case rest[0] == '\r' || rest[0] == '\n':
		l.at++
	default:
		b, known := pdfEscapes[rest[0]]
		if !known {
			b = rest[0]
		}
		l.at++
		l.made = append(l.made, b)
	}
}

// rest is all tokens to the end, behind those given.
func (l *pdfLexer) rest(tokens pdfTokens) (pdfTokens, error) {
	for {
		token, err := l.next()
		if errors.Is(err, io.EOF) {
			return tokens, nil
		}
		if err != nil {
			return nil, err
		}
		if tokens = append(tokens, token); len(tokens) > mostTokens {
			return nil, errTooLarge
		}
	}
}
