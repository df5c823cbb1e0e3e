package handlers

import (
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A besideVersion is what stands beside the answers of a delivered version: what
// is said about each, and what became of those that were asked back.
type besideVersion struct {
	threads
	asks    string // where something is asked; "" by nobody who looks
	before  *models.Version
	changes []workflow.CellChange // since then
	asked   []string              // back, of the version before: "r7.costs"
	why     string
}

func (s *Server) besideVersion(c *gin.Context, d desk, v models.Version) (b besideVersion, err error) {
	if b.threads, err = s.threads(c, d); err != nil {
		return b, err
	}
	if b.May(workflow.StartThread) && v.Number == b.Response.InForce && b.AHQ.State != models.Cancelled {
		b.asks = threadsURL(b.Response.ID) + "/new?"
	}
	if v.Number == 1 {
		return b, nil
	}
	ctx, scope := c.Request.Context(), actor(c).Scope()
	before, err := s.Store.Version(ctx, scope, v.ResponseID, v.Number-1)
	if err != nil {
		return b, err
	}
	b.before, b.changes = &before, workflow.VersionChanges(b.AHQ, before, v)
	events, err := s.Store.Events(ctx, scope, string(v.ResponseID))
	b.asked, b.why = askedBackBefore(v, events)
	return b, err
}

// askedBackBefore a version, of the one before it: the cells, and why.
func askedBackBefore(v models.Version, events []models.Event) (cells []string, why string) {
	came := false
	for _, e := range slices.Backward(events) {
		switch {
		case !came:
			came = e.Act == string(workflow.Submit) && e.Data.Number == v.Number
		case e.Act == string(workflow.Submit):
			return nil, ""
		case e.Act == string(workflow.Return):
			return e.Data.Cells, e.Data.Why
		}
	}
	return nil, ""
}

// at an answer.
func (b besideVersion) at(record, cell string) beside {
	all := beside{Threads: b.threads.at(record, cell)}
	if b.asks != "" && cell != statusCell {
		all.AskURL = b.asks + cellQuery(workflow.Place{Record: record, Question: cell})
	}
	if !slices.Contains(b.asked, cellName(record, cell)) {
		return all
	}
	all.Asks, all.Since, all.Returned = b.why, b.before.Number, true
	all.Words = changedAt(b.changes, record, cell)
	return all
}
