package handlers

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A returnPage gives a submitted response back, with a reason, and the answers
// it is about.
type returnPage struct {
	Head       ahqHead
	NCP        string
	Action     string
	Version    string // where what was delivered can be read
	Why        string
	Groups     []returnGroup
	Complaints complaints
}

// A returnGroup is the answers of one record, or those asked once.
type returnGroup struct {
	Title phrase
	Open  bool // one of them is chosen
	Cells []choice
}

// Title of the page.
func (p returnPage) Title() phrase {
	return p.Complaints.title(say("return.title", "NCP", p.NCP, "Topic", p.Head.Topic))
}

func (s *Server) returnPage(c *gin.Context) error {
	if what := about(c); !workflow.CanMove(what.Response, workflow.Return) {
		return s.done(c, ahqURL(what.AHQ)+"#addressees", say("notice.unreturnable"))
	}
	return s.showReturn(c, http.StatusOK, returnPage{}, nil)
}

func (s *Server) showReturn(c *gin.Context, code int, page returnPage, cells []string) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	v, err := s.Store.Version(c.Request.Context(), d.Who.Scope(), d.Response.ID, d.Response.InForce)
	if err != nil {
		return err
	}
	page.Head, page.NCP = d.head(d.home()), d.name(d.Response.NCP)
	page.Action, page.Version = responseURL(d.Response.ID)+"/return", versionURL(v)
	page.Groups = returnGroups(versionReader(d.AHQ, v, bare).answers(), cells)
	return s.html(c, code, "return", page)
}

// returnGroups are all answers of a delivered version, to choose from.
func returnGroups(all answers, cells []string) []returnGroup {
	var groups []returnGroup
	if len(all.Once) > 0 {
		groups = append(groups, returnGroupOf(say("return.once"), "", all.Once, cells))
	}
	for _, section := range all.Sections {
		for _, r := range section.Records {
			rows := slices.Concat(r.Rows, r.Follow)
			groups = append(groups, returnGroupOf(plain(r.Name), r.ID, rows, cells))
		}
	}
	return groups
}

func returnGroupOf(title phrase, record string, rows []answerRow, cells []string) returnGroup {
	g := returnGroup{Title: title}
	for _, row := range rows {
		if row.ID == statusCell {
			continue // no cell, of which nobody can ask
		}
		value := cellValue(record, row.ID)
		picked := slices.Contains(cells, value)
		g.Open = g.Open || picked
		g.Cells = append(g.Cells, choice{value, row.Label, picked})
	}
	return g
}

// cellValue names a cell in a form: "r7/costs", "/contact".
func cellValue(record, question string) string { return record + "/" + question }

// typedPlaces are the cells that a form names.
func typedPlaces(values []string) []workflow.Place {
	var places []workflow.Place
	for _, value := range values {
		record, question, _ := strings.Cut(value, "/")
		places = append(places, workflow.Place{Record: record, Question: question})
	}
	return places
}

// returnResponse gives it back.
func (s *Server) returnResponse(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	r, why := about(c).Response, lineEnds(form.Get("why"))
	if _, err := s.Flow.Return(c.Request.Context(), actor(c), r.ID, why, typedPlaces(form["cell"])); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showReturn(c, code, returnPage{Why: why, Complaints: said}, form["cell"])
	}
	return s.done(c, ahqURL(models.AHQ{ID: r.AHQID})+"#addressees", say("notice.returned"))
}
