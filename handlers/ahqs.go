package handlers

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// ahqsOnPage is how many AHQs are listed at once.
const ahqsOnPage = 25

// An ahqsPage lists the AHQs that somebody may see, newest first.
type ahqsPage struct {
	Text    string // what is looked for
	States  []choice
	Rows    []ahqRow
	Next    string // where the list goes on
	Creates bool
}

// An ahqRow is one AHQ in the list.
type ahqRow struct {
	URL       string
	Reference phrase
	Topic     string
	Requester phrase
	Own       bool // theirs to lead or compile
	State     label
	ReplyBy   string
	Left      phrase
	Pressing  bool
}

// Title of the page.
func (p ahqsPage) Title() phrase { return say("nav.ahqs") }

// stateChoices narrow the list.
var stateChoices = []choice{
	{Value: "", Text: say("ahqs.any_state")},
	{Value: string(models.AHQDraft), Text: say("state.draft")},
	{Value: string(models.Open), Text: say("state.open")},
	{Value: string(models.Closed), Text: say("state.closed")},
	{Value: string(models.Cancelled), Text: say("state.cancelled")},
}

func (s *Server) ahqs(c *gin.Context) error {
	ctx, who := c.Request.Context(), actor(c)
	filter := models.AHQFilter{Text: c.Query("text"), AfterAHQID: models.AHQID(c.Query("after")), Limit: ahqsOnPage + 1}
	if state := c.Query("state"); state != "" {
		filter.States = []models.AHQState{models.AHQState(state)}
	}
	found, err := s.Store.AHQs(ctx, who.Scope(), filter)
	if err != nil {
		return err
	}
	names, err := s.Store.Names(ctx)
	if err != nil {
		return err
	}
	page := ahqsPage{Text: filter.Text, States: chosen(stateChoices, c.Query("state")), Creates: workflow.May(workflow.CreateAHQ, who.Parts())}
	if len(found) > ahqsOnPage {
		found = found[:ahqsOnPage]
		page.Next = nextAHQs(c, found[ahqsOnPage-1].ID)
	}
	for _, a := range found {
		page.Rows = append(page.Rows, s.ahqRow(a, who, names))
	}
	return s.html(c, http.StatusOK, "ahqs", page)
}

// nextAHQs is the same list, from that AHQ on.
func nextAHQs(c *gin.Context, last models.AHQID) string {
	query := url.Values{"after": {string(last)}}
	for _, name := range []string{"text", "state"} {
		if value := c.Query(name); value != "" {
			query.Set(name, value)
		}
	}
	return "/ahqs?" + query.Encode()
}

// referenceOf is the reference that an AHQ has, or that it has none yet.
func referenceOf(a models.AHQ) phrase {
	if a.Reference == nil {
		return say("ahqs.no_reference")
	}
	return plain(*a.Reference)
}

func (s *Server) ahqRow(a models.AHQ, who workflow.Actor, names map[string]string) ahqRow {
	row := ahqRow{
		URL: ahqURL(a), Reference: referenceOf(a), Topic: a.Topic, Requester: inSentence(requesters(a, names)),
		Own: workflow.May(workflow.Track, who.PartsInAHQ(a)), State: ahqStates[a.State], ReplyBy: a.ReplyBy,
	}
	if a.State == models.Open {
		row.Left, row.Pressing = timeLeft(a.ReplyBy, s.today()), pressing(a.ReplyBy, s.today())
	}
	return row
}
