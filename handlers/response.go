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
	Notes         []remark // what happened to it
	Once          *task
	Sections      []section
	Deleted       []task
	Done, All     int // tasks
	Problems      phrase
	Organisations string // one a line
	Attachments   []file
	Base          string
	Editable      bool
	ReadOnly      string // why nothing can be changed
	CanSubmit     bool
	Acts          []link
	Receipt       bool
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
}

// Title of the page.
func (p responsePage) Title() phrase { return plain(p.Desk.NCP + ": " + p.Desk.Topic) }

func (s *Server) response(c *gin.Context) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	if err := s.opened(c, d); err != nil {
		return err
	}
	page := d.responsePage()
	ctx, scope := c.Request.Context(), actor(c).Scope()
	deleted, err := s.deleted(ctx, scope, d)
	if err != nil {
		return err
	}
	page.Deleted = d.deletedTasks(deleted)
	attached, err := s.Store.ResponseAttachments(ctx, scope, d.Response.ID)
	if err != nil {
		return err
	}
	page.Attachments = files(attached)
	return s.html(c, http.StatusOK, "response", page)
}

func (d desk) responsePage() responsePage {
	page := responsePage{
		Desk: d.head(link{URL: "/", Text: plain("Home")}), Notes: d.remarks(),
		Once: d.once(), Sections: d.sections(), Problems: inWords(d.Report.Problems),
		Organisations: joinLines(d.Response.Organisations), Base: d.URL(),
		Editable: d.Editable(), ReadOnly: d.whyReadOnly(sheet{}),
		CanSubmit: d.Can(workflow.Submit), Acts: d.acts(), Receipt: d.Response.InForce > 0,
	}
	page.Done, page.All = progress(page)
	return page
}

// progress counts the tasks that are complete.
func progress(p responsePage) (done, all int) {
	add := func(t task) {
		all++
		if t.State.Tone == complete.Tone {
			done++
		}
	}
	if p.Once != nil {
		add(*p.Once)
	}
	for _, s := range p.Sections {
		for _, t := range s.Tasks {
			add(t)
		}
	}
	return done, all
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
	r := d.Response
	var all []remark
	add := func(holds bool, heading, text, tone string) {
		if holds {
			all = append(all, remark{plain(heading), plain(text), tone})
		}
	}
	add(r.ReturnedAt != nil, "Returned by "+d.requester(), r.ReturnedWhy, urgent)
	add(r.AmendedWhy != "" && r.State == models.Draft, "Being amended", r.AmendedWhy, going)
	add(r.DeclinedAt != nil, "Marked as nothing to report", r.DeclinedWord+". Saving an answer undoes this.", quiet)
	add(r.Entered, "Entered by "+d.requester(), "The requester writes this response on behalf of "+d.Names[r.NCP]+".", going)
	add(d.AHQ.State == models.Closed && r.State == models.Draft && r.Delivered == 0, "This AHQ is closed",
		"A first answer is no longer accepted. Ask "+d.requester()+" to reopen it.", urgent)
	add(d.AHQ.State == models.Cancelled, "This AHQ was cancelled", d.AHQ.CancelledWhy, urgent)
	return all
}
