package handlers

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A ladderPage says when those who are asked hear from us about an AHQ.
type ladderPage struct {
	Head       ahqHead
	Action     string
	Typed      typedLadder
	Own        bool // it is not the usual one
	Closes     bool // the AHQ closes by itself
	Complaints complaints
}

// Title of the page.
func (p ladderPage) Title() phrase {
	return p.Complaints.title(say("ladder.title", "Topic", p.Head.Topic))
}

func (s *Server) ladderPage(c *gin.Context) error {
	a := about(c).AHQ
	return s.showLadder(c, http.StatusOK, typedLadderOf(workflow.LadderOf(a.Ladder)), nil)
}

func (s *Server) showLadder(c *gin.Context, code int, typed typedLadder, said complaints) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	return s.html(c, code, "ladder", ladderPage{
		Head: d.head(d.boardLink()), Action: d.URL("ladder"), Typed: typed, Own: d.AHQ.Ladder != nil,
		Closes: d.AHQ.ClosesOn != "", Complaints: said,
	})
}

// boardLink leads back to where steps are looked at: the board, or the page that
// issues a draft.
func (d ahqDesk) boardLink() link {
	if d.AHQ.IssuedAt == nil {
		return link{URL: d.URL("issue"), Text: say("issue.heading")}
	}
	return link{URL: d.URL("board"), Text: say("board.heading")}
}

// setLadder keeps the ladder, or takes the usual one again.
func (s *Server) setLadder(c *gin.Context) error {
	a, typed := about(c).AHQ, typedLadderForm(c)
	var own *models.Ladder
	if c.PostForm("usual") == "" {
		ladder, said := typed.ladder()
		if len(said) > 0 {
			return s.showLadder(c, http.StatusUnprocessableEntity, typed, said)
		}
		own = &ladder
	}
	if _, err := s.Flow.SetLadder(c.Request.Context(), actor(c), a.ID, own); err != nil {
		code, said, wrong := complain(err)
		if wrong != nil {
			return wrong
		}
		said[0].Field = ladderField(err, own)
		return s.showLadder(c, code, typed, said)
	}
	return s.done(c, ahqDesk{subject: about(c)}.boardLink().URL, say("notice.ladder"))
}

// ladderField is where on the page that is which a ladder is refused for.
func ladderField(err error, own *models.Ladder) string {
	invalid, is := errors.AsType[*workflow.Invalid](err)
	if !is {
		return ""
	}
	parts := strings.Split(strings.TrimPrefix(invalid.Pointer, "/"), "/")
	if parts[0] != "steps" {
		return parts[0]
	}
	if len(parts) > 1 && own != nil {
		if i, err := strconv.Atoi(parts[1]); err == nil && i < len(own.Steps) {
			return fieldOfStep(own.Steps[i])
		}
	}
	return "before"
}
