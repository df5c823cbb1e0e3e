package handlers

import (
	"context"
	"errors"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A calendarsPage is where somebody gets addresses for their calendar program.
type calendarsPage struct {
	Address string       // of the one just made: shown once
	Open    template.URL // the same, as calendar programs open it
	Rows    []feedRow
}

// A feedRow is one calendar, without its secret: nobody has that but its owner.
type feedRow struct {
	Name   phrase
	URL    string // of its AHQ
	Made   time.Time
	Revoke string
}

// Title of the page.
func (p calendarsPage) Title() phrase { return say("nav.calendars") }

func (s *Server) calendarsPage(c *gin.Context) error {
	return s.showCalendars(c, calendarsPage{})
}

func (s *Server) showCalendars(c *gin.Context, page calendarsPage) error {
	ctx, who := c.Request.Context(), actor(c)
	own, err := s.Store.Feeds(ctx, who.Person.ID)
	if err != nil {
		return err
	}
	for _, f := range own {
		row, err := s.feedRow(ctx, who, f)
		if err != nil {
			return err
		}
		page.Rows = append(page.Rows, row)
	}
	return s.html(c, http.StatusOK, "calendars", page)
}

// feedRow of one: what it shows, as far as who looks still sees it.
func (s *Server) feedRow(ctx context.Context, who workflow.Actor, f models.Feed) (feedRow, error) {
	row := feedRowOf(f, say("calendars.all"))
	if f.AHQID == nil {
		return row, nil
	}
	a, err := s.Store.AHQ(ctx, who.Scope(), *f.AHQID)
	if errors.Is(err, models.ErrNotFound) {
		row.Name = say("calendars.unseen")
		return row, nil
	}
	row.Name, row.URL = called(a), ahqURL(a)
	return row, err
}

func feedRowOf(f models.Feed, name phrase) feedRow {
	return feedRow{Name: name, Made: f.CreatedAt, Revoke: "/calendars/" + string(f.ID) + "/revoke"}
}

// makeCalendar makes a secret address, and shows it once.
func (s *Server) makeCalendar(c *gin.Context) error {
	_, secret, err := s.Flow.CreateFeed(c.Request.Context(), actor(c), models.AHQID(c.PostForm("ahq")))
	if err != nil {
		return err
	}
	address := s.Flow.Address("/calendars/" + secret + ".ics")
	_, place, _ := strings.Cut(address, "://")
	return s.showCalendars(c, calendarsPage{Address: address, Open: template.URL("webcal://" + place)}) //nolint:gosec // ours, but for its scheme
}

func (s *Server) revokeCalendar(c *gin.Context) error {
	if err := s.Flow.RevokeFeed(c.Request.Context(), actor(c), models.FeedID(c.Param("calendar"))); err != nil {
		return err
	}
	return s.done(c, "/calendars", say("notice.calendar_revoked"))
}

// calendar answers a calendar program, which signs in by nothing but the secret
// in its address.
func (s *Server) calendar(c *gin.Context) error {
	secret, isOne := strings.CutSuffix(c.Param("secret"), ".ics")
	if !isOne {
		return models.ErrNotFound
	}
	body, err := s.Flow.Calendar(c.Request.Context(), secret)
	if err != nil {
		return err
	}
	return followed(c, workflow.CalendarMedia, body)
}

// replyByFile is the reply-by date of an AHQ, to be taken over by one click.
func (s *Server) replyByFile(c *gin.Context) error {
	body, err := s.Flow.CalendarOfAHQ(c.Request.Context(), actor(c), about(c).AHQ.ID)
	if err != nil {
		return err
	}
	return s.download(c, workflow.CalendarName, workflow.CalendarMedia, body)
}

// A calendarView is how the date of an AHQ gets into a calendar, on its page.
type calendarView struct {
	File string // with the date, for one click
	AHQ  string // its id, for an address that follows the date
	Rows []feedRow
}

// fillCalendar offers the date once there is one.
func (s *Server) fillCalendar(ctx context.Context, d ahqDesk, page *ahqPage) error {
	if d.AHQ.State == models.AHQDraft {
		return nil
	}
	own, err := s.Store.Feeds(ctx, d.Who.Person.ID)
	page.Calendar = &calendarView{File: d.URL(workflow.CalendarName), AHQ: string(d.AHQ.ID)}
	for _, f := range own {
		if f.AHQID != nil && *f.AHQID == d.AHQ.ID {
			page.Calendar.Rows = append(page.Calendar.Rows, feedRowOf(f, called(d.AHQ)))
		}
	}
	return err
}
