package handlers

import (
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A tokensPage is where somebody lets a program act for them.
type tokensPage struct {
	Secret     string // of the one just made: shown once
	Rows       []tokenRow
	Name       string
	Days       string
	Complaints complaints
}

// A tokenRow is one token, without its secret: nobody has that but its owner.
type tokenRow struct {
	Name        string
	Made, Until time.Time
	State       label
	Revoke      string // where it is ended; "" it is over
}

// Title of the page.
func (p tokensPage) Title() phrase { return p.Complaints.title(say("nav.tokens")) }

func (s *Server) tokens(c *gin.Context) error {
	return s.showTokens(c, http.StatusOK, tokensPage{Days: "90"})
}

func (s *Server) showTokens(c *gin.Context, code int, page tokensPage) error {
	all, err := s.Store.Tokens(c.Request.Context(), actor(c).Person.ID)
	if err != nil {
		return err
	}
	for _, t := range all {
		page.Rows = append(page.Rows, s.tokenRow(t))
	}
	return s.html(c, code, "tokens", page)
}

func (s *Server) tokenRow(t models.Token) tokenRow {
	row := tokenRow{Name: t.Name, Made: t.CreatedAt, Until: t.ExpiresAt}
	switch {
	case t.RevokedAt != nil:
		row.State = label{say("tokens.revoked"), quiet}
	case !s.Now().Before(t.ExpiresAt):
		row.State = label{say("tokens.expired"), quiet}
	default:
		row.State, row.Revoke = label{say("tokens.in_force"), good}, "/tokens/"+string(t.ID)+"/revoke"
	}
	return row
}

// createToken makes a token, and shows its secret once.
func (s *Server) createToken(c *gin.Context) error {
	page := tokensPage{Name: c.PostForm("name"), Days: c.PostForm("days")}
	days, err := strconv.Atoi(page.Days)
	if err != nil {
		page.Complaints = complaints{{"days", say("tokens.not_a_number")}}
		return s.showTokens(c, http.StatusUnprocessableEntity, page)
	}
	_, secret, err := s.Flow.CreateToken(c.Request.Context(), actor(c), page.Name, days)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		page.Complaints = said
		return s.showTokens(c, code, page)
	}
	return s.showTokens(c, http.StatusOK, tokensPage{Secret: secret, Days: "90"})
}

func (s *Server) revokeToken(c *gin.Context) error {
	if err := s.Flow.RevokeToken(c.Request.Context(), actor(c), models.TokenID(c.Param("token"))); err != nil {
		return err
	}
	return s.done(c, "/tokens", say("notice.revoked"))
}
