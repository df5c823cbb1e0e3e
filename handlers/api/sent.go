package api

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
	"ahq/workflow"
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
	if err := forms.Decode(s.RawBody, &s.sent, largestBody); err != nil {
		return err
	}
	if err := whole(s.RawBody, reflect.TypeFor[T]()); err != nil {
		return err
	}
	return keepable(s.RawBody)
}

// whole says what is missing of what must be there: nothing sent by mistake
// empties anything.
func whole(raw []byte, of reflect.Type) error {
	var there map[string]jsontext.Value
	if err := json.Unmarshal(raw, &there); err != nil {
		return err
	}
	if there == nil { // null
		return &forms.DecodeError{Text: "this should be an object"}
	}
	for _, f := range reflect.VisibleFields(of) {
		name, mayBeAbsent, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || mayBeAbsent != "" || there[name] != nil && there[name].Kind() != 'n' {
			continue
		}
		return &workflow.Invalid{Pointer: "/" + name, Text: strings.TrimSpace(fmt.Sprintf("%q is missing. %s", name, f.Tag.Get("doc")))}
	}
	return nil
}

// keepable says where a text is that no database keeps.
func keepable(raw []byte) error {
	if !bytes.Contains(raw, []byte(`\u0000`)) {
		return nil
	}
	for d := jsontext.NewDecoder(bytes.NewReader(raw)); ; {
		token, err := d.ReadToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case token.Kind() == '"' && !PlainText(token.String()):
			return &workflow.Invalid{Pointer: string(d.StackPointer()), Text: "this holds NUL, which cannot be kept: take it out"}
		}
	}
}

func (s *Sent[T]) describe(r huma.Registry) map[string]*huma.MediaType {
	return map[string]*huma.MediaType{jsonType: {Schema: r.Schema(reflect.TypeFor[T](), true, "")}}
}

// writeJSON writes the same bytes for the same value.
func writeJSON(w io.Writer, v any) error {
	return json.MarshalWrite(w, v, json.Deterministic(true))
}
