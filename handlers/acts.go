package handlers

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A responseAct is a move that somebody makes from a page of its own: what it
// means, and the word it asks for.
type responseAct struct {
	path    string
	offer   phrase // in the list of what can be done
	heading phrase
	explain phrase
	field   phrase // empty: it asks for nothing
	button  phrase
	done    phrase
	do      doing
}

// A doing makes a move of a response, with a word where it asks for one.
type doing func(*workflow.Workflow, context.Context, workflow.Actor, models.ResponseID, string) (models.Response, error)

// responseActs are the moves of a response that its NCP makes, in the order they
// are offered.
var responseActs = []struct {
	act workflow.Act
	responseAct
}{
	{workflow.Withdraw, responseAct{
		"withdraw", say("act.withdraw_offer"), say("act.withdraw"), say("act.withdraw_text"),
		phrase{}, say("act.withdraw_it"), say("act.withdrawn"),
		wordless((*workflow.Workflow).Withdraw)}},
	{workflow.Amend, responseAct{
		"amend", say("act.amend_offer"), say("act.amend"), say("act.amend_text"),
		say("act.amend_why"), say("act.amend_it"), say("act.amended"),
		(*workflow.Workflow).Amend}},
	{workflow.Decline, responseAct{
		"decline", say("act.decline_offer"), say("act.decline"), say("act.decline_text"),
		say("act.decline_why"), say("act.decline_it"), say("act.declined"),
		(*workflow.Workflow).Decline}},
	{workflow.TakeOver, responseAct{
		"take-over", say("act.take_over_offer"), say("act.take_over"), say("act.take_over_text"),
		phrase{}, say("act.take_over_it"), say("act.taken_over"),
		wordless((*workflow.Workflow).TakeOver)}},
}

// wordless is an act that asks for no word.
func wordless(do func(*workflow.Workflow, context.Context, workflow.Actor, models.ResponseID) (models.Response, error)) doing {
	return func(w *workflow.Workflow, ctx context.Context, by workflow.Actor, id models.ResponseID, _ string) (models.Response, error) {
		return do(w, ctx, by, id)
	}
}

// An actPage asks whether somebody means it, and why.
type actPage struct {
	Desk    deskHead
	Heading phrase
	Explain phrase
	Field   phrase
	Button  phrase
	Action  string
	Word    string
	Problem phrase
}

// Title of the page.
func (p actPage) Title() phrase {
	return titleOf(say("act.title", "Heading", p.Heading, "Topic", p.Desk.Topic), !p.Problem.empty())
}

// Asks says whether there is a field to go to.
func (p actPage) Asks() bool { return !p.Field.empty() }

func responseActOf(act workflow.Act) responseAct {
	for _, known := range responseActs {
		if known.act == act {
			return known.responseAct
		}
	}
	return responseAct{}
}

// ask shows the page of an act.
func ask(act workflow.Act) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		return s.askAgain(c, http.StatusOK, responseActOf(act), "", phrase{})
	}
}

func (s *Server) askAgain(c *gin.Context, code int, a responseAct, word string, problem phrase) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	return s.html(c, code, "act", actPage{
		Desk: d.head(d.home()), Heading: a.heading, Explain: a.explain, Field: a.field, Button: a.button,
		Action: d.URL(a.path), Word: word, Problem: problem,
	})
}

// do makes the move; where it is refused, the page comes back with the word.
func do(act workflow.Act) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		a, id, word := responseActOf(act), about(c).Response.ID, lineEnds(c.PostForm("word"))
		_, err := a.do(s.Flow, c.Request.Context(), actor(c), id, word)
		if found := statusOf(err); err != nil && found.code < http.StatusInternalServerError {
			return s.askAgain(c, found.code, a, word, found.text)
		}
		if err != nil {
			return err
		}
		return s.done(c, responseURL(id), a.done)
	}
}

// acts are the moves that the actor may make now.
func (d desk) acts() []link {
	var all []link
	for _, known := range responseActs {
		if d.offers(known.act) {
			all = append(all, link{URL: d.URL(known.path), Text: known.offer})
		}
	}
	if d.expects() {
		all = append(all, link{URL: d.URL("expected"), Text: say("expected.offer")})
	}
	return all
}

// offers says whether an act makes sense now; workflow decides when it is done.
func (d desk) offers(act workflow.Act) bool {
	switch {
	case act == workflow.TakeOver:
		return d.held() && d.May(act)
	case act == workflow.Decline && (d.Response.DeclinedAt != nil || d.Response.Delivered > 0):
		return false
	default:
		return d.Can(act)
	}
}
