package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A passwordPage lets somebody who holds a one-time link choose a password.
type passwordPage struct {
	Action  string // where the form goes: the link itself
	Person  string
	Email   string
	Problem phrase
}

// Title of the page.
func (p passwordPage) Title() phrase { return titleOf(say("password.heading"), !p.Problem.empty()) }

// passwordPage looks at the link without using it up: a mail program may have
// opened it first.
func (s *Server) passwordPage(c *gin.Context) error {
	person, err := s.Flow.LinkPerson(c.Request.Context(), c.Param("secret"))
	if err != nil {
		return err
	}
	return s.showPassword(c, http.StatusOK, person, phrase{})
}

func (s *Server) showPassword(c *gin.Context, code int, person models.Person, problem phrase) error {
	return s.html(c, code, "password", passwordPage{
		Action: c.Request.URL.Path, Person: person.Name, Email: person.Email, Problem: problem,
	})
}

func (s *Server) choosePassword(c *gin.Context) error {
	ctx, secret, password := c.Request.Context(), c.Param("secret"), c.PostForm("password")
	if err := s.attempt(c, ""); err != nil {
		return err
	}
	person, err := s.Flow.LinkPerson(ctx, secret)
	if err != nil {
		return err
	}
	if password != c.PostForm("again") {
		return s.showPassword(c, http.StatusUnprocessableEntity, person, say("password.differ"))
	}
	who, err := s.Flow.ChoosePassword(ctx, secret, password)
	if found := statusOf(err); err != nil && found.code == http.StatusUnprocessableEntity {
		return s.showPassword(c, found.code, person, english(wordsOf(err)))
	}
	if err != nil {
		return err
	}
	if err := s.remember(c, who); err != nil {
		return err
	}
	return s.done(c, "/", say("notice.password"))
}

// A forgottenPage asks where to send a link to choose a new password.
type forgottenPage struct {
	Sent bool
}

// Title of the page.
func (p forgottenPage) Title() phrase { return say("password.forgotten") }

func (s *Server) forgottenPage(c *gin.Context) error {
	return s.html(c, http.StatusOK, "forgotten", forgottenPage{})
}

// sendReset says the same whether the address is known or not.
func (s *Server) sendReset(c *gin.Context) error {
	email := c.PostForm("email")
	if err := s.attempt(c, email); err != nil {
		return err
	}
	if err := s.Flow.RequestReset(c.Request.Context(), email); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "forgotten", forgottenPage{Sent: true})
}
