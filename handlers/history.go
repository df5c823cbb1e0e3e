package handlers

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A historyPage tells what happened to a response, the last first.
type historyPage struct {
	Desk     deskHead
	Versions []versionRow
	Action   string // where the choices are sent
	People   []choice
	Records  []choice
	Chosen   bool // not all is shown
	Days     []historyDay
	Shown    phrase // which of how many entries, where there are several pages
	Later    string // the page with what happened later; "" none
	Earlier  string
}

// A versionRow is a delivered version, and how much changed in it.
type versionRow struct {
	versionView
	Before  int // the version before; 0 for the first
	Changes int // since then
}

// entriesPerPage is how much of a history is told at once.
const entriesPerPage = 100

// Title of the page.
func (p historyPage) Title() phrase {
	return say("history.title", "NCP", p.Desk.NCP, "Topic", p.Desk.Topic)
}

func (s *Server) responseHistory(c *gin.Context) error {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	d, err := s.outerDesk(c)
	if err != nil {
		return err
	}
	events, err := s.Store.Events(ctx, scope, string(about(c).Response.ID))
	if err != nil {
		return err
	}
	page := historyPage{Desk: d.outerHead(c), Action: responseURL(about(c).Response.ID) + "/history"}
	if page.Versions, err = s.versionRows(c); err != nil {
		return err
	}
	tells, err := s.teller(c)
	if err != nil {
		return err
	}
	page.tell(tells, events, historyChoice(c))
	return s.html(c, http.StatusOK, "history", page)
}

// versionRows are all that was delivered of a response, the last first.
func (s *Server) versionRows(c *gin.Context) ([]versionRow, error) {
	what := about(c)
	versions, err := s.Store.Versions(c.Request.Context(), actor(c).Scope(), what.Response.ID)
	if err != nil {
		return nil, err
	}
	var rows []versionRow
	for i, v := range versions {
		view, err := s.versionView(c, what.Response, v)
		if err != nil {
			return nil, err
		}
		row := versionRow{versionView: view}
		if i > 0 {
			row.Before = versions[i-1].Number
			row.Changes = cellCount(changedParts(workflow.VersionChanges(what.AHQ, versions[i-1], v)))
		}
		rows = append(rows, row)
	}
	slices.Reverse(rows)
	return rows, nil
}

// tell puts one page of what is chosen into the history.
func (p *historyPage) tell(t teller, events []models.Event, h choosing) {
	p.People, p.Records = chosen(peopleIn(events), h.By), chosen(t.recordsIn(events), h.Record)
	p.Chosen = h.By != "" || h.Record != ""
	entries := slices.DeleteFunc(t.entries(events), func(e historyEntry) bool { return !h.wants(e) })
	from := min((h.Page-1)*entriesPerPage, len(entries))
	to := min(from+entriesPerPage, len(entries))
	if len(entries) > entriesPerPage {
		p.Shown = say("history.shown", "From", from+1, "To", to, "All", len(entries))
	}
	if from > 0 {
		p.Later = h.at(p.Action, h.Page-1)
	}
	if to < len(entries) {
		p.Earlier = h.at(p.Action, h.Page+1)
	}
	p.Days = byDay(entries[from:to])
}

// back leads those who may see the draft to it, and others to the AHQ.
func (d desk) back(who workflow.Actor) link {
	if who.Is(d.Response.NCP, models.Coordinator, models.Contributor, models.Reader) || d.May(workflow.SeeDraft) {
		return d.home()
	}
	return link{URL: ahqURL(d.AHQ), Text: say("ahq.back")}
}
