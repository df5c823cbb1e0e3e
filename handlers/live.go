package handlers

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A liveView is where an open page hears of others, and says where it is.
type liveView struct {
	Events, Here string
}

// live is for a page of the response: a record's, that of the questions asked
// once ("") or the list of all parts (nil).
func (d desk) live(record *string) liveView {
	shown := url.Values{}
	if record != nil {
		shown.Set("record", *record)
	}
	if d.Editable() {
		shown.Set("editable", "yes")
	}
	return liveView{d.URL("live") + "?" + shown.Encode(), d.URL("here")}
}

// An openResponse is a page of a response that somebody has open.
type openResponse struct {
	events
	s        *Server
	c        *gin.Context
	in       speech
	who      workflow.Actor
	about    subject
	page     string   // as it calls itself
	record   *string  // as in desk.live
	editable bool     // as it was shown
	here     hereTold // as it was last told
}

// live tells an open page who else is here, and what they do.
func (s *Server) live(c *gin.Context) error {
	o := openResponse{
		s: s, c: c, who: actor(c), about: about(c), in: s.texts.in(s.texts.of(c.GetHeader("Accept-Language"))),
		page: c.Query("page"), editable: c.Query("editable") == "yes",
	}
	if record, ok := c.GetQuery("record"); ok {
		o.record = &record
	}
	watch, err := s.Flow.WatchResponse(o.who, o.about.Response)
	if err != nil {
		return err
	}
	o.events = s.events(c)
	return s.follow(c, watch, &o, o.events)
}

// visit takes in where somebody is.
func (s *Server) visit(c *gin.Context) error {
	about, who, record := about(c), actor(c), c.PostForm("record")
	v := workflow.Visit{
		Page: c.PostForm("page"), Place: workflow.Place{Record: record, Question: c.PostForm("cell")}, Gone: c.PostForm("gone") != "",
	}
	if record != "" && !v.Gone {
		heading, err := s.heading(c.Request.Context(), who.Scope(), about.Response.ID, record)
		if err != nil {
			return err
		}
		v.Called = heading
	}
	if err := s.Flow.Visit(c.Request.Context(), who, about.AHQ, about.Response, v); err != nil {
		return err
	}
	c.Status(http.StatusNoContent)
	return nil
}

// heading is the first line of a record's; "" when it has none.
func (s *Server) heading(ctx context.Context, in models.Scope, id models.ResponseID, record string) (string, error) {
	cells, err := s.Store.Cells(ctx, in, id, record)
	i := slices.IndexFunc(cells, func(c models.Cell) bool { return c.Question == headingQuestion.ID })
	if err != nil || i < 0 {
		return "", err
	}
	return shortened(cells[i].Text, 60), nil
}

// still reads again who they are and what they may see.
func (o *openResponse) still() error {
	who, err := o.s.visitorNow(o.c)
	if err != nil {
		return err
	}
	about, err := o.s.find(o.c, who)
	if err != nil {
		return err
	}
	if who.Person.ID == "" || !about.May(workflow.SeeDraft) {
		return fmt.Errorf("following a response: %w", workflow.ErrForbidden)
	}
	o.who, o.about = who, about
	return nil
}

// begin tells how things are, for what happened before the line was open.
func (o *openResponse) begin() error {
	if err := o.now(); err != nil {
		return err
	}
	return o.look()
}

func (o *openResponse) hear(n models.Notice) error {
	switch n.Act {
	case models.Here, models.Gone:
		return o.look()
	case workflow.Missed:
		if err := o.still(); err != nil {
			return err
		}
		return o.begin()
	default:
		return o.happened(n)
	}
}

// locked says whether nothing can be written there now.
func (o *openResponse) locked() bool { return !desk{subject: o.about}.Editable() }
