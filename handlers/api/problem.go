package api

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"ahq/forms"
	"ahq/workflow"
)

// An edgeError is a request that is refused before anybody looked at what it is
// about.
type edgeError struct {
	code    int
	pointer string // into what was sent, "" for the request as a whole
	text    string
}

func (e *edgeError) Error() string { return e.text }

// Errors of the edge itself.
var (
	errSignedOut = &edgeError{code: http.StatusUnauthorized, text: "sign in, or send a token: Authorization: Bearer ahq_..."}
	errScheme    = &edgeError{code: http.StatusUnauthorized, text: "send a token as Authorization: Bearer ahq_..., or nothing to use a session"}
	errToken     = &edgeError{code: http.StatusUnauthorized, text: "this token is unknown, revoked or has expired: make a new one"}
	errUnmatched = &edgeError{code: http.StatusPreconditionFailed, text: "this has changed since: read it again, and send its ETag as If-Match"}
	errNoTag     = &edgeError{code: http.StatusPreconditionFailed, text: "this If-Match is no ETag of ours: read it again, and send its ETag as it was given"}
	errNoMatch   = &edgeError{code: http.StatusPreconditionRequired, text: "say which state this starts from: send its ETag as If-Match"}
)

// Details are what went wrong, as RFC 9457 has it.
type Details struct {
	Type     string        `json:"type"`
	Title    string        `json:"title"`
	Status   int           `json:"status"`
	Detail   string        `json:"detail" doc:"What is wrong, and what to do about it"`
	Instance string        `json:"instance" doc:"The path that was asked for"`
	Errors   []Complaint   `json:"errors,omitempty" doc:"All that is wrong, one by one"`
	Yours    *forms.Answer `json:"yours,omitempty" doc:"Of a stale cell: the text that was not saved"`
	Theirs   *Cell         `json:"theirs,omitempty" doc:"Of a stale cell: what stands there now, with its version"`
}

// A Complaint is one thing that is wrong.
type Complaint struct {
	Pointer  string         `json:"pointer,omitempty" doc:"RFC 6901, into what was sent, or into the content of the response"`
	At       string         `json:"at,omitempty" doc:"The place in words: records[2].costs, or a parameter"`
	Record   string         `json:"record,omitempty"`
	Rule     forms.Rule     `json:"rule,omitempty"`
	Severity forms.Severity `json:"severity,omitempty" enum:"error,warning,note"`
	Detail   string         `json:"detail"`
}

func (d *Details) Error() string { return d.Detail }

// GetStatus tells huma which status to answer with.
func (d *Details) GetStatus() int { return d.Status }

// ContentType tells huma what to call it.
func (d *Details) ContentType(string) string { return "application/problem+json" }

// problem is an error for programs. One that is ours to repair is logged, here
// and nowhere else, and never shown.
func (a *api) problem(ctx context.Context, err error) *Details {
	path := requestOf(ctx).path
	code := a.codeOf(err)
	if code == http.StatusInternalServerError {
		a.Log.Error("request failed", "path", path, "error", err)
		return details(code, path, "something went wrong on our side, and was noted down: try again in a moment")
	}
	d := details(code, path, err.Error())
	d.explain(err)
	return d
}

func (a *api) codeOf(err error) int {
	if edge, ok := errors.AsType[*edgeError](err); ok {
		return edge.code
	}
	if _, ok := errors.AsType[*forms.DecodeError](err); ok {
		return http.StatusBadRequest
	}
	return a.Config.Status(err)
}

func details(code int, path, text string) *Details {
	return &Details{Type: "about:blank", Title: http.StatusText(code), Status: code, Detail: text, Instance: path}
}

// explain says one by one what is wrong.
func (d *Details) explain(err error) {
	if edge, ok := errors.AsType[*edgeError](err); ok && edge.pointer != "" {
		d.Errors = []Complaint{{Pointer: edge.pointer, Detail: edge.text}}
	}
	if decode, ok := errors.AsType[*forms.DecodeError](err); ok {
		d.Errors = []Complaint{{Pointer: decode.Pointer, Detail: decode.Text}}
	}
	if invalids := workflow.Invalids(err); len(invalids) > 0 {
		var said []string
		for _, one := range invalids {
			d.Errors = append(d.Errors, Complaint{Pointer: one.Pointer, Detail: one.Text})
			said = append(said, one.Text)
		}
		d.Detail = strings.Join(said, "; ")
	}
	if problems, ok := errors.AsType[forms.Problems](err); ok {
		for _, p := range problems {
			d.Errors = append(d.Errors, Complaint{p.Pointer, p.At, p.Record, p.Rule, p.Severity, p.Text})
		}
	}
	if stale, ok := errors.AsType[*workflow.StaleCell](err); ok {
		theirs := cellOf(stale.Theirs)
		d.Yours, d.Theirs = &stale.Yours, &theirs
	}
}

// own puts huma's own complaints, about parameters and missing bodies, into our
// form.
func own(c huma.Context, _ string, v any) (any, error) {
	theirs, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	d := details(theirs.Status, requestOf(c.Context()).path, theirs.Detail)
	var said []string
	for _, e := range theirs.Errors {
		d.Errors = append(d.Errors, Complaint{At: e.Location, Detail: e.Message})
		said = append(said, e.Location+": "+e.Message)
	}
	if len(said) > 0 {
		d.Detail = strings.Join(said, "; ")
	}
	return d, nil
}
