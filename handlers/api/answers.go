package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"ahq/workflow"
)

// The ways to answer.
type (
	// Plain is just what was asked for.
	Plain[T any] struct{ Body T }

	// Tagged can be changed by who sends its ETag back.
	Tagged[T any] struct {
		ETag string `header:"ETag"`
		Body T
	}

	// Made is new, and has an address.
	Made[T any] struct {
		Location string `header:"Location"`
		Body     T
	}

	// Paged is one page of many; its Link leads to the next.
	Paged[T any] struct {
		Link string `header:"Link"`
		Body T
	}

	// Done says only that it was done.
	Done struct{}

	// File is a file to be saved.
	File struct {
		ContentType        string `header:"Content-Type"`
		ContentDisposition string `header:"Content-Disposition"`
		Body               []byte
	}
)

func plain[T any](body T) *Plain[T] { return &Plain[T]{Body: body} }

func made[T any](body T, location ...string) *Made[T] {
	return &Made[T]{Location: at(location...), Body: body}
}

func (*Made[T]) status() int { return http.StatusCreated }

// describe is a file in each of its formats.
func (*File) describe() *huma.Response {
	r := &huma.Response{Description: "The file", Content: map[string]*huma.MediaType{}}
	for _, format := range fileFormats {
		schema := &huma.Schema{Type: huma.TypeString, Format: "binary"}
		if format == workflow.JSON {
			schema = &huma.Schema{Type: huma.TypeObject}
		}
		r.Content[mediaType(format)] = &huma.MediaType{Schema: schema}
	}
	return r
}
