package handlers

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// ways in which a part can be moved.
var ways = map[string]int{"up": -1, "down": 1}

// movePart puts a question or a table before or behind its neighbour, and leads
// back to it.
func (s *Server) movePart(c *gin.Context) error {
	part, way := c.Param("part"), c.PostForm("to")
	by, known := ways[way]
	if !known {
		return errForm
	}
	if err := s.Flow.MovePart(c.Request.Context(), actor(c), about(c).AHQ.ID, part, by); err != nil {
		return err
	}
	back := url.Values{"at": {part}, "way": {way}}
	return s.done(c, listOf(about(c).AHQ, part)+"?"+back.Encode()+"#"+part, say("notice.moved"))
}

// listOf is the address of the list that a part of a draft stands in.
func listOf(a models.AHQ, part string) string {
	l, _, _ := a.Questionnaire.Find(part)
	return draftDesk{ahqDesk: ahqDesk{subject: subject{AHQ: a}}}.List(l)
}

// removePage asks whether a question or a table is to go, and says what waits for it.
func (s *Server) removePage(c *gin.Context) error {
	return s.askRemove(c, http.StatusOK, nil)
}

func (s *Server) askRemove(c *gin.Context, code int, said complaints) error {
	d, err := s.freshDraft(c)
	if err != nil {
		return err
	}
	part := c.Param("part")
	page := turnPage{
		Head: d.head(link{URL: listOf(d.AHQ, part), Text: say("questionnaire.back_list")}), Button: say("questionnaire.remove"),
		Action: d.URL("questionnaire", "parts", part, "remove"), Complaints: said,
	}
	page.Was, _ = workflow.HashOfPart(d.Q, part)
	l, at, isQuestion := d.Q.Find(part)
	t, isTable := d.Q.TableOf(part)
	switch {
	case isQuestion:
		page.Heading, page.Explain = say("questionnaire.remove_question"), say("questionnaire.remove_this", "Name", fullLabel(d.Q.In(l)[at]))
	case isTable:
		page.Heading, page.Explain = say("questionnaire.remove_table"), say("questionnaire.remove_with", "Name", t.Title, "Rows", many("choose.rows", len(t.Questions())))
	default:
		return models.ErrNotFound
	}
	if n := waitFor(d.Q, part); n > 0 {
		page.Explain = say("questionnaire.and_then", "First", page.Explain, "Then", many("questionnaire.wait", n))
	}
	return s.html(c, code, "turn", page)
}

// waitFor counts the questions that are asked only after some answers to one.
func waitFor(q forms.Questionnaire, id string) (n int) {
	for _, l := range q.Listings() {
		for _, one := range q.In(l) {
			if one.When != nil && one.When.Question == id {
				n++
			}
		}
	}
	return n
}

func (s *Server) removePart(c *gin.Context) error {
	a, part := about(c).AHQ, c.Param("part")
	err := s.Flow.RemovePart(c.Request.Context(), actor(c), a.ID, part, workflow.PartHash(c.PostForm("was")))
	if errors.Is(err, models.ErrStale) {
		return s.askRemove(c, http.StatusConflict, complaints{{"", say("questionnaire.remove_stale")}})
	}
	if err != nil {
		return err
	}
	return s.done(c, listOf(a, part), say("notice.removed"))
}
