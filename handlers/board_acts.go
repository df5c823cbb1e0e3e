package handlers

import (
	"context"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A boardAct is something done from the board: to one NCP or to all, with a step
// or a word where it takes one.
type boardAct struct {
	done phrase
	do   func(*workflow.Workflow, context.Context, workflow.Actor, models.AHQID, boardForm) error
}

// A boardForm is what the board's forms send.
type boardForm struct {
	NCP  string // "" all
	Step models.StepID
	Why  string
}

// boardActs are all of them.
var boardActs = map[workflow.Act]boardAct{
	workflow.Remind: {say("board.reminded"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, f boardForm) error {
			_, err := w.Remind(ctx, by, id, f.NCP, f.Step)
			return err
		}},
	workflow.SkipReminder: {say("board.left_out"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, f boardForm) error {
			return w.SkipReminder(ctx, by, id, f.NCP, f.Step, f.Why)
		}},
	workflow.PauseChase: {say("board.is_paused"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, f boardForm) error {
			return w.PauseChase(ctx, by, id, f.NCP, f.Why)
		}},
	workflow.GoOn: {say("board.goes_on"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, f boardForm) error {
			return w.GoOn(ctx, by, id, f.NCP)
		}},
}

// doOnBoard does it, and comes back to the board.
func doOnBoard(act workflow.Act) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		a, does := about(c).AHQ, boardActs[act]
		form := boardForm{NCP: c.PostForm("ncp"), Step: models.StepID(c.PostForm("step")), Why: lineEnds(c.PostForm("why"))}
		if err := does.do(s.Flow, c.Request.Context(), actor(c), a.ID, form); err != nil {
			code, said, err := complain(err)
			if err != nil {
				return err
			}
			return s.showBoard(c, code, said)
		}
		return s.done(c, ahqURL(a)+"/board", does.done)
	}
}
