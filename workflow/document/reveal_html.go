package document

import (
	"bytes"
	"io"

	"golang.org/x/net/html/atom"
)

// inlineHTML are elements that may begin and end within a word.
var inlineHTML = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Em: true, atom.I: true, atom.Mark: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.U: true, atom.Wbr: true,
}

// html walks a page as XML, its styles and scripts included: nothing is skipped
// that a browser would not show. Where HTML is looser, and attributes have no
// quotes or a "<" is none, everything between < and > is told.
func (t *teller) html(r io.Reader) error {
	return t.markedUp(r, htmlRoleOf, true)
}

func htmlRoleOf(tag []byte) tagRole {
	if inlineHTML[atom.Lookup(bytes.ToLower(tagName(tag)))] {
		return withinWord
	}
	return betweenWords
}
