package document

import (
	"bufio"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// A pen writes markup and escapes text, for XML and HTML alike. It never
// fails: the first error is kept, and done tells it.
type pen struct{ to *bufio.Writer }

func newPen(w io.Writer) pen { return pen{bufio.NewWriterSize(w, 32<<10)} }

func (p pen) done() error { return p.to.Flush() }

// markup writes strings as they are.
func (p pen) markup(parts ...string) {
	for _, s := range parts {
		_, _ = p.to.WriteString(s) // kept by the bufio.Writer, told by Flush
	}
}

// text writes a string so that a parser reads it back to the letter.
func (p pen) text(s string) {
	written := 0
	for at := 0; at < len(s); {
		if harmless[s[at]] {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if e := escape(r); e != "" {
			p.markup(s[written:at], e)
			written = at + size
		}
		at += size
	}
	p.markup(s[written:])
}

// harmless are the bytes that stand for themselves: most of any text.
var harmless = func() (bytes [256]bool) {
	for r := range rune(utf8.RuneSelf) {
		bytes[r] = escape(r) == ""
	}
	return bytes
}()

// escape is what must be written instead of a character; "" if it may stand.
func escape(r rune) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '"':
		return "&#34;"
	case unfit(r):
		return "\uFFFD"
	}
	return ""
}

// unfit says whether XML 1.0 forbids a character, even escaped, or whether it is
// none.
func unfit(r rune) bool {
	return r == utf8.RuneError || r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// escaped is text for a template.
func escaped(s string) (string, error) {
	var b strings.Builder
	p := newPen(&b)
	p.text(s)
	err := p.done()
	return b.String(), err
}

// pieces cuts a text at its tabs and line ends: each piece comes with what
// ended it, '\t', '\n' or, for the last, 0.
func pieces(s string) iter.Seq2[string, rune] {
	return func(yield func(string, rune) bool) {
		for {
			at := strings.IndexAny(s, "\t\n\r")
			if at < 0 {
				yield(s, 0)
				return
			}
			end, after := rune(s[at]), at+1
			if end == '\r' {
				end = '\n'
				if strings.HasPrefix(s[after:], "\n") {
					after++
				}
			}
			if !yield(s[:at], end) {
				return
			}
			s = s[after:]
		}
	}
}
