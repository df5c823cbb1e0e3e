package document

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// A pdfLexer cuts bytes into tokens, and knows how many it read.
type pdfLexer struct {
	in   *bufio.Reader
	at   int64
	text []byte
	kept map[string]string // short words and names, which come again and again
}

func newPDFLexer(r io.Reader) *pdfLexer {
	return &pdfLexer{in: bufio.NewReaderSize(r, 16<<10), kept: map[string]string{}}
}

// The words that are kept.
const (
	shortPDFWord = 16
	mostPDFWords = 4096
)

// word is the bytes read as a string, made anew only if it must be.
func (l *pdfLexer) word() string {
	if word, known := l.kept[string(l.text)]; known {
		return word
	}
	word := string(l.text)
	if len(word) <= shortPDFWord && len(l.kept) < mostPDFWords {
		l.kept[word] = word
	}
	return word
}

func (l *pdfLexer) byte() (byte, error) {
	b, err := l.in.ReadByte()
	if err == nil {
		l.at++
	}
	return b, err
}

func (l *pdfLexer) back() {
	_ = l.in.UnreadByte() // a byte was read just before
	l.at--
}

func (l *pdfLexer) skip(n int64) error {
	for n > 0 {
		step := int(min(n, 1<<30))
		done, err := l.in.Discard(step)
		l.at += int64(done)
		if err != nil {
			return fmt.Errorf("its stream does not end: %w", noEOF(err))
		}
		n -= int64(step)
	}
	return nil
}

// endOfLine passes the one after the word "stream".
func (l *pdfLexer) endOfLine() error {
	b, err := l.byte()
	if err == nil && b == '\r' {
		b, err = l.byte()
	}
	if err != nil || b != '\n' {
		return errors.New("its stream does not begin on a line of its own")
	}
	return nil
}

// The bytes that end a word.
var (
	pdfSpace  = [256]bool{0: true, '\t': true, '\n': true, '\f': true, '\r': true, ' ': true}
	pdfBorder = [256]bool{0: true, '\t': true, '\n': true, '\f': true, '\r': true, ' ': true,
		'(': true, ')': true, '<': true, '>': true, '[': true, ']': true, '{': true, '}': true, '/': true, '%': true}
)

func (l *pdfLexer) next() (pdfToken, error) {
	b, err := l.byte()
	for err == nil && pdfSpace[b] {
		b, err = l.byte()
	}
	if err != nil {
		return pdfToken{}, err
	}
	l.text = l.text[:0]
	switch b {
	case '(':
		return l.literal()
	case '/':
		return l.name()
	case '%':
		return l.until(pdfRemarkToken, func(b byte) bool { return b == '\n' || b == '\r' })
	case '<', '>':
		if second, err := l.byte(); err == nil && second == b {
			l.text = append(l.text, b, b)
			return pdfToken{pdfWordToken, l.word()}, nil
		} else if err == nil {
			l.back()
		}
		if b == '<' {
			return l.hex()
		}
	}
	l.text = append(l.text, b)
	if pdfBorder[b] {
		return pdfToken{pdfWordToken, l.word()}, nil
	}
	return l.until(pdfWordToken, func(b byte) bool { return pdfBorder[b] })
}

// until takes bytes up to one that ends the token.
func (l *pdfLexer) until(kind pdfTokenKind, ends func(byte) bool) (pdfToken, error) {
	for {
		b, err := l.byte()
		if err == nil && !ends(b) {
			if l.text = append(l.text, b); len(l.text) > longestWhole {
				return pdfToken{}, errTooLarge
			}
			continue
		}
		if err == nil {
			l.back()
		} else if !errors.Is(err, io.EOF) {
			return pdfToken{}, err
		}
		return pdfToken{kind, l.word()}, nil
	}
}

// name reads what follows a slash; #20 is a space.
func (l *pdfLexer) name() (pdfToken, error) {
	t, err := l.until(pdfNameToken, func(b byte) bool { return pdfBorder[b] })
	if i := bytes.IndexByte(l.text, '#'); err != nil || i < 0 {
		return t, err
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
	return t, nil
}

// hex reads a string of hexadecimal digits to its ">".
func (l *pdfLexer) hex() (pdfToken, error) {
	t, err := l.until(pdfStringToken, func(b byte) bool { return b == '>' })
	if err != nil {
		return t, err
	}
	_, _ = l.byte() // ">", or the end of the file, which the next token tells
	digits := 0
	var out []byte
	for _, b := range l.text {
		n, err := strconv.ParseUint(string(rune(b)), 16, 8)
		if err != nil {
			continue
		}
		if digits%2 == 0 {
			out = append(out, byte(n)<<4)
		} else {
			out[len(out)-1] |= byte(n)
		}
		digits++
	}
	return pdfToken{pdfStringToken, string(out)}, nil
}

// pdfEscapes are what a letter after a backslash means.
var pdfEscapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads a string in round brackets.
func (l *pdfLexer) literal() (pdfToken, error) {
	for depth := 1; ; {
		b, err := l.byte()
		if err != nil {
			return pdfToken{}, fmt.Errorf("a string does not end: %w", noEOF(err))
		}
		switch b {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return pdfToken{pdfStringToken, string(l.text)}, nil
			}
		case '\\':
			if err := l.escape(); err != nil {
				return pdfToken{}, err
			}
			continue
		}
		if l.text = append(l.text, b); len(l.text) > longestWhole {
			return pdfToken{}, errTooLarge
		}
	}
}

func (l *pdfLexer) escape() error {
	b, err := l.byte()
	if err != nil {
		return fmt.Errorf("a string does not end: %w", noEOF(err))
	}
	switch {
	case '0' <= b && b <= '7':
		n := 0
		for i := 0; i < 3 && err == nil && '0' <= b && b <= '7'; i++ {
			n = n*8 + int(b-'0')
			b, err = l.byte()
		}
		if err == nil {
			l.back()
		}
		l.text = append(l.text, byte(n))
	case b == '\r':
		if b, err = l.byte(); err == nil && b != '\n' {
			l.back()
		}
	case b == '\n':
	default:
		if meant, ok := pdfEscapes[b]; ok {
			b = meant
		}
		l.text = append(l.text, b)
	}
	return nil
}

func pdfTokensOf(r io.Reader) (pdfTokens, error) {
	return newPDFLexer(r).rest(nil)
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
