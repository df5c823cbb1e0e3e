package api

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"ahq/workflow"
)

// longestKey is how long an Idempotency-Key can be.
const longestKey = 200

// A request is who asks, and where.
type request struct {
	by   workflow.Actor
	path string
}

// requestKey is where a request is kept in its context.
type requestKey struct{}

func requestOf(ctx context.Context) request {
	r, _ := ctx.Value(requestKey{}).(request)
	return r
}

// guard finds out who asks, and refuses nobody where somebody is needed. What
// they see is narrowed by their scope, and what they may do is judged by the act
// itself, inside its transaction.
func (a *api) guard(o Operation) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		r := request{path: path(c)}
		defer a.recoverPanic(c, r)
		c.SetHeader("Cache-Control", "no-store")
		var err error
		if r.by, err = a.actor(c); err == nil && r.by.Person.ID == "" && o.Act != Anybody {
			err = errSignedOut
		}
		if err == nil {
			err = readable(c)
		}
		c = huma.WithValue(c, requestKey{}, r)
		if err != nil {
			a.refuse(c, err)
			return
		}
		next(c)
	}
}

// actor is who a token acts for, or else whom the session belongs to.
func (a *api) actor(c huma.Context) (by workflow.Actor, err error) {
	if given := c.Header("Authorization"); given != "" {
		by, err = a.bearer(c.Context(), given)
	} else {
		by, err = a.Actor(humagin.Unwrap(c))
	}
	if err != nil || c.Method() == http.MethodGet {
		return by, err
	}
	if by.Key = c.Header("Idempotency-Key"); len(by.Key) > longestKey || !PlainText(by.Key) {
		return by, &edgeError{code: http.StatusBadRequest, text: fmt.Sprintf("an Idempotency-Key has at most %d bytes of UTF-8", longestKey)}
	}
	return by, nil
}

func (a *api) bearer(ctx context.Context, given string) (workflow.Actor, error) {
	scheme, secret, _ := strings.Cut(given, " ")
	if !strings.EqualFold(scheme, "bearer") {
		return workflow.Actor{}, errScheme
	}
	by, err := a.Flow.BearerActor(ctx, strings.TrimSpace(secret))
	if a.Config.Status(err) == http.StatusUnauthorized {
		return workflow.Actor{}, errToken
	}
	return by, err
}

// refuse answers before an operation was reached.
func (a *api) refuse(c huma.Context, err error) {
	p := a.problem(c.Context(), err)
	if p.Status == http.StatusUnauthorized {
		c.SetHeader("WWW-Authenticate", `Bearer realm="ahq"`)
	}
	c.SetHeader("Content-Type", p.ContentType(""))
	c.SetStatus(p.Status)
	if err := writeJSON(c.BodyWriter(), p); err != nil {
		a.Log.Error("problem was not sent", "path", p.Instance, "error", err)
	}
}

// recoverPanic turns a panic into the problem for our own mistakes.
func (a *api) recoverPanic(c huma.Context, r request) {
	if p := recover(); p != nil {
		a.refuse(huma.WithValue(c, requestKey{}, r), fmt.Errorf("panic: %v\n%s", p, debug.Stack()))
	}
}

func path(c huma.Context) string {
	u := c.URL()
	return u.EscapedPath()
}
