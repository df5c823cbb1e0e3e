package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/workflow"
)

// A homePage is what there is to do for one person, by what they are.
type homePage struct {
	Name     string
	Answers  bool // they belong to an NCP that answers
	Due      []dueCard
	Handed   []dueCard // handed in, or nothing to report
	Asked    []askedRow
	Creates  bool
	Admin    []link
	Somebody bool // they are something to somebody
}

// Title of the page.
func (p homePage) Title() phrase { return say("nav.home") }

func (s *Server) home(c *gin.Context) error {
	who := actor(c)
	page := homePage{Name: who.Person.Name, Answers: who.Scope().Network, Creates: workflow.May(workflow.CreateAHQ, who.Parts())}
	if page.Answers {
		due, err := s.due(c.Request.Context(), who)
		if err != nil {
			return err
		}
		page.Due, page.Handed = split(due)
	}
	asked, err := s.askedBy(c.Request.Context(), who)
	if err != nil {
		return err
	}
	page.Asked, page.Admin = asked, adminLinks(who)
	page.Somebody = page.Answers || len(asked) > 0 || len(page.Admin) > 0
	return s.html(c, http.StatusOK, "home", page)
}

// adminLinks lead to what an administrator keeps.
func adminLinks(who workflow.Actor) []link {
	var links []link
	for _, entry := range navigation {
		if entry.act == workflow.ManagePeople || entry.act == workflow.ManageParticipants || entry.act == workflow.ReadOutbox {
			if workflow.May(entry.act, who.Parts()) {
				links = append(links, entry.link)
			}
		}
	}
	return links
}
