package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A responsePage is the list of what there is to do in a response.
type responsePage struct {
	Desk          deskHead
	Live          liveView
	Notes         []remark // what happened to it
	Threads       *link    // questions to its answers that are open
	Shows         []link   // the states to look at; none where there are few tasks
	Jumps         []link   // to the sections, where there are several
	Once          *task
	Sections      []section
	Deleted       []task
	Done, All     int    // tasks
	Organisations string // one a line
	Attachments   []file
	Base          string
	Editable      bool
	ReadOnly      phrase // why nothing can be changed
	CanSubmit     bool
	Acts          []link
	Receipt       bool
	Complaints    complaints // none: the form that reads a file in comes back on a page of its own
}

// A remark is something that happened, and why.
type remark struct {
	Heading, Text phrase
	Tone          string
}

// A file is an attachment with where to get it.
type file struct {
	ID, URL, Name string
	Size          phrase
	Read          string // what it proposes for the draft; "" where nothing is read out of it
}

// Title of the page.
func (p responsePage) Title() phrase {
	return say("response.title", "NCP", p.Desk.NCP, "Topic", p.Desk.Topic)
}

func (s *Server) response(c *gin.Context) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	if err := s.opened(c, d); err != nil {
		return err
	}
	ctx, scope := c.Request.Context(), actor(c).Scope()
	deleted, err := s.deleted(ctx, scope, d)
	if err != nil {
		return err
	}
	attached, err := s.Store.ResponseAttachments(ctx, scope, d.Response.ID)
	if err != nil {
		return err
	}
	page := d.responsePage(d.taskList(deleted, seenOf(c)))
	page.Attachments = d.files(attached)
	if err := s.said(c, &d); err != nil {
		return err
	}
	page.Threads = openLink(d.said.all)
	if err := s.fillExpected(c, d, &page); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "response", page)
}

func (d desk) responsePage(list taskList) responsePage {
	return responsePage{
		Live: d.live(nil),
		Desk: d.head(link{URL: "/", Text: say("nav.home")}), Notes: d.remarks(),
		Shows: list.shows(d.URL()), Jumps: list.jumps(), Once: list.once, Sections: list.sections, Deleted: list.deleted,
		Done: list.complete(), All: len(list.all),
		Organisations: joinLines(d.Response.Organisations), Base: d.URL(),
		Editable: d.Editable(), ReadOnly: d.whyReadOnly(sheet{}),
		CanSubmit: d.Can(workflow.Submit), Acts: d.acts(), Receipt: d.Response.InForce > 0,
	}
}

// opened notes that somebody of the NCP has looked at it for the first time.
func (s *Server) opened(c *gin.Context, d desk) error {
	own := actor(c).Is(d.Response.NCP, models.Coordinator, models.Contributor, models.Reader)
	if d.Response.OpenedAt != nil || !own {
		return nil
	}
	return s.Flow.Opened(c.Request.Context(), actor(c), d.Response.ID)
}

// remarks tell what happened to a response that its NCP should know.
func (d desk) remarks() []remark {
	r, asks := d.Response, d.requester()
	var all []remark
	add := func(holds bool, heading, text phrase, tone string) {
		if holds {
			all = append(all, remark{heading, text, tone})
		}
	}
	add(r.ReturnedAt != nil, say("response.returned", "Requester", asks), plain(r.ReturnedWhy), urgent)
	add(r.AmendedWhy != "" && r.State == models.Draft, say("response.amended"), plain(r.AmendedWhy), going)
	add(r.DeclinedAt != nil, say("response.declined"), say("response.declined_word", "Word", r.DeclinedWord), quiet)
	add(r.Entered, say("response.entered", "Requester", asks), say("response.entered_why", "NCP", d.Names[r.NCP]), going)
	add(d.AHQ.State == models.Closed && r.State == models.Draft && r.Delivered == 0, say("response.closed"), say("response.closed_why", "Requester", asks), urgent)
	add(d.AHQ.State == models.Cancelled, say("response.cancelled"), plain(d.AHQ.CancelledWhy), urgent)
	return all
}
