package handlers

import (
	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// progressTold is how far something is that a page waits for.
type progressTold struct {
	Done  int    `json:"done"`
	All   int    `json:"all"`
	Ended bool   `json:"ended"`        // no more will come
	To    string `json:"to,omitempty"` // where to go on then
}

// An openProgress is a page that waits for something.
type openProgress struct {
	events
	s    *Server
	c    *gin.Context
	who  workflow.Actor
	far  func(models.Scope) (progressTold, error)
	told progressTold
}

// followProgress tells a page how far something is, as often as that changes.
func (s *Server) followProgress(c *gin.Context, watch *workflow.Watch, look func(models.Scope) (progressTold, error)) error {
	o := openProgress{events: s.events(c), s: s, c: c, who: actor(c), far: look}
	return s.follow(c, watch, &o, o.events)
}

func (o *openProgress) begin() error             { return o.look() }
func (o *openProgress) hear(models.Notice) error { return o.look() }

// still reads again who they are; what they may no longer see is not found.
func (o *openProgress) still() (err error) {
	if o.who, err = o.s.visitorNow(o.c); err == nil && o.who.Person.ID == "" {
		err = errSignedOut
	}
	return err
}

// look tells how far it is when that is not as it was.
func (o *openProgress) look() error {
	told, err := o.far(o.who.Scope())
	if err != nil || told == o.told {
		return err
	}
	o.told = told
	return o.send("progress", told)
}
