package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A closingPage says on which day an AHQ closes by itself.
type closingPage struct {
	Head       ahqHead
	Action     string
	Day        string // as typed; "" none
	Set        bool   // it closes by itself, which can be taken back
	Complaints complaints
}

// Title of the page.
func (p closingPage) Title() phrase {
	return p.Complaints.title(say("closing.title", "Topic", p.Head.Topic))
}

func (s *Server) closingPage(c *gin.Context) error {
	return s.showClosing(c, http.StatusOK, about(c).AHQ.ClosesOn, nil)
}

func (s *Server) showClosing(c *gin.Context, code int, day string, said complaints) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	return s.html(c, code, "closing", closingPage{
		Head: d.head(d.home()), Action: d.URL("closing"), Day: day, Set: d.AHQ.ClosesOn != "", Complaints: said,
	})
}

// closeOn sets the day, or takes it back.
func (s *Server) closeOn(c *gin.Context) error {
	day, a := c.PostForm("closes_on"), about(c).AHQ
	if c.PostForm("never") != "" {
		day = ""
	}
	if _, err := s.Flow.CloseOn(c.Request.Context(), actor(c), a.ID, day); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showClosing(c, code, day, said)
	}
	if day == "" {
		return s.done(c, ahqURL(a), say("notice.closes_never"))
	}
	return s.done(c, ahqURL(a), say("notice.closes_on", "Day", isoDay(day)))
}

// closesOn is when an AHQ that is not closed yet closes by itself.
func (d ahqDesk) closesOn() phrase {
	if d.AHQ.ClosesOn == "" || d.AHQ.State != models.AHQDraft && d.AHQ.State != models.Open {
		return phrase{}
	}
	return say("ahq.closes_at_end", "Day", isoDay(d.AHQ.ClosesOn))
}
