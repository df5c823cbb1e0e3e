package api

import (
	"io"
	"mime"
	"net/http"
	"reflect"

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

	// Accepted is worked on, and has an address to see how far it is.
	Accepted[T any] struct {
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

	// DraftFile is a File of a draft.
	DraftFile File

	// Streamed is a file that somebody sent us, passed on as it is read. It is
	// never called what they call it: a browser must not show it in place.
	Streamed struct {
		ContentType        string `header:"Content-Type"`
		ContentDisposition string `header:"Content-Disposition"`
		ContentLength      int64  `header:"Content-Length"`
		Body               func(huma.Context)
	}
)

func plain[T any](body T) *Plain[T] { return &Plain[T]{Body: body} }

func made[T any](body T, location ...string) *Made[T] {
	return &Made[T]{Location: at(location...), Body: body}
}

func (*Made[T]) status() int { return http.StatusCreated }

func (*Accepted[T]) status() int { return http.StatusAccepted }

func file(name, media string, body []byte) *File {
	return &File{ContentType: media, ContentDisposition: disposition(name), Body: body}
}

// disposition tells a browser to save a file, and under which name.
func disposition(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}

// streamed is a file on its way, from where it lies to who asked for it.
func (a *api) streamed(name string, size int64, from io.ReadCloser) *Streamed {
	return &Streamed{
		ContentType: rawType, ContentDisposition: disposition(name), ContentLength: size,
		Body: func(c huma.Context) {
			defer from.Close() //nolint:errcheck // it was only read
			c.SetStatus(http.StatusOK)
			if _, err := io.Copy(c.BodyWriter(), from); err != nil {
				a.Log.Warn("file was not sent whole", "path", path(c), "error", err)
			}
		},
	}
}

func (*File) describe(r huma.Registry) *huma.Response { return inFormats(r, workflow.Formats()) }

func (*DraftFile) describe(r huma.Registry) *huma.Response {
	return inFormats(r, workflow.DraftFormats())
}

// inFormats is a file in each of its formats.
func inFormats(schemas huma.Registry, formats []workflow.FileFormat) *huma.Response {
	r := &huma.Response{Description: "The file", Content: map[string]*huma.MediaType{}}
	for _, f := range formats {
		schema := binary()
		if f.Format == workflow.JSON {
			schema = schemas.Schema(reflect.TypeFor[workflow.EditionData](), true, "EditionData")
		}
		r.Content[f.Media] = &huma.MediaType{Schema: schema}
	}
	return r
}

func (*Streamed) describe(huma.Registry) *huma.Response {
	return &huma.Response{Description: "The file", Content: map[string]*huma.MediaType{rawType: {Schema: binary()}}}
}

func binary() *huma.Schema { return &huma.Schema{Type: huma.TypeString, Format: "binary"} }
