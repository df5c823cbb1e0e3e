package handlers

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An ahqOffer is something that can be done with an AHQ, on a page of its own.
type ahqOffer struct {
	act  workflow.Act
	path string
	text string
	when func(models.AHQ) bool // beside the table of moves
}

// ahqOffers in the order they are shown: what comes next, first.
var ahqOffers = []ahqOffer{
	{workflow.Issue, "issue", "Issue it", movable(workflow.Issue)},
	{workflow.EditAHQ, "edit", "Edit the draft", movable(workflow.EditAHQ)},
	{workflow.Compile, "compile", "Compile", issued},
	{workflow.Extend, "extend", "Extend", movable(workflow.Extend)},
	{workflow.Correct, "corrigendum", "Correct its words", movable(workflow.Correct)},
	{workflow.EnterFor, "enter-for", "Enter an answer that came by mail", movable(workflow.Extend)},
	{workflow.NameCompilers, "compilers", "Name the compilers", alive},
	{workflow.Close, "close", "Close", movable(workflow.Close)},
	{workflow.Reopen, "reopen", "Reopen", movable(workflow.Reopen)},
	{workflow.Cancel, "cancel", "Cancel it", movable(workflow.Cancel)},
}

func movable(act workflow.Act) func(models.AHQ) bool {
	return func(a models.AHQ) bool { return workflow.CanMoveAHQ(a, act) }
}

func issued(a models.AHQ) bool { return a.State == models.Open || a.State == models.Closed }

func alive(a models.AHQ) bool { return a.State != models.Cancelled }

// An offer is what somebody may do now; one of them may be what comes next.
type offer struct {
	link
	Next bool
}

// acts are what the actor may do with the AHQ now.
func (d ahqDesk) acts() []offer {
	var all []offer
	for _, o := range ahqOffers {
		if d.May(o.act) && o.when(d.AHQ) {
			all = append(all, offer{link{URL: d.URL(o.path), Text: plain(o.text)}, nextAct[d.AHQ.State] == o.act})
		}
	}
	return all
}

// nextAct is what usually comes next in the life of an AHQ.
var nextAct = map[models.AHQState]workflow.Act{models.AHQDraft: workflow.Issue, models.Closed: workflow.Compile}

// An ahqTurn is a move of an AHQ that asks for a word at most.
type ahqTurn struct {
	path    string
	heading string
	explain string
	field   string // "" asks for nothing
	button  string
	done    string
	do      func(*workflow.Workflow, context.Context, workflow.Actor, models.AHQID, string) error
}

// ahqTurns are those moves.
var ahqTurns = map[workflow.Act]ahqTurn{
	workflow.Close: {
		"close", "Close the AHQ", "No first answer is accepted any more. A response that was returned or is being amended can still come in.",
		"", "Close it", "Closed. It can be compiled now.",
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, _ string) error {
			_, err := w.Close(ctx, by, id)
			return err
		}},
	workflow.Reopen: {
		"reopen", "Reopen the AHQ", "First answers are accepted again. All who were asked are told.",
		"", "Reopen it", "Open again.",
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, _ string) error {
			_, err := w.Reopen(ctx, by, id)
			return err
		}},
	workflow.Cancel: {
		"cancel", "Cancel the AHQ", "Nobody needs to answer any more, and it stays so. Nothing is deleted. All who were asked are told why.",
		"Why is it cancelled?", "Cancel the AHQ", "Cancelled.",
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, why string) error {
			_, err := w.Cancel(ctx, by, id, why)
			return err
		}},
}

// A turnPage asks whether somebody means it, and why.
type turnPage struct {
	Head       ahqHead
	Heading    string
	Explain    string
	Field      string
	Button     string
	Action     string
	Word       string
	Complaints complaints
}

// Title of the page.
func (p turnPage) Title() phrase { return p.Complaints.title(plain(p.Heading + ": " + p.Head.Topic)) }

// askTurn shows the page of a move.
func askTurn(act workflow.Act) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		return s.showTurn(c, http.StatusOK, ahqTurns[act], "", nil)
	}
}

func (s *Server) showTurn(c *gin.Context, code int, t ahqTurn, word string, said complaints) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	return s.html(c, code, "turn", turnPage{
		Head: d.head(d.home()), Heading: t.heading, Explain: t.explain, Field: t.field, Button: t.button,
		Action: d.URL(t.path), Word: word, Complaints: said,
	})
}

// doTurn makes the move; where it is refused, the page comes back with the word.
func doTurn(act workflow.Act) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		t, a, word := ahqTurns[act], about(c).AHQ, lineEnds(c.PostForm("why"))
		if err := t.do(s.Flow, c.Request.Context(), actor(c), a.ID, word); err != nil {
			code, said, err := complain(err)
			if err != nil {
				return err
			}
			return s.showTurn(c, code, t, word, said)
		}
		return s.done(c, ahqURL(a), plain(t.done))
	}
}
