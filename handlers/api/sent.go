package api

import (
	"io"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"

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
	return forms.Decode(s.RawBody, &s.sent, largestBody)
}

func (s *Sent[T]) describe(r huma.Registry) *huma.RequestBody {
	schema := r.Schema(reflect.TypeFor[T](), true, "")
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: schema}}}
}

// writeJSON writes the same bytes for the same value.
func writeJSON(w io.Writer, v any) error {
	return json.MarshalWrite(w, v, json.Deterministic(true))
}
