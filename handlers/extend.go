package handlers

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An extendPage sets another reply-by date, for all or for one NCP.
type extendPage struct {
	Head       ahqHead
	Action     string
	Day        string
	NCPs       []choice
	Complaints complaints
}

// Title of the page.
func (p extendPage) Title() phrase {
	return p.Complaints.title(say("extend.title", "Topic", p.Head.Topic))
}

func (s *Server) extendPage(c *gin.Context) error {
	return s.showExtend(c, http.StatusOK, extendPage{Day: about(c).AHQ.ReplyBy}, c.Query("ncp"))
}

func (s *Server) showExtend(c *gin.Context, code int, page extendPage, ncp string) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	concerned, err := s.concerned(c.Request.Context(), d)
	if err != nil {
		return err
	}
	page.Head, page.Action = d.head(d.home()), d.URL("extend")
	page.NCPs = chosen(append([]choice{{Value: "", Text: say("extend.all")}}, concerned...), ncp)
	return s.html(c, code, "extend", page)
}

// concerned are the NCPs that are asked or answer unasked.
func (s *Server) concerned(ctx context.Context, d ahqDesk) ([]choice, error) {
	addressees, err := s.Store.Addressees(ctx, d.Who.Scope(), d.AHQ.ID)
	if err != nil {
		return nil, err
	}
	responses, err := s.Store.Responses(ctx, d.Who.Scope(), d.AHQ.ID)
	var all []choice
	for _, x := range addressees {
		answers := slices.ContainsFunc(responses, func(r models.Response) bool { return r.NCP == x.NCP })
		if x.Asked || answers {
			all = append(all, choice{Value: x.NCP, Text: plain(x.Name)})
		}
	}
	return all, err
}

// extend sets the date. Where it takes time from somebody, the page asks first, and
// what comes back from there is meant for just that day and those NCPs.
func (s *Server) extend(c *gin.Context) error {
	replyBy, ncp, a := c.PostForm("reply_by"), c.PostForm("ncp"), about(c).AHQ
	set := s.Flow.Extend
	if c.PostForm("less") != "" {
		set = s.Flow.Shorten
	}
	_, err := set(c.Request.Context(), actor(c), a.ID, replyBy, ncp)
	if shortening, is := errors.AsType[*workflow.Shortening](err); is {
		return s.askLess(c, shortening, ncp)
	}
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showExtend(c, code, extendPage{Day: replyBy, Complaints: said}, ncp)
	}
	return s.done(c, ahqURL(a), say("notice.extended", "Day", isoDay(replyBy)))
}
