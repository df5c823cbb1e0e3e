package api

import (
	"errors"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"ahq/workflow"
)

// formType is how a file arrives.
const formType = "multipart/form-data"

// uploadField is what the file is called in its form.
const uploadField = "file"

// An Upload is the file that a request brings. Its bytes are read as they
// arrive, and only when the act has found that they may be kept.
type Upload struct {
	file workflow.File
	err  error
}

// Resolve finds the file, for huma, which would read all of it first.
func (u *Upload) Resolve(c huma.Context) []error {
	u.err = u.find(humagin.Unwrap(c).Request)
	return nil
}

func (u *Upload) find(r *http.Request) error {
	form, err := r.MultipartReader()
	if err != nil {
		return &edgeError{code: http.StatusBadRequest, text: "send the file as " + formType + " with its boundary, in the field " + uploadField}
	}
	part, err := form.NextPart()
	switch {
	case errors.Is(err, io.EOF):
		return &workflow.Invalid{Pointer: "/" + uploadField, Text: "there is no file in this form: put one into the field " + uploadField}
	case err != nil:
		return arrived(err)
	case part.FormName() != uploadField:
		return &workflow.Invalid{Pointer: "/" + uploadField, Text: "there is no such field here: put the file, and nothing before it, into the field " + uploadField}
	}
	u.file = workflow.File{Name: part.FileName(), MediaType: part.Header.Get("Content-Type"), Body: arriving{part}}
	return nil
}

func (u *Upload) decode() error { return u.err }

func (*Upload) describe(huma.Registry) map[string]*huma.MediaType {
	file := binary()
	file.Description = "At most 20 MB, with its file name"
	return map[string]*huma.MediaType{formType: {Schema: &huma.Schema{
		Type: huma.TypeObject, Properties: map[string]*huma.Schema{uploadField: file}, Required: []string{uploadField},
	}}}
}

// arriving is a file on its way.
type arriving struct{ io.Reader }

// Read reads on, or says that the sender broke off.
func (a arriving) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = arrived(err)
	}
	return n, err
}

// arrived says why a form did not arrive whole.
func arrived(err error) error {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return &edgeError{code: http.StatusRequestEntityTooLarge, text: "this is too large: a file has at most 20 MB"}
	}
	return &edgeError{code: http.StatusBadRequest, text: "the form did not arrive whole, and nothing of it was kept: send it again"}
}
