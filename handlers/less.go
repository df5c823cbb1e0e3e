package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/workflow"
)

// A lessPage asks whether those who were promised more time are meant to have less.
type lessPage struct {
	Head   ahqHead
	Action string
	Other  string // where another day is chosen
	Day    string
	NCP    string // "" all
	Dates  []lessTime
}

// A lessTime is who has less time then.
type lessTime struct {
	Name     string
	Until    string // a day, that was promised
	Answered bool
}

// Title of the page.
func (p lessPage) Title() phrase { return titleOf(say("less.title", "Topic", p.Head.Topic), true) }

func (s *Server) askLess(c *gin.Context, shortening *workflow.Shortening, ncp string) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	page := lessPage{
		Head: d.head(d.home()), Action: d.URL("extend"), Other: d.URL("extend") + "?ncp=" + ncp,
		Day: shortening.Day, NCP: ncp,
	}
	for _, moved := range shortening.Dates {
		page.Dates = append(page.Dates, lessTime{moved.Name, moved.From, moved.Answered})
	}
	return s.html(c, http.StatusConflict, "less", page)
}
