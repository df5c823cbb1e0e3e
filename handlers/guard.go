package handlers

import (
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/handlers/api"
	"ahq/models"
	"ahq/workflow"
)

// errSignedOut is a request that needs somebody, from nobody.
var errSignedOut = errors.New("please sign in")

// A subject is what a request is about, as far as its path says: an AHQ, or a
// response and its AHQ. Parts are what the actor is to it.
type subject struct {
	AHQ      models.AHQ
	Response models.Response
	ReplyBy  string            // the day that holds for the response
	Names    map[string]string // of participants, by code
	Parts    []workflow.Part
}

// May says whether the actor may do this to the subject.
func (s subject) May(act workflow.Act) bool { return workflow.May(act, s.Parts) }

// Keys of what the guard leaves in the request for handlers.
const (
	actorKey   = "actor"
	subjectKey = "subject"
)

// page puts the guard before a handler, and the table of errors behind it.
func (s *Server) page(r route) gin.HandlerFunc {
	return func(c *gin.Context) {
		err := s.guard(c, r.act)
		if err == nil && c.Request.Method == http.MethodPost {
			_, err = posted(c)
			who := actor(c)
			who.Form = onceOf(c)
			c.Set(actorKey, who)
		}
		if err == nil {
			err = r.handle(s, c)
		}
		if err != nil {
			s.fail(c, err)
		}
	}
}

// guard finds out who asks and what about, and refuses those who may not. What
// is outside their scope does not exist.
func (s *Server) guard(c *gin.Context, act workflow.Act) error {
	who, err := s.visitor(c)
	if err != nil {
		return err
	}
	c.Set(actorKey, who)
	if err := readableURL(c.Request.URL); err != nil {
		return err
	}
	if act == public {
		return nil
	}
	if who.Person.ID == "" {
		return errSignedOut
	}
	about, err := s.find(c, who)
	if err != nil {
		return err
	}
	c.Set(subjectKey, about)
	if act != signedIn && !about.May(act) {
		return workflow.ErrForbidden
	}
	return nil
}

// readableURL says whether an address can be made sense of at all, before anybody
// looks at what it asks for.
func readableURL(u *url.URL) error {
	if !api.PlainText(u.Path) {
		return models.ErrNotFound // no id holds such a thing
	}
	for name, values := range u.Query() {
		if slices.ContainsFunc(append(values, name), func(text string) bool { return !api.PlainText(text) }) {
			return errAddress
		}
	}
	return nil
}

// find reads what the path names.
func (s *Server) find(c *gin.Context, who workflow.Actor) (about subject, err error) {
	ctx, scope := c.Request.Context(), who.Scope()
	response, ahq := models.ResponseID(c.Param("response")), models.AHQID(c.Param("ahq"))
	switch {
	case response != "":
		var stands models.Standing
		stands, err = s.Store.Standing(ctx, scope, response)
		about = subject{AHQ: stands.AHQ, Response: stands.Response, ReplyBy: stands.Due, Names: stands.Names}
		about.Parts = who.PartsIn(about.AHQ, about.Response)
	case ahq != "":
		about.AHQ, err = s.Store.AHQ(ctx, scope, ahq)
		about.Parts = who.PartsInAHQ(about.AHQ)
	default:
		about.Parts = who.Parts()
	}
	return about, err
}

// actor is who asks; the zero Actor is the public.
func actor(c *gin.Context) workflow.Actor {
	who, _ := c.Get(actorKey)
	a, _ := who.(workflow.Actor)
	return a
}

// about is what the request is about.
func about(c *gin.Context) subject {
	what, _ := c.Get(subjectKey)
	s, _ := what.(subject)
	return s
}

// noPage answers an address that we do not have.
func (s *Server) noPage(c *gin.Context) error {
	if c.Writer.Status() == http.StatusMethodNotAllowed {
		return errMethod
	}
	return models.ErrNotFound
}
