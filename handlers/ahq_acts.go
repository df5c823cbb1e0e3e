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
	text phrase
	when func(models.AHQ) bool // beside the table of moves
}

// ahqOffers in the order they are shown: what comes next, first.
var ahqOffers = []ahqOffer{
	{workflow.Issue, "issue", say("turn.issue"), movable(workflow.Issue)},
	{workflow.EditAHQ, "edit", say("turn.edit"), movable(workflow.EditAHQ)},
	{workflow.EditAHQ, "questionnaire", say("turn.questionnaire"), movable(workflow.EditAHQ)},
	{workflow.Compile, "compile", say("turn.compile"), issued},
	{workflow.Track, "answers", say("turn.answers"), issued},
	{workflow.Track, "numbers", say("turn.numbers"), issued},
	{workflow.Extend, "extend", say("turn.extend"), movable(workflow.Extend)},
	{workflow.Correct, "corrigendum", say("turn.correct"), movable(workflow.Correct)},
	{workflow.EnterFor, "enter-for", say("turn.enter"), movable(workflow.Extend)},
	{workflow.EditAHQ, "trial", say("turn.trial"), answerable},
	{workflow.NameCompilers, "compilers", say("turn.compilers"), alive},
	{workflow.CloseOn, "closing", say("turn.closing"), movable(workflow.CloseOn)},
	{workflow.Close, "close", say("turn.do_close"), movable(workflow.Close)},
	{workflow.Reopen, "reopen", say("turn.do_reopen"), movable(workflow.Reopen)},
	{workflow.Cancel, "cancel", say("turn.do_cancel"), movable(workflow.Cancel)},
}

func movable(act workflow.Act) func(models.AHQ) bool {
	return func(a models.AHQ) bool { return workflow.CanMoveAHQ(a, act) }
}

func issued(a models.AHQ) bool { return a.State == models.Open || a.State == models.Closed }

// answerable is what NCPs fill in, or will.
func answerable(a models.AHQ) bool { return a.State == models.AHQDraft || a.State == models.Open }

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
			all = append(all, offer{link{URL: d.URL(o.path), Text: o.text}, nextAct[d.AHQ.State] == o.act})
		}
	}
	return all
}

// nextAct is what usually comes next in the life of an AHQ.
var nextAct = map[models.AHQState]workflow.Act{models.AHQDraft: workflow.Issue, models.Closed: workflow.Compile}

// An ahqTurn is a move of an AHQ that asks for a word at most.
type ahqTurn struct {
	path    string
	heading phrase
	explain phrase
	field   phrase // empty: it asks for nothing
	button  phrase
	done    phrase
	do      func(*workflow.Workflow, context.Context, workflow.Actor, models.AHQID, string) error
}

// ahqTurns are those moves.
var ahqTurns = map[workflow.Act]ahqTurn{
	workflow.Close: {
		"close", say("turn.close"), say("turn.close_text"),
		phrase{}, say("turn.close_it"), say("turn.closed"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, _ string) error {
			_, err := w.Close(ctx, by, id)
			return err
		}},
	workflow.Reopen: {
		"reopen", say("turn.reopen"), say("turn.reopen_text"),
		phrase{}, say("turn.reopen_it"), say("turn.reopened"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, _ string) error {
			_, err := w.Reopen(ctx, by, id)
			return err
		}},
	workflow.Cancel: {
		"cancel", say("turn.cancel"), say("turn.cancel_text"),
		say("turn.cancel_why"), say("turn.cancel"), say("turn.cancelled"),
		func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.AHQID, why string) error {
			_, err := w.Cancel(ctx, by, id, why)
			return err
		}},
}

// A turnPage asks whether somebody means it, and why.
type turnPage struct {
	Head       ahqHead
	Heading    phrase
	Explain    phrase
	Field      phrase
	Button     phrase
	Action     string
	Word       string
	Was        workflow.PartHash // what it is about, as it is shown
	Complaints complaints
}

// Title of the page.
func (p turnPage) Title() phrase {
	return p.Complaints.title(say("turn.title", "Heading", p.Heading, "Topic", p.Head.Topic))
}

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
		return s.done(c, ahqURL(a), t.done)
	}
}
