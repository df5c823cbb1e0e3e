package document

import (
	"errors"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inlineHTML are elements that may begin and end within a word.
var inlineHTML = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Em: true, atom.I: true, atom.Mark: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.U: true, atom.Wbr: true,
}

// An htmlScan walks a page, its styles and scripts included.
type htmlScan struct {
	*teller
	text passage
}

func (t *teller) html(r io.Reader) error {
	s := htmlScan{teller: t}
	z := html.NewTokenizer(r)
	z.SetMaxBuf(longestWhole)
	for {
		kind := z.Next()
		var err error
		switch kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				return z.Err()
			}
			return s.say(s.text.take(true))
		case html.TextToken:
			s.text.raw = append(s.text.raw, z.Text()...)
			if len(s.text.raw) > longestPiece {
				err = s.say(s.text.take(false))
			}
		case html.CommentToken, html.DoctypeToken:
			err = s.aside(string(z.Text()))
		default:
			err = s.element(z)
		}
		if err != nil {
			return err
		}
	}
}

func (s *htmlScan) element(z *html.Tokenizer) error {
	name, more := z.TagName()
	if !inlineHTML[atom.Lookup(name)] {
		if err := s.say(s.text.take(true)); err != nil {
			return err
		}
	}
	for more {
		var value []byte
		if _, value, more = z.TagAttr(); s.seen[string(value)] {
			continue
		}
		if err := s.aside(string(value)); err != nil {
			return err
		}
	}
	return nil
}
