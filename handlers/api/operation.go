package api

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"ahq/workflow"
)

// An Operation is one thing that programs can ask for: where, who may, and who
// answers.
type Operation struct {
	Method   string
	Path     string // "/ahqs/{ahq}", behind Prefix
	Act      workflow.Act
	Summary  string
	register func(*api, Operation)
}

// Who may ask when no act decides.
const (
	Anybody  workflow.Act = "anybody"
	SignedIn workflow.Act = "signed in" // what they see is their scope
)

// Operations is all that the API can do.
func Operations() []Operation { return slices.Clone(operations) }

// largestBody is what is read of a request, in bytes. The heaviest response seen
// has 110 KB.
const largestBody = 16 << 20

// on makes an operation of a method: what was sent is read before it, and what
// went wrong is told after it.
func on[I, O any](do func(*api, context.Context, workflow.Actor, *I) (*O, error)) func(*api, Operation) {
	return func(a *api, o Operation) {
		op := a.describe(o)
		body, takesBody := any(new(I)).(bringing)
		if takesBody {
			op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{}}
		}
		if made, ok := any(new(O)).(interface{ status() int }); ok {
			op.DefaultStatus = made.status()
		}
		if file, ok := any(new(O)).(interface {
			describe(huma.Registry) *huma.Response
		}); ok {
			op.Responses["200"] = file.describe(a.huma.OpenAPI().Components.Schemas)
		}
		huma.Register(a.huma, op, func(ctx context.Context, in *I) (*O, error) {
			if err := read(in); err != nil {
				return nil, a.problem(ctx, err)
			}
			out, err := do(a, ctx, requestOf(ctx).by, in)
			if err != nil {
				return nil, a.problem(ctx, err)
			}
			return out, nil
		})
		if takesBody { // huma would read by it, if it knew it before
			op.RequestBody.Content = body.describe(a.huma.OpenAPI().Components.Schemas)
		}
	}
}

// read what a request brings, if it brings anything.
func read(in any) error {
	if body, ok := in.(bringing); ok {
		return body.decode()
	}
	return nil
}

// describe is an operation as OpenAPI has it, without what is taken and given.
func (a *api) describe(o Operation) huma.Operation {
	words := strings.FieldsFunc(o.Path, func(r rune) bool { return strings.ContainsRune("/{}", r) })
	op := huma.Operation{
		OperationID:                  strings.Join(append([]string{strings.ToLower(o.Method)}, words...), "-"),
		Method:                       o.Method,
		Path:                         o.Path,
		Summary:                      o.Summary,
		Description:                  "For " + whoMay(o.Act) + ".",
		Tags:                         words[:1],
		MaxBodyBytes:                 largestBody,
		SkipValidateBody:             true, // what is sent is read strictly, and judged by forms
		RejectUnknownQueryParameters: true,
		Middlewares:                  huma.Middlewares{a.guard(o)},
		Responses:                    map[string]*huma.Response{"default": a.described()},
	}
	if o.Act == Anybody {
		op.Security = []map[string][]string{{}}
	}
	if o.Method != http.MethodGet {
		op.Parameters = append(op.Parameters, idempotencyKey())
	}
	return op
}

// whoMay says for whom an act is.
func whoMay(act workflow.Act) string {
	if act == Anybody {
		return "anybody"
	}
	if act == SignedIn {
		return "all who are signed in, as far as they may see"
	}
	var who []string
	for _, part := range []workflow.Part{
		workflow.Coordinator, workflow.Contributor, workflow.Reader, workflow.Requester, workflow.StandIn,
		workflow.Compiler, workflow.Administrator,
	} {
		if workflow.May(act, []workflow.Part{part}) {
			who = append(who, string(part))
		}
	}
	return strings.Join(who, ", ")
}
