package document

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"
)

// inline are elements that may begin and end within a word: Word and Excel cut
// a sentence into runs wherever a letter looks different.
var inline = map[string]bool{
	"t": true, "r": true, "rPr": true, "delText": true, "instrText": true, "hyperlink": true, "ins": true, "del": true,
	"moveFrom": true, "moveTo": true, "smartTag": true, "fldSimple": true, "sdt": true, "sdtPr": true, "sdtContent": true,
	"bookmarkStart": true, "bookmarkEnd": true, "proofErr": true, "softHyphen": true, "lastRenderedPageBreak": true,
}

// xmlSpaces are elements that stand for white space.
var xmlSpaces = map[string]bool{"br": true, "cr": true, "tab": true, "ptab": true}

// An xmlScan walks markup without building anything of it: it has to be fast, and
// to find what a parser would skip.
type xmlScan struct {
	*teller
	in     *bufio.Reader
	text   passage // with its entities
	tag    []byte
	known  map[string]tagRole
	roleOf func(tag []byte) tagRole
	loose  bool // what stands outside of quotes in a tag may be a text
}

func (t *teller) xml(r io.Reader) error { return t.markedUp(r, tagRoleOf, false) }

func (t *teller) markedUp(r io.Reader, roleOf func([]byte) tagRole, loose bool) error {
	in, ok := r.(*bufio.Reader)
	if !ok {
		in = bufio.NewReaderSize(r, 64<<10)
	}
	s := xmlScan{teller: t, in: in, known: map[string]tagRole{}, roleOf: roleOf, loose: loose}
	for {
		if over, err := s.upToTag(); err != nil {
			return err
		} else if over {
			return s.flush(true)
		}
		if err := s.markup(); err != nil {
			return err
		}
	}
}

// upToTag collects the text before the next tag.
func (s *xmlScan) upToTag() (over bool, err error) {
	for {
		piece, err := s.in.ReadSlice('<')
		s.text.raw = append(s.text.raw, bytes.TrimSuffix(piece, []byte("<"))...)
		switch {
		case err == nil:
			return false, nil
		case errors.Is(err, io.EOF):
			return true, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return false, err
		case len(s.text.raw) > longestPiece:
			if err := s.flush(false); err != nil {
				return false, err
			}
		}
	}
}

func (s *xmlScan) flush(over bool) error {
	if len(s.text.raw) == 0 {
		return nil
	}
	return s.say(unescaped(s.text.take(over)))
}

// markup takes what begins with "<", which has been read.
func (s *xmlScan) markup() error {
	start, _ := s.in.Peek(8)
	switch {
	case bytes.HasPrefix(start, []byte("!--")):
		return s.between("!--", "-->", s.aside)
	case bytes.HasPrefix(start, []byte("![CDATA[")):
		return s.between("![CDATA[", "]]>", func(text string) error {
			s.text.raw = append(s.text.raw, strings.ReplaceAll(text, "&", "&amp;")...)
			return nil
		})
	case bytes.HasPrefix(start, []byte("?")):
		return s.between("?", "?>", s.aside)
	case bytes.HasPrefix(start, []byte("!")):
		return s.between("!", ">", func(said string) error {
			if strings.Contains(said, "[") {
				return errors.New("it defines entities of its own, which we never do: it is refused")
			}
			return s.aside(said)
		})
	}
	return s.element()
}

// between takes what stands between two signs.
func (s *xmlScan) between(start, end string, take func(string) error) error {
	s.tag = s.tag[:0]
	for {
		piece, err := s.in.ReadSlice(end[len(end)-1])
		s.tag = append(s.tag, piece...)
		switch {
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return fmt.Errorf("markup does not end: %w", noEOF(err))
		case len(s.tag) > longestWhole:
			return errTooLarge
		case bytes.HasSuffix(s.tag, []byte(end)) && len(s.tag) >= len(start)+len(end):
			return take(string(s.tag[len(start) : len(s.tag)-len(end)]))
		}
	}
}

func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// A tagRole is what a tag does to the text around it.
type tagRole uint8

const (
	withinWord tagRole = iota
	betweenWords
	isSpace
)

// element takes a tag: its attributes are told, and it ends a piece of text
// unless it may stand within a word. What a tag of the same letters said before
// is not told again.
func (s *xmlScan) element() error {
	tag, err := s.in.ReadSlice('>')
	role, known := s.known[string(tag)]
	if !known {
		if tag, err = s.wholeTag(tag, err); err != nil {
			return err
		}
		role = s.roleOf(tag[:len(tag)-1])
	}
	switch role {
	case isSpace:
		s.text.raw = append(s.text.raw, '\n')
	case betweenWords:
		if err := s.flush(true); err != nil {
			return err
		}
	case withinWord: // the word goes on
	}
	if known {
		return nil
	}
	if len(tag) <= shortAside && len(s.known) < mostAsides {
		s.known[string(tag)] = role
	}
	return s.attributes(tag)
}

func tagRoleOf(tag []byte) tagRole {
	name, alone := tagName(tag), bytes.HasSuffix(tag, []byte("/"))
	switch {
	case xmlSpaces[string(name)]:
		return isSpace
	case alone || inline[string(name)]:
		return withinWord
	default:
		return betweenWords
	}
}

// wholeTag reads on to the ">" that is not inside an attribute.
func (s *xmlScan) wholeTag(tag []byte, err error) ([]byte, error) {
	quote := openQuote(tag, 0)
	if err == nil && quote == 0 {
		return tag, nil
	}
	s.tag = append(s.tag[:0], tag...)
	for err != nil || quote != 0 {
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, fmt.Errorf("a tag does not end: %w", noEOF(err))
		}
		if len(s.tag) > longestPiece {
			return nil, errTooLarge
		}
		tag, err = s.in.ReadSlice('>')
		quote = openQuote(tag, quote)
		s.tag = append(s.tag, tag...)
	}
	return s.tag, nil
}

// openQuote is the quote that is open at the end of a tag, or 0; quote is the
// one that was open before.
func openQuote(tag []byte, quote byte) byte {
	for _, b := range tag {
		switch {
		case quote == 0 && (b == '"' || b == '\''):
			quote = b
		case b == quote:
			quote = 0
		}
	}
	return quote
}

// tagName is the name without its prefix.
func tagName(tag []byte) []byte {
	name := bytes.TrimPrefix(tag, []byte("/"))
	if end := bytes.IndexAny(name, " \t\r\n/"); end >= 0 {
		name = name[:end]
	}
	return name[bytes.IndexByte(name, ':')+1:]
}

// attributes tells the values in a tag, and what is loose in it.
func (s *xmlScan) attributes(tag []byte) error {
	for {
		at := bytes.IndexAny(tag, `"'`)
		if at < 0 {
			return s.outside(tag)
		}
		if err := s.outside(tag[:at]); err != nil {
			return err
		}
		value, rest, closed := bytes.Cut(tag[at+1:], tag[at:at+1])
		if !closed {
			return s.aside(unescaped(string(value)))
		}
		if err := s.aside(unescaped(string(value))); err != nil {
			return err
		}
		tag = rest
	}
}

// outside tells what stands beside the quotes, but for a lone name.
func (s *xmlScan) outside(tag []byte) error {
	if !s.loose || !bytes.ContainsAny(bytes.Trim(tag, "=/> "), "= \t\r\n") {
		return nil
	}
	return s.aside(unescaped(string(tag)))
}

// unescaped is a text as its entities mean it.
func unescaped(text string) string {
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	return html.UnescapeString(text)
}
