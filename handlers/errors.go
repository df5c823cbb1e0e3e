package handlers

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"

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
	errCross   = errors.New("this request came from another site, and was refused")
)

// A status is what an error becomes. Its own words are shown where they are for
// people; otherwise text stands in their place.
type status struct {
	is    func(error) bool
	code  int
	title string
	text  string
}

// statuses is the one place where an error turns into HTTP. What is not listed
// is ours to repair: it is logged once, and never shown.
var statuses = []status{
	{is(errSignedOut), http.StatusUnauthorized, "Please sign in", ""},
	{is(workflow.ErrSignIn), http.StatusUnauthorized, "Sign in", ""},
	{is(errTooMany), http.StatusTooManyRequests, "Too many attempts", ""},
	{is(errMethod), http.StatusMethodNotAllowed, "Not possible here", ""},
	{is(errForm), http.StatusBadRequest, "The form did not arrive whole", "Nothing of it was kept. Go back and send it again."},
	{is(errCross), http.StatusForbidden, "Refused", ""},
	{is(models.ErrNotFound), http.StatusNotFound, "Page not found", "There is nothing here, or nothing that you may see. Check the address, or start from the first page."},
	{as[*workflow.Withdrawn], http.StatusGone, "This edition was withdrawn", ""},
	{is(workflow.ErrForbidden), http.StatusForbidden, "You may not do this", "Ask a coordinator of your NCP, or the requester of the AHQ."},
	{is(workflow.ErrKeyReused), http.StatusConflict, "Sent twice", ""},
	{as[*workflow.Refusal], http.StatusConflict, "This cannot be done now", ""},
	{as[*workflow.Invalid], http.StatusUnprocessableEntity, "Something needs to be corrected", ""},
	{as[forms.Problems], http.StatusUnprocessableEntity, "Something needs to be corrected", ""},
	{is(models.ErrStale), http.StatusConflict, "Somebody else was faster", "This was changed while you had it open. Go back, reload the page and look at what it says now."},
	{is(models.ErrDuplicate), http.StatusConflict, "This exists already", "It was made before. Go back and look for it."},
	{is(models.ErrTooLarge), http.StatusRequestEntityTooLarge, "Too large", ""},
	{as[*http.MaxBytesError], http.StatusRequestEntityTooLarge, "Too large", "Send less at once: a file may have up to 30 MB."},
}

var unknown = status{
	code:  http.StatusInternalServerError,
	title: "Something went wrong on our side",
	text:  "It was noted down. Nothing that was saved is lost: go back, and try again in a moment.",
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
			if known.text == "" {
				known.text = wordsOf(err)
			}
			return known
		}
	}
	return unknown
}

// wordsOf is what an error of ours says to people.
func wordsOf(err error) string {
	if invalid, ok := errors.AsType[*workflow.Invalid](err); ok {
		return sentence(invalid.Text)
	}
	return sentence(err.Error())
}

// A problemPage says what did not work, and the way out.
type problemPage struct {
	Heading string
	Text    string
	SignIn  bool   // signing in again, beside this page, is the way out
	Instead string // where to read on; "" when there is no such place
}

// Title of the page.
func (p problemPage) Title() phrase { return plain(p.Heading) }

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
		c.String(http.StatusInternalServerError, unknown.title)
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
