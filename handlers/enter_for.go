package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// An enterForPage lets the requester enter an answer that came by mail or Word.
type enterForPage struct {
	Head       ahqHead
	Action     string
	NCPs       []choice
	Complaints complaints
}

// Title of the page.
func (p enterForPage) Title() phrase {
	return p.Complaints.title(say("enter.title", "Topic", p.Head.Topic))
}

func (s *Server) enterForPage(c *gin.Context) error {
	return s.showEnterFor(c, http.StatusOK, c.Query("ncp"), nil)
}

func (s *Server) showEnterFor(c *gin.Context, code int, ncp string, said complaints) error {
	ctx := c.Request.Context()
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	addressees, err := s.Store.Addressees(ctx, d.Who.Scope(), d.AHQ.ID)
	if err != nil {
		return err
	}
	responses, err := s.Store.Responses(ctx, d.Who.Scope(), d.AHQ.ID)
	if err != nil {
		return err
	}
	progress, err := s.Store.Progress(ctx, d.Who.Scope(), d.AHQ.ID)
	if err != nil {
		return err
	}
	return s.html(c, code, "enter-for", enterForPage{
		Head: d.head(d.home()), Action: d.URL("enter-for"),
		NCPs: chosen(d.enterable(addressees, byNCP(responses), progress), ncp), Complaints: said,
	})
}

// enterable are the NCPs that have not begun, and are not the actor's own.
func (d ahqDesk) enterable(addressees []models.Addressee, responses map[string]models.Response, progress map[models.ResponseID]models.Progress) []choice {
	var all []choice
	for _, x := range addressees {
		own := d.Who.Is(x.NCP, models.Coordinator, models.Contributor, models.Reader)
		r, ok := responses[x.NCP]
		if !own && (!ok || !begun(r, progress[r.ID])) {
			all = append(all, choice{Value: x.NCP, Text: plain(x.Name)})
		}
	}
	return all
}

// enterFor marks the response, and leads to where its answers are written.
func (s *Server) enterFor(c *gin.Context) error {
	ncp := c.PostForm("ncp")
	r, err := s.Flow.EnterForNCP(c.Request.Context(), actor(c), about(c).AHQ.ID, ncp)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showEnterFor(c, code, ncp, said)
	}
	return s.done(c, responseURL(r.ID), say("notice.entering"))
}
