package api

import (
	"errors"
	"testing"

	"github.com/go-json-experiment/json"

	"ahq/forms"
	"ahq/workflow"
)

func TestWhatIsSentIsReadStrictly(t *testing.T) {
	for _, c := range []struct {
		when, raw, pointer string
	}{
		{"it is sound", `{"why": "because", "cells": [{"question": "costs"}]}`, "none"},
		{"a key is unknown", `{"why": "", "colour": 1}`, "/colour"},
		{"a key is unknown further in", `{"why": "", "cells": [{"question": "a"}, {"colour": 1}]}`, "/cells/1/colour"},
		{"a key is in other case", `{"Why": ""}`, "/Why"},
		{"a key is there twice", `{"why": "", "why": ""}`, "/why"},
		{"a value is of another kind", `{"why": 7}`, "/why"},
		{"a list is no list", `{"why": "", "cells": {}}`, "/cells"},
		{"it is no JSON", `why not`, ""},
		{"it is not UTF-8", "{\"why\": \"\xff\"}", "/why"},
		{"it is null", `null`, ""},
		{"a second document follows", `{"why": ""} {"why": ""}`, ""},
	} {
		t.Run(c.when, func(t *testing.T) {
			body := Sent[Return]{RawBody: []byte(c.raw)}
			at := "none"
			if wrong, ok := errors.AsType[*forms.DecodeError](body.decode()); ok {
				at = wrong.Pointer
			}
			if at != c.pointer {
				t.Errorf("it is wrong at %q, not %q", at, c.pointer)
			}
		})
	}
}

// What is read must come out as it went in, and what is not must say where.
func FuzzWhatIsSent(f *testing.F) {
	f.Add(`{"why": "because", "cells": [{"record": "r1", "question": "costs"}]}`)
	f.Add(`{"why": "\u0000", "why": 1}`)
	f.Add(`[{"why"`)
	f.Fuzz(func(t *testing.T, raw string) {
		body := Sent[Return]{RawBody: []byte(raw)}
		if err := body.decode(); err != nil {
			_, malformed := errors.AsType[*forms.DecodeError](err)
			if _, incomplete := errors.AsType[*workflow.Invalid](err); !malformed && !incomplete {
				t.Fatalf("%v has no place", err)
			}
			return
		}
		text, err := json.Marshal(body.sent)
		if err != nil {
			t.Fatal(err)
		}
		again := Sent[Return]{RawBody: text}
		if err := again.decode(); err != nil {
			t.Fatalf("%s was read once, and not again: %v", text, err)
		}
	})
}
