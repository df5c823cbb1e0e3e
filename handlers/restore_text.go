package handlers

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// restoreText lets a cell say again what it said once.
func (s *Server) restoreText(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	what := workflow.TextRestore{Place: cellInPath(c)}
	what.Number, _ = strconv.Atoi(form.Get("number")) // none: there is no such text
	what.From, _ = strconv.Atoi(form.Get("version"))  // none: never written
	_, err = s.Flow.RestoreText(c.Request.Context(), actor(c), about(c).Response.ID, what)
	switch found := statusOf(err); {
	case err == nil:
	case errors.Is(err, models.ErrStale):
		return s.showCellHistory(c, found.code, say("cell_history.stale"))
	case found.code == http.StatusConflict, found.code == http.StatusUnprocessableEntity:
		return s.showCellHistory(c, found.code, found.text)
	default:
		return err
	}
	return s.done(c, historyURL(about(c).Response.ID, what.Place), say("notice.restored"))
}

// cellInPath is the cell that the path names.
func cellInPath(c *gin.Context) workflow.Place {
	return workflow.Place{Record: c.Param("record"), Question: c.Param("question")}
}

// cellURL is where one cell is kept, and historyURL where all is that it said.
func cellURL(id models.ResponseID, p workflow.Place) string {
	if p.Record == "" {
		return responseURL(id) + "/questions/cells/" + p.Question
	}
	return responseURL(id) + "/records/" + p.Record + "/cells/" + p.Question
}

func historyURL(id models.ResponseID, p workflow.Place) string { return cellURL(id, p) + "/history" }
