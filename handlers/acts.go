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
	offer   string // in the list of what can be done
	heading string
	explain string
	field   string // "" asks for nothing
	button  string
	done    string
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
		"withdraw", "Withdraw", "Withdraw the response",
		"It becomes a draft again, and nothing of it counts until you submit it again. The requester is told.",
		"", "Withdraw it", "Withdrawn: it is a draft again.",
		wordless((*workflow.Workflow).Withdraw)}},
	{workflow.Amend, responseAct{
		"amend", "Amend", "Amend the response",
		"It becomes a draft again. What you delivered stays in force until you submit the new text.",
		"Why does it change?", "Amend it", "You can change it now. What you delivered stays in force until you submit again.",
		(*workflow.Workflow).Amend}},
	{workflow.Decline, responseAct{
		"decline", "We have nothing to report", "Nothing to report",
		"The requester is told that your NCP has nothing to report, and nobody reminds you any more. Saving an answer later undoes this.",
		"Why, in a word?", "We have nothing to report", "The requester knows that you have nothing to report.",
		(*workflow.Workflow).Decline}},
	{workflow.TakeOver, responseAct{
		"take-over", "Take over from the requester", "Take the response over",
		"The requester wrote it on your behalf. From now on it is yours: you edit and submit it, and the requester no longer does.",
		"", "Take it over", "The response is yours now.",
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
	Heading string
	Explain string
	Field   string
	Button  string
	Action  string
	Word    string
	Problem string
}

// Title of the page.
func (p actPage) Title() phrase { return titleOf(plain(p.Heading+": "+p.Desk.Topic), p.Problem != "") }

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
		return s.askAgain(c, http.StatusOK, responseActOf(act), "", "")
	}
}

func (s *Server) askAgain(c *gin.Context, code int, a responseAct, word, problem string) error {
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
			return s.askAgain(c, found.code, a, word, wordsOf(err))
		}
		if err != nil {
			return err
		}
		return s.done(c, responseURL(id), plain(a.done))
	}
}

// acts are the moves that the actor may make now.
func (d desk) acts() []link {
	var all []link
	for _, known := range responseActs {
		if d.offers(known.act) {
			all = append(all, link{URL: d.URL(known.path), Text: plain(known.offer)})
		}
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
