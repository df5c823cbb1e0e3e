package forms

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// The most that is read, in bytes. The heaviest response seen has 110 KB.
const (
	largestContent       = 16 << 20
	largestQuestionnaire = 1 << 20
)

// A DecodeError says where JSON is not what it should be.
type DecodeError struct {
	Pointer string // RFC 6901
	Line    int    // from 1; 0 where the place is known by its pointer only
	Column  int    // in bytes
	Text    string
}

// Error names the place, then what is wrong there.
func (e *DecodeError) Error() string {
	switch {
	case e.Pointer != "":
		return e.Pointer + ": " + e.Text
	case e.Line > 0:
		return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Text)
	}
	return e.Text
}

// DecodeContent reads a content as strictly as Decode does, and refuses a text
// that no database keeps. Ends of lines become LF.
func DecodeContent(raw []byte) (c Content, err error) {
	if err := Decode(raw, &c, largestContent); err != nil {
		return Content{}, err
	}
	if err := c.settle(); err != nil {
		return Content{}, err
	}
	return c, nil
}

// EncodeContent writes a content, the same bytes each time.
func EncodeContent(c Content) ([]byte, error) {
	return json.Marshal(c, json.Deterministic(true))
}

// Decode reads JSON that a person or a program wrote, wherever it comes from, so
// that nothing in it is passed over: a key that is unknown, twice there or in
// other case, a second document, or more bytes than the largest are refused with
// a DecodeError, which names the place.
func Decode(raw []byte, into any, largest int) error {
	if len(raw) > largest {
		return &DecodeError{Text: fmt.Sprintf("this has %d bytes, and at most %d are read: send less at a time", len(raw), largest)}
	}
	err := json.Unmarshal(raw, into, json.RejectUnknownMembers(true))
	if err == nil {
		return nil
	}
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		return placed(raw, syntactic.JSONPointer, syntactic.ByteOffset, syntaxText(syntactic))
	}
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		return placed(raw, semantic.JSONPointer, semantic.ByteOffset, meaningText(semantic))
	}
	return &DecodeError{Text: err.Error()}
}

func placed(raw []byte, pointer jsontext.Pointer, offset int64, text string) *DecodeError {
	before := raw[:min(max(offset, 0), int64(len(raw)))]
	return &DecodeError{
		Pointer: string(pointer),
		Line:    1 + bytes.Count(before, []byte("\n")),
		Column:  len(before) - bytes.LastIndexByte(before, '\n'),
		Text:    text,
	}
}

func syntaxText(e *jsontext.SyntacticError) string {
	if errors.Is(e.Err, jsontext.ErrDuplicateName) {
		return fmt.Sprintf("the key %q stands here twice: keep one", e.JSONPointer.LastToken())
	}
	return fmt.Sprintf("this is not one sound JSON document: %v", e.Err)
}

func meaningText(e *json.SemanticError) string {
	switch {
	case errors.Is(e.Err, json.ErrUnknownName):
		return fmt.Sprintf("there is no key %q here: keys are written exactly as documented, in lower case", e.JSONPointer.LastToken())
	case e.Err != nil:
		return e.Err.Error()
	}
	return "this should be " + wanted(e.GoType)
}

// wanted says in JSON's words what a Go type is read from.
func wanted(t reflect.Type) string {
	if t == nil {
		return "something else"
	}
	switch t.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	case reflect.Bool:
		return "true or false"
	default:
		return "a whole number"
	}
}
