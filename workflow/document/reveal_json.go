package document

import (
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// json tells all that stands in JSON: each value under its own pointer, the
// names of members beside.
func (t *teller) json(r io.Reader) error {
	d := jsontext.NewDecoder(r, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	under, names := t.named(""), *t
	if t.depth == 0 {
		under = ""
	}
	for {
		token, err := d.ReadToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token.Kind() {
		case '{', '}', '[', ']', 'n', 't', 'f':
			continue
		default: // a string or a number
		}
		text := token.String()
		if kind, n := d.StackIndex(d.StackDepth()); kind == '{' && n%2 == 1 {
			err = names.aside(text)
		} else {
			t.part = under + string(d.StackPointer())
			err = t.say(text)
		}
		if err != nil {
			return err
		}
	}
}
