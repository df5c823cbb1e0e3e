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
	Desk     deskHead
	Version  versionView
	Before   *versionView // the one that it took the place of
	Changed  []changedPart
	Contents []contentsSection
	Answers  answers
	History  string
	Threads  *link // what is said about single answers; nil nothing
}

// Title of the page.
func (p versionPage) Title() phrase {
	return say("version.title", "Number", p.Version.Number, "NCP", p.Desk.NCP, "Topic", p.Desk.Topic)
}

// version is for the NCP, and for those who asked: what is delivered is theirs
// to read.
func (s *Server) version(c *gin.Context) error {
	what := about(c)
	v, err := s.Store.Version(c.Request.Context(), actor(c).Scope(), what.Response.ID, numberInPath(c))
	if err != nil {
		return err
	}
	d, err := s.outerDesk(c)
	if err != nil {
		return err
	}
	stands, err := s.besideVersion(c, d, v)
	if err != nil {
		return err
	}
	page := versionPage{Desk: d.outerHead(c), Answers: versionReader(what.AHQ, v, stands.at).answers(), History: responseURL(what.Response.ID) + "/history"}
	page.Contents = contents(page.Answers, nil)
	page.Threads = threadsLink(stands.all)
	if page.Version, err = s.versionView(c, what.Response, v); err != nil {
		return err
	}
	if stands.before == nil {
		return s.html(c, http.StatusOK, "version", page)
	}
	view, err := s.versionView(c, what.Response, *stands.before)
	if err != nil {
		return err
	}
	page.Before, page.Changed = &view, changedParts(stands.changes)
	return s.html(c, http.StatusOK, "version", page)
}

// numberInPath is the number of the version that the path names; where none can
// have it, it is 0, which none has.
func numberInPath(c *gin.Context) int {
	number, err := strconv.ParseInt(c.Param("number"), 10, 32)
	if err != nil {
		return 0
	}
	return int(number)
}

// bare is an answer with nothing beside it.
func bare(string, string) beside { return beside{} }

// versionReader reads a frozen content: nothing in it can be changed, and
// nothing is said of it but what stands beside it.
func versionReader(a models.AHQ, v models.Version, besides func(record, cell string) beside) reader {
	return reader{
		form: a.Questionnaire, content: v.Content,
		asked: func(questions []forms.Question) []forms.Question {
			return slices.DeleteFunc(slices.Clone(questions), func(q forms.Question) bool { return !q.Audience.Includes(v.Content.NCP) })
		},
		organisations: v.Organisations,
		pageOf:        func(string, string) string { return "" },
		problems:      func(string, string) []answerProblem { return nil },
		beside:        besides,
	}
}

// outerDesk is a response on the pages that those who asked see too, who may not
// see its draft.
func (s *Server) outerDesk(c *gin.Context) (d desk, err error) {
	d = desk{subject: about(c), Today: s.today()}
	d.Names, err = s.Store.Names(c.Request.Context())
	return d, err
}

// outerHead stands above such a page.
func (d desk) outerHead(c *gin.Context) deskHead { return d.head(d.back(actor(c))) }

func versionURL(v models.Version) string {
	return responseURL(v.ResponseID) + "/versions/" + strconv.Itoa(v.Number)
}
