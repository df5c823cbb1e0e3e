package forms

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Normal is a text as it is kept: to the letter, but for the ends of lines, which
// become LF. A text with NUL, or that is not UTF-8, is refused with the place.
func Normal(text string) (string, error) {
	if !utf8.ValidString(text) {
		return "", fmt.Errorf("character %d is not UTF-8: save the text as UTF-8 first", 1+firstInvalid(text))
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", fmt.Errorf("character %d is NUL, which cannot be kept: take it out", 1+utf8.RuneCountInString(text[:at]))
	}
	if strings.IndexByte(text, '\r') < 0 {
		return text, nil
	}
	return lineEnds.Replace(text), nil
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// firstInvalid counts the characters before the first byte that belongs to none.
func firstInvalid(text string) (characters int) {
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			break
		}
		text = text[size:]
		characters++
	}
	return characters
}

// settle brings every text of a content into the form in which it is kept.
func (c *Content) settle() *DecodeError {
	if err := settleAll(c.Answers); err != nil {
		return err.within("answers")
	}
	for i := range c.Records {
		if err := c.Records[i].settle(); err != nil {
			return err.within(strconv.Itoa(i)).within("records")
		}
	}
	return nil
}

func (r *Record) settle() *DecodeError {
	if err := settle(&r.Heading); err != nil {
		return err.within("heading")
	}
	if err := r.Note.settle(); err != nil {
		return err.within("note")
	}
	if err := settleAll(r.Cells); err != nil {
		return err.within("cells")
	}
	return nil
}

// settleAll goes through the answers in no order; when one is refused, it is
// the first by name, so that the same content is always refused alike.
func settleAll(answers map[string]Answer) *DecodeError {
	refused := false
	for id, answer := range answers {
		was := answer.Text
		refused = answer.settle() != nil || refused
		if answer.Text != was {
			answers[id] = answer
		}
	}
	if !refused {
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		answer := answers[id]
		if err := answer.settle(); err != nil {
			return err.within(id)
		}
	}
	return nil
}

func (a *Answer) settle() *DecodeError {
	if err := settle(&a.Text); err != nil {
		return err.within("text")
	}
	if a.Confirmed == nil {
		return nil
	}
	for _, rule := range slices.Sorted(maps.Keys(a.Confirmed.Warnings)) {
		word := a.Confirmed.Warnings[rule]
		if err := settle(&word); err != nil {
			return err.within(string(rule)).within("warnings").within("confirmed")
		}
		a.Confirmed.Warnings[rule] = word
	}
	return nil
}

func settle(text *string) *DecodeError {
	kept, err := Normal(*text)
	if err != nil {
		return &DecodeError{Text: err.Error()}
	}
	*text = kept
	return nil
}

// within says that the place of an error is inside the value of this key.
func (e *DecodeError) within(key string) *DecodeError {
	e.Pointer = string(jsontext.Pointer("").AppendToken(key)) + e.Pointer
	return e
}
