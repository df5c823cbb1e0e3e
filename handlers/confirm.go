package handlers

import (
	"errors"
	"maps"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A confirmation says that a warning is as it should be, and why.
type confirmation struct {
	workflow.Place
	Rule forms.Rule
	Word string
	From int // the version of the cell that the page showed
}

// confirm takes the word that an answer is right as it is, on the page of all
// answers, and comes back to it.
func (s *Server) confirm(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	said := confirmation{
		Place: workflow.Place{Record: form.Get("record"), Question: form.Get("question")},
		Rule:  forms.Rule(form.Get("rule")), Word: strings.TrimSpace(lineEnds(form.Get("word"))),
	}
	said.From, _ = strconv.Atoi(form.Get("version")) // none: never written
	if said.Word == "" {
		return s.unconfirmed(c, http.StatusUnprocessableEntity, said, say("check.word_missing"))
	}
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	_, err = s.Flow.SaveCell(c.Request.Context(), actor(c), d.Response.ID, d.confirmed(said))
	switch found := statusOf(err); {
	case err == nil:
		return s.done(c, d.URL("check")+"#"+answerAnchor(said.Record, said.Question), say("notice.confirmed"))
	case errors.Is(err, models.ErrStale):
		return s.unconfirmed(c, found.code, said, say("check.word_stale"))
	case found.code == http.StatusConflict, found.code == http.StatusUnprocessableEntity:
		return s.unconfirmed(c, found.code, said, found.text)
	default:
		return err
	}
}

// confirmed is the answer as it stands, with one more warning confirmed.
func (d desk) confirmed(said confirmation) workflow.CellSave {
	a := answer(d.cell(said.Record, said.Question))
	with := forms.Confirmed{Of: textHash(a.Text), Warnings: map[forms.Rule]string{}}
	if stands := standing(a); stands != nil {
		with.Reading = stands.Reading
		maps.Copy(with.Warnings, stands.Warnings)
	}
	with.Warnings[said.Rule] = said.Word
	a.Confirmed = &with
	return workflow.CellSave{Place: said.Place, From: said.From, Answer: a}
}

// unconfirmed shows the page again, and at the warning why it stays.
func (s *Server) unconfirmed(c *gin.Context, code int, said confirmation, why phrase) error {
	return s.showCheck(c, code, refusedWord{said.Place, said.Rule, why}, func(*checkPage) {})
}
