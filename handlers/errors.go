package handlers

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// Errors of the edge itself.
var (
	errTooMany = errors.New("too many attempts from here: wait a quarter of an hour and try again")
	errMethod  = errors.New("this address does not take that kind of request")
	errForm    = errors.New("the form did not arrive whole")
	errAddress = errors.New("this address holds bytes that are no characters")
	errCross   = errors.New("this request came from another site, and was refused")
)

// A status is what an error becomes. Its own words are shown where they are for
// people; otherwise text stands in their place.
type status struct {
	is    func(error) bool
	code  int
	title phrase
	text  phrase
}

// statuses is the one place where an error turns into HTTP. What is not listed
// is ours to repair: it is logged once, and never shown.
var statuses = []status{
	{is(errSignedOut), http.StatusUnauthorized, say("problem.sign_in"), say("problem.sign_in_text")},
	{is(workflow.ErrSignIn), http.StatusUnauthorized, say("problem.not_signed_in"), say("problem.not_signed_in_text")},
	{is(errTooMany), http.StatusTooManyRequests, say("problem.too_many"), say("problem.too_many_text")},
	{is(errMethod), http.StatusMethodNotAllowed, say("problem.method"), say("problem.method_text")},
	{is(errForm), http.StatusBadRequest, say("problem.half"), say("problem.half_text")},
	{is(errAddress), http.StatusBadRequest, say("problem.address"), say("problem.address_text")},
	{is(errCross), http.StatusForbidden, say("problem.refused"), phrase{}},
	{is(models.ErrNotFound), http.StatusNotFound, say("problem.not_found"), say("problem.not_found_text")},
	{as[*workflow.Withdrawn], http.StatusGone, say("problem.withdrawn"), phrase{}},
	{is(workflow.ErrRevoked), http.StatusGone, say("problem.calendar_revoked"), phrase{}},
	{is(workflow.ErrForbidden), http.StatusForbidden, say("problem.forbidden"), say("problem.forbidden_text")},
	{is(workflow.ErrKeyReused), http.StatusConflict, say("problem.twice"), phrase{}},
	{as[*workflow.Refusal], http.StatusConflict, say("problem.not_now"), phrase{}},
	{as[*workflow.Shortening], http.StatusConflict, say("problem.not_now"), phrase{}},
	{as[*workflow.Invalid], http.StatusUnprocessableEntity, say("problem.invalid"), phrase{}},
	{as[forms.Problems], http.StatusUnprocessableEntity, say("problem.invalid"), phrase{}},
	{is(models.ErrStale), http.StatusConflict, say("problem.stale"), say("problem.stale_text")},
	{is(models.ErrDuplicate), http.StatusConflict, say("problem.exists"), say("problem.exists_text")},
	{is(workflow.ErrUnwatchable), http.StatusServiceUnavailable, say("live.unwatchable"), phrase{}},
	{is(models.ErrTooLarge), http.StatusRequestEntityTooLarge, say("problem.too_large"), phrase{}},
	{as[*http.MaxBytesError], http.StatusRequestEntityTooLarge, say("problem.too_large"), say("problem.too_large_text")},
}

var unknown = status{
	code:  http.StatusInternalServerError,
	title: say("problem.unknown"),
	text:  say("problem.unknown_text"),
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

func as[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}

// statusOf finds an error in the table.
func statusOf(err error) status {
	for _, known := range statuses {
		if known.is(err) {
			if known.text.empty() {
				known.text = english(wordsOf(err))
			}
			return known
		}
	}
	return unknown
}

// wordsOf is what an error of ours says to people.
func wordsOf(err error) string {
	var said []string
	for _, one := range workflow.Invalids(err) {
		said = append(said, sentence(one.Text))
	}
	if said == nil {
		return sentence(err.Error())
	}
	return strings.Join(said, " ")
}

// A problemPage says what did not work, and the way out.
type problemPage struct {
	Heading phrase
	Text    phrase
	SignIn  bool   // signing in again, beside this page, is the way out
	Instead string // where to read on; "" when there is no such place
}

// Title of the page.
func (p problemPage) Title() phrase { return p.Heading }

// fail answers with an error. Who is signed out and only wanted to read is shown
// the way in; who sent a form keeps it: the browser sends it again.
func (s *Server) fail(c *gin.Context, err error) {
	found := statusOf(err)
	if found.code == http.StatusInternalServerError {
		s.Log.Error("request failed", "method", c.Request.Method, "route", c.FullPath(), "error", err)
	}
	reading := c.Request.Method == http.MethodGet || c.Request.Method == http.MethodHead
	if errors.Is(err, errSignedOut) && reading {
		s.toSignIn(c)
		return
	}
	page := problemPage{Heading: found.title, Text: found.text, SignIn: errors.Is(err, errSignedOut)}
	if withdrawn, ok := errors.AsType[*workflow.Withdrawn](err); ok && withdrawn.Next != "" {
		page.Instead = "/editions/" + string(withdrawn.Next) + "/preview"
	}
	if err := s.html(c, found.code, "problem", page); err != nil {
		s.Log.Error("problem page failed", "error", err)
		c.String(http.StatusInternalServerError, http.StatusText(http.StatusInternalServerError))
	}
}

// recoverPanic turns a panic into the page for our own mistakes.
func (s *Server) recoverPanic(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil {
			s.fail(c, fmt.Errorf("panic: %v\n%s", r, debug.Stack()))
			c.Abort()
		}
	}()
	c.Next()
}
