package handlers

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
)

// A versionPage is a delivered version, to be read.
type versionPage struct {
	Desk    deskHead
	Version versionView
	Answers answers
}

// Title of the page.
func (p versionPage) Title() phrase {
	return plain("Version " + strconv.Itoa(p.Version.Number) + ", " + p.Desk.NCP + ": " + p.Desk.Topic)
}

// version is for the NCP, and for those who asked: what is delivered is theirs
// to read.
func (s *Server) version(c *gin.Context) error {
	ctx, scope, what := c.Request.Context(), actor(c).Scope(), about(c)
	number, err := strconv.Atoi(c.Param("number"))
	if err != nil {
		return models.ErrNotFound
	}
	v, err := s.Store.Version(ctx, scope, what.Response.ID, number)
	if err != nil {
		return err
	}
	view, err := s.versionView(c, what.Response, v)
	if err != nil {
		return err
	}
	head, err := s.outerHead(c)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "version", versionPage{
		Desk: head, Version: view, Answers: versionReader(what.AHQ, v).answers(),
	})
}

// versionReader reads a frozen content: nothing in it can be changed, and
// nothing is said of it.
func versionReader(a models.AHQ, v models.Version) reader {
	return reader{
		form: a.Questionnaire, content: v.Content,
		asked: func(questions []forms.Question) []forms.Question {
			return slices.DeleteFunc(slices.Clone(questions), func(q forms.Question) bool { return !q.Audience.Includes(v.Content.NCP) })
		},
		pageOf:   func(string) string { return "" },
		problems: func(string, string) forms.Problems { return nil },
	}
}

// outerHead stands above the pages of a response that those who asked see too,
// who may not see its draft.
func (s *Server) outerHead(c *gin.Context) (deskHead, error) {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	d := desk{subject: about(c), Today: s.today()}
	var err error
	if d.ReplyBy, err = s.replyBy(ctx, scope, d.AHQ, d.Response.NCP); err != nil {
		return deskHead{}, err
	}
	if d.Names, err = s.names(ctx); err != nil {
		return deskHead{}, err
	}
	return d.head(d.back(actor(c))), nil
}

func versionURL(v models.Version) string {
	return responseURL(v.ResponseID) + "/versions/" + strconv.Itoa(v.Number)
}
