package api

import (
	"io"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"

	"ahq/forms"
)

// What is sent and given.
const (
	jsonType = "application/json"
	rawType  = "application/octet-stream" // bytes that nobody looks into
)

// Sent is the JSON that a request brings. Huma only hands its bytes on: they are
// read as strictly as files are.
type Sent[T any] struct {
	RawBody []byte
	sent    T
}

// bringing is a request with something Sent, or with an Upload.
type bringing interface {
	decode() error
	describe(huma.Registry) map[string]*huma.MediaType // by what it can be sent as
}

func (s *Sent[T]) decode() error {
	if content, ok := any(&s.sent).(*forms.Content); ok {
		read, err := forms.DecodeContent(s.RawBody)
		*content = read
		return err
	}
	return forms.Decode(s.RawBody, &s.sent, largestBody)
}

func (s *Sent[T]) describe(r huma.Registry) map[string]*huma.MediaType {
	return map[string]*huma.MediaType{jsonType: {Schema: r.Schema(reflect.TypeFor[T](), true, "")}}
}

// writeJSON writes the same bytes for the same value.
func writeJSON(w io.Writer, v any) error {
	return json.MarshalWrite(w, v, json.Deterministic(true))
}
