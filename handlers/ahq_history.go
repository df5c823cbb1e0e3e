package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An ahqHistoryPage tells what happened to an AHQ, the last first.
type ahqHistoryPage struct {
	Head   ahqHead
	Events []eventView
	Whole  bool   // all of it is shown, so that it can be verified
	Broken string // where it is not as it was written; "" nowhere
}

// Title of the page.
func (p ahqHistoryPage) Title() phrase { return say("ahq.history_title", "Topic", p.Head.Topic) }

func (s *Server) ahqHistory(c *gin.Context) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	events, err := s.Store.Events(c.Request.Context(), d.Who.Scope(), string(d.AHQ.ID))
	if err != nil {
		return err
	}
	page := ahqHistoryPage{Head: d.head(d.home()), Events: d.eventViews(events), Whole: d.May(workflow.Track)}
	if err := models.VerifyChain(events); page.Whole && err != nil {
		page.Broken = sentence(err.Error())
	}
	return s.html(c, http.StatusOK, "ahq-history", page)
}
