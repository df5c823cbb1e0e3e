package handlers

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An eventsPage tells what happened to all AHQs and responses, the last first,
// and whether it is as it was written.
type eventsPage struct {
	AHQ         string // its reference, as it was typed
	People      []choice
	Acts        []choice
	NCPs        []choice
	From, Until string
	Verifies    bool
	Verified    phrase
	Broken      []brokenRow
	Rows        []happeningRow
	Later       string
	Earlier     string
	Complaints  complaints
}

// A happeningRow is one event.
type happeningRow struct {
	At   time.Time
	By   string
	What phrase
	AHQ  phrase
	NCP  string // whose response; "" the AHQ itself
}

// A brokenRow is a chain that is not as it was written.
type brokenRow struct {
	AHQ phrase
	NCP string
	Why string
}

// Title of the page.
func (p eventsPage) Title() phrase { return p.Complaints.title(say("events.title")) }

func (s *Server) eventHistory(c *gin.Context) error {
	page := eventsPage{
		AHQ: strings.TrimSpace(c.Query("ahq")), From: c.Query("from"), Until: c.Query("until"), Verifies: c.Query("verify") != "",
		Acts: chosen(actChoices(), c.Query("act")),
	}
	filter, said, err := s.eventsWanted(c, page)
	if err != nil {
		return err
	}
	names, err := s.Store.Names(c.Request.Context())
	if err != nil {
		return err
	}
	if err := s.offerPeople(c, &page, names); err != nil {
		return err
	}
	if page.Complaints = said; len(said) > 0 {
		return s.html(c, http.StatusUnprocessableEntity, "events", page)
	}
	if err := s.fillEvents(c, &page, filter, names); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "events", page)
}

// eventsWanted is what the address asks for, and what of it cannot be.
func (s *Server) eventsWanted(c *gin.Context, page eventsPage) (f models.EventFilter, said complaints, err error) {
	f = models.EventFilter{By: models.PersonID(c.Query("by")), Act: c.Query("act"), NCP: c.Query("ncp"), Limit: entriesPerPage + 1}
	if at, err := strconv.Atoi(c.Query("page")); err == nil && at > 1 {
		f.Skip = (min(at, mostPages) - 1) * entriesPerPage
	}
	if page.AHQ != "" {
		f.AHQ, err = s.Flow.AHQCalled(c.Request.Context(), actor(c), page.AHQ)
		if errors.Is(err, models.ErrNotFound) {
			said, err = append(said, complaint{Field: "ahq", Text: say("events.no_ahq")}), nil
		}
	}
	for _, day := range []struct {
		field, typed string
		into         *time.Time
		later        int
	}{{"from", page.From, &f.From, 0}, {"until", page.Until, &f.Behind, 1}} {
		if day.typed == "" {
			continue
		}
		at, wrong := time.ParseInLocation(time.DateOnly, day.typed, s.brussels)
		if wrong != nil {
			said = append(said, complaint{Field: day.field, Text: say("events.no_day")})
			continue
		}
		*day.into = at.AddDate(0, 0, day.later)
	}
	return f, said, err
}

// mostPages is how far back one turns; older things are found by their day.
const mostPages = 1000

func (s *Server) offerPeople(c *gin.Context, page *eventsPage, names map[string]string) error {
	persons, err := s.Store.Persons(c.Request.Context())
	if err != nil {
		return err
	}
	everybody := []choice{{Text: say("history.everybody")}}
	for _, p := range persons {
		everybody = append(everybody, choice{Value: string(p.ID), Text: plain(p.Name)})
	}
	page.People = chosen(everybody, c.Query("by"))
	all := []choice{{Text: say("events.any_ncp")}}
	for _, code := range slices.SortedFunc(maps.Keys(names), func(a, b string) int { return cmp.Compare(names[a], names[b]) }) {
		all = append(all, choice{Value: code, Text: plain(names[code])})
	}
	page.NCPs = chosen(all, c.Query("ncp"))
	return nil
}

func (s *Server) fillEvents(c *gin.Context, page *eventsPage, f models.EventFilter, names map[string]string) error {
	ctx := c.Request.Context()
	found, err := s.Flow.Happenings(ctx, actor(c), f)
	if err != nil {
		return err
	}
	at := f.Skip/entriesPerPage + 1
	if len(found) > entriesPerPage {
		found, page.Earlier = found[:entriesPerPage], otherPage(c, at+1)
	}
	if at > 1 {
		page.Later = otherPage(c, at-1)
	}
	for _, h := range found {
		page.Rows = append(page.Rows, happeningRow{h.At, h.ByName, actName(h.Act), referenced(h.ChainOf), names[h.NCP]})
	}
	if page.Verifies {
		return s.verifyEvents(ctx, actor(c), page, f.AHQ, names)
	}
	return nil
}

// otherPage is the same choice, on another page.
func otherPage(c *gin.Context, page int) string {
	query := url.Values{}
	for _, name := range []string{"ahq", "ncp", "by", "act", "from", "until"} {
		if value := c.Query(name); value != "" {
			query.Set(name, value)
		}
	}
	query.Set("page", strconv.Itoa(page))
	return "/events?" + query.Encode()
}

// verifyEvents says whether what happened is as it was written.
func (s *Server) verifyEvents(ctx context.Context, who workflow.Actor, page *eventsPage, ahq models.AHQID, names map[string]string) error {
	v, err := s.Flow.VerifyEvents(ctx, who, ahq)
	page.Verified = say("events.verified", "Chains", many("events.chains", v.All), "Broken", len(v.Broken))
	for _, b := range v.Broken {
		page.Broken = append(page.Broken, brokenRow{referenced(b.ChainOf), names[b.NCP], sentence(b.Why)})
	}
	return err
}

// referenced is what the AHQ of a chain goes by.
func referenced(of models.ChainOf) phrase {
	return referenceOf(models.AHQ{Reference: of.Reference})
}
