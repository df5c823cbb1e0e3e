package handlers

import (
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// onBoard is how far the board looks back and ahead.
const onBoard = 14 * 24 * time.Hour

// A boardPage shows those who ask what was sent and what comes, to whom, and why.
type boardPage struct {
	Head    ahqHead
	URL     string
	Acts    bool       // the actor may change what comes
	Paused  *time.Time // nobody is chased since
	Why     string     // it is paused
	Calls   []callRow
	Planned []plannedRow
	NCPs    []chasedRow
	Whom    []choice // who can be reminded
	Sent    []sentRow
	Mails   bool // mail goes out from here

	Complaints complaints
}

// Title of the page.
func (p boardPage) Title() phrase {
	return p.Complaints.title(say("board.title", "Topic", p.Head.Topic))
}

func (s *Server) board(c *gin.Context) error {
	return s.showBoard(c, http.StatusOK, nil)
}

func (s *Server) showBoard(c *gin.Context, code int, said complaints) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	if d.AHQ.IssuedAt == nil {
		return models.ErrNotFound
	}
	ctx, scope, now := c.Request.Context(), d.Who.Scope(), s.Now()
	reminders, err := s.Store.Reminders(ctx, scope, d.AHQ.ID, now.Add(-onBoard))
	if err != nil {
		return err
	}
	messages, err := s.Store.MessagesAbout(ctx, scope, d.AHQ.ID, now.Add(-onBoard))
	if err != nil {
		return err
	}
	chased, err := s.Store.Chased(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	chasings, err := s.Store.Chasings(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	recipients, err := s.Store.Recipients(ctx, slices.Collect(maps.Keys(d.Names))...)
	if err != nil {
		return err
	}
	page := d.boardPage(chased, chasings, now)
	page.Mails = s.Flow.Mail != nil
	page.Sent = d.sentRows(reminders, messages, d.offices(recipients), page.Mails)
	page.Calls, page.Complaints = calls(page.Sent), said
	return s.html(c, code, "board", page)
}

func (d ahqDesk) boardPage(chased []models.Chased, chasings []models.Chasing, now time.Time) boardPage {
	planned := workflow.Upcoming(chased, now, now.Add(onBoard))
	page := boardPage{
		Head: d.head(d.home()), URL: d.URL("board"), Acts: d.Can(workflow.Remind), Paused: d.AHQ.PausedAt, Why: d.AHQ.PausedWhy,
		Planned: plannedRows(planned, d.URL("board")),
	}
	of := map[string]models.Chasing{}
	for _, c := range chasings {
		of[c.NCP] = c
	}
	for _, c := range chased {
		row := d.chasedRow(c, of[c.NCP], now)
		row.Next = nextOf(c.NCP, planned)
		page.NCPs = append(page.NCPs, row)
		if row.Chased {
			page.Whom = append(page.Whom, choice{Value: c.NCP, Text: plain(c.Name)})
		}
	}
	return page
}

// A chasedRow says how one NCP is chased.
type chasedRow struct {
	NCP, Name string
	ReplyBy   string
	Chased    bool   // its answer is still to come
	Paused    bool   // itself
	State     phrase // why it is not reminded
	Expected  phrase
	Word      string // why it is so: its own, or that of who paused it
	Next      *plannedRow
}

func (d ahqDesk) chasedRow(c models.Chased, of models.Chasing, now time.Time) chasedRow {
	standing := workflow.Standing(c, now)
	row := chasedRow{
		NCP: c.NCP, Name: c.Name, ReplyBy: c.ReplyBy, Chased: !standing.Over(), Paused: of.PausedAt != nil,
		State: heldTexts[standing], Word: of.PausedWhy,
	}
	if row.Chased && of.ExpectedBy != "" {
		row.Expected = say("board.expected", "Day", isoDay(of.ExpectedBy))
		if !row.Paused {
			row.Word = of.ExpectedWord
		}
	}
	return row
}
