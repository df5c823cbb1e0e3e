package handlers

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A historyPage tells what happened to a response, the last first.
type historyPage struct {
	Desk     deskHead
	Versions []versionView
	Events   []eventView
}

// An eventView is an event in words.
type eventView struct {
	At, By, What, Why string
}

// Title of the page.
func (p historyPage) Title() phrase { return plain("History, " + p.Desk.NCP + ": " + p.Desk.Topic) }

func (s *Server) responseHistory(c *gin.Context) error {
	ctx, scope, what := c.Request.Context(), actor(c).Scope(), about(c)
	head, err := s.outerHead(c)
	if err != nil {
		return err
	}
	events, err := s.Store.Events(ctx, scope, string(what.Response.ID))
	if err != nil {
		return err
	}
	page := historyPage{Desk: head}
	if page.Versions, err = s.versionViews(c); err != nil {
		return err
	}
	if page.Events, err = s.responseEvents(c, events); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "history", page)
}

// versionViews are all that was delivered of a response, in order.
func (s *Server) versionViews(c *gin.Context) ([]versionView, error) {
	r := about(c).Response
	versions, err := s.Store.Versions(c.Request.Context(), actor(c).Scope(), r.ID)
	if err != nil {
		return nil, err
	}
	var views []versionView
	for _, v := range versions {
		view, err := s.versionView(c, r, v)
		if err != nil {
			return nil, err
		}
		views = append(views, view)
	}
	return views, nil
}

// back leads those who may see the draft to it, and others to the AHQ.
func (d desk) back(who workflow.Actor) link {
	if who.Is(d.Response.NCP, models.Coordinator, models.Contributor, models.Reader) || d.May(workflow.SeeDraft) {
		return d.home()
	}
	return link{URL: ahqURL(d.AHQ), Text: say("ahq.back")}
}

// eventWords tell what an act was, of an AHQ or a response. What stands behind
// it in the event is added by told.
var eventWords = map[string]string{
	"open": "looked at it for the first time", "save": "wrote", "add": "added", "duplicate": "duplicated",
	"reorder": "moved", "delete": "deleted", "restore": "restored", "attach": "attached", "detach": "removed",
	string(workflow.Respond): "began a response", string(workflow.Submit): "submitted it",
	string(workflow.Withdraw): "withdrew it", string(workflow.Return): "returned it",
	string(workflow.Compile): "compiled it", string(workflow.Amend): "began to amend it",
	string(workflow.Decline): "said that there is nothing to report", string(workflow.EnterFor): "began to enter it for the NCP",
	string(workflow.TakeOver):  "took it over from the requester",
	string(workflow.CreateAHQ): "wrote the AHQ", string(workflow.EditAHQ): "changed the AHQ",
	string(workflow.Issue): "issued it", string(workflow.Extend): "extended it", string(workflow.Correct): "corrected its words",
	string(workflow.Close): "closed it", string(workflow.Reopen): "reopened it", string(workflow.Cancel): "cancelled it",
	string(workflow.NameCompilers): "named the compilers", string(workflow.Ask): "asked a question",
	string(workflow.AnswerInquiry): "answered a question",
}

// eventViews are events in words, the last first.
func (s *Server) eventViews(events []models.Event) []eventView {
	return s.told(events, func(id string) string { return id }, func(_, id string) string { return id })
}

// responseEvents are those of a response, with its records and questions by name
// for those who see what is written.
func (s *Server) responseEvents(c *gin.Context, events []models.Event) ([]eventView, error) {
	d := desk{subject: about(c)}
	if d.May(workflow.SeeDraft) {
		draft, err := s.Store.Draft(c.Request.Context(), actor(c).Scope(), d.Response.ID)
		if err != nil {
			return nil, err
		}
		d.Draft, d.Content = draft, workflow.Content(d.AHQ, draft)
	}
	speech := s.texts.in(s.spoken(c))
	question := func(record, cell string) string {
		words, err := speech.text(d.label(forms.Problem{Record: record, Cell: cell}))
		if err != nil {
			return cell
		}
		return "“" + words + "”"
	}
	return s.told(events, d.named, question), nil
}

// told says what happened and to what, the last first.
func (s *Server) told(events []models.Event, record func(string) string, question func(record, cell string) string) []eventView {
	views := make([]eventView, len(events))
	for i, e := range events {
		what := eventWords[e.Act]
		if what == "" {
			what = e.Act
		}
		if e.Data.Record == "" && e.Data.Cell == "" && e.Act == "save" {
			what = "wrote answers"
		}
		if e.Data.Cell != "" {
			what += " " + question(e.Data.Record, e.Data.Cell)
		}
		if e.Data.Cell != "" && e.Data.Record != "" {
			what += " in"
		}
		if e.Data.Record != "" {
			what += " " + record(e.Data.Record)
		}
		views[len(events)-1-i] = eventView{At: s.instant(e.At), By: e.ByName, What: what + detail(e), Why: e.Data.Why}
	}
	return views
}

// detail is what else an event has to tell.
func detail(e models.Event) string {
	words := ""
	switch e.Act {
	case "attach", "detach":
		words = " " + e.Data.Subject
	case string(workflow.Submit):
		words = fmt.Sprintf(" as version %d", e.Data.Number)
	}
	if e.Data.Day != "" {
		words += " until " + day(e.Data.Day)
	}
	if e.Data.Late {
		words += ", late"
	}
	return words
}
