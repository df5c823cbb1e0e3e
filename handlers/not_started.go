package handlers

import (
	"context"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A laterView says of all follow-up questions at once that their answers are not
// known yet, or takes it back.
type laterView struct {
	Record string // what one is called: "campaign"
	Empty  int    // questions that would be answered so
	Set    int    // that say so, and nothing more
	All    int
}

// later is what can be said of a follow-up at once; nil where nothing can.
func (d desk) later(t forms.Table, cells []*cellView) *laterView {
	v := laterView{Record: t.Record, All: len(cells)}
	for _, c := range cells {
		switch {
		case c.Text == "" && c.reason == "":
			v.Empty++
		case c.Text == "" && c.reason == forms.NotYet:
			v.Set++
		}
	}
	if !d.Editable() || v.Empty+v.Set == 0 {
		return nil
	}
	return &v
}

// A later is one of the two things to say of a follow-up at once.
type later struct {
	do   func(*workflow.Workflow, context.Context, workflow.Actor, models.ResponseID, string) (int, error)
	done func(changed int) phrase
}

// laters are the buttons of a record's form that say it.
var laters = map[string]later{
	"not-started": {(*workflow.Workflow).NotStarted, func(n int) phrase { return many("notice.not_started", n) }},
	"started":     {(*workflow.Workflow).Started, func(n int) phrase { return many("notice.started", n) }},
}

// sayLater says it, and comes back to the follow-up.
func (s *Server) sayLater(c *gin.Context, d desk, record string, l later) error {
	n, err := l.do(s.Flow, c.Request.Context(), actor(c), d.Response.ID, record)
	if err != nil {
		return err
	}
	return s.done(c, d.RecordURL(record)+"#later", l.done(n))
}
