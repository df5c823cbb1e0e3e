package api

import (
	"errors"
	"fmt"
	"io"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
)

// rawType is what huma calls bytes that it does not look into.
const rawType = "application/octet-stream"

// Sent is the JSON that a request brings. Huma only hands its bytes on: they are
// read as strictly as files are.
type Sent[T any] struct {
	RawBody []byte
	sent    T
}

// bringing is a request with something Sent.
type bringing interface {
	decode() error
	describe(huma.Registry) *huma.RequestBody
}

func (s *Sent[T]) decode() error {
	if content, ok := any(&s.sent).(*forms.Content); ok {
		read, err := forms.DecodeContent(s.RawBody)
		*content = read
		return err
	}
	return decode(s.RawBody, &s.sent)
}

func (s *Sent[T]) describe(r huma.Registry) *huma.RequestBody {
	schema := r.Schema(reflect.TypeFor[T](), true, "")
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: schema}}}
}

// decode reads JSON strictly: a key that is unknown, twice there or in other
// case, or a second document is refused with its place.
func decode(raw []byte, into any) error {
	err := json.Unmarshal(raw, into, json.RejectUnknownMembers(true))
	if err == nil {
		return nil
	}
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		return malformed(syntactic.JSONPointer, fmt.Sprintf("this is not one sound JSON document: %v", syntactic.Err))
	}
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		return malformed(semantic.JSONPointer, meaning(semantic))
	}
	return malformed("", err.Error())
}

func malformed(at jsontext.Pointer, text string) error {
	return &forms.DecodeError{Pointer: string(at), Text: text}
}

func meaning(e *json.SemanticError) string {
	switch {
	case errors.Is(e.Err, json.ErrUnknownName):
		return fmt.Sprintf("there is no key %q here", e.JSONPointer.LastToken())
	case e.Err != nil:
		return e.Err.Error()
	default:
		return fmt.Sprintf("a %s does not belong here", e.JSONKind)
	}
}

// writeJSON writes the same bytes for the same value.
func writeJSON(w io.Writer, v any) error {
	return json.MarshalWrite(w, v, json.Deterministic(true))
}
