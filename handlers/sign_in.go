package handlers

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/workflow"
)

// A signInPage is the way in.
type signInPage struct {
	Email   string
	To      string // where they wanted to go
	Problem phrase
	People  []DemoPerson // to try a demo as
}

// Title of the page.
func (p signInPage) Title() phrase { return titleOf(say("sign_in.heading"), !p.Problem.empty()) }

func (s *Server) signInPage(c *gin.Context) error {
	return s.showSignIn(c, http.StatusOK, signInPage{To: ownPage(c.Query("to"))})
}

func (s *Server) showSignIn(c *gin.Context, code int, p signInPage) error {
	if s.Demo != nil {
		p.People = s.Demo.People
	}
	return s.html(c, code, "sign-in", p)
}

func (s *Server) signIn(c *gin.Context) error {
	page := signInPage{Email: c.PostForm("email"), To: ownPage(c.PostForm("to"))}
	if err := s.attempt(c, page.Email); err != nil {
		return err
	}
	who, err := s.Flow.SignIn(c.Request.Context(), page.Email, c.PostForm("password"))
	if errors.Is(err, workflow.ErrSignIn) {
		page.Problem = statusOf(err).text
		return s.showSignIn(c, http.StatusUnprocessableEntity, page)
	}
	if err != nil {
		return err
	}
	if err := s.remember(c, who); err != nil {
		return err
	}
	if c.PostForm("again") == personHash(who) { // over a page, which goes on
		c.Status(http.StatusNoContent)
		return nil
	}
	return s.redirect(c, page.To)
}

func (s *Server) signOut(c *gin.Context) error {
	if err := s.sessions.Destroy(c.Request.Context()); err != nil {
		return err
	}
	return s.redirect(c, "/sign-in")
}
