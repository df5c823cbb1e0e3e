package handlers

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A trackingPage is how far everybody is with one AHQ, for those who ask.
type trackingPage struct {
	Head      ahqHead
	URL       string
	Board     string // what was sent, and what comes
	Counts    []tally
	Fields    []choiceField
	Late      bool // only who is late
	Chosen    bool // not all are shown
	Shown     phrase
	Matrix    matrix
	Timeline  *timeline // nil while there is nothing to draw
	Downloads []link
}

// Title of the page.
func (p trackingPage) Title() phrase {
	return say("tracking.title", "Topic", p.Head.Topic)
}

func (s *Server) trackingPage(c *gin.Context) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	all, err := s.watch(c.Request.Context(), d)
	if err != nil {
		return err
	}
	wanted := d.trackingChoice(c)
	page := trackingPage{
		Head: d.head(d.home()), URL: d.URL("tracking"), Board: d.URL("board"),
		Matrix: d.meter().matrix(wanted.By, all), Fields: wanted.fields(), Late: wanted.Late, Chosen: wanted.narrows(),
		Timeline: d.timeline(all.arrivals, s.brussels), Downloads: wanted.downloads(d.URL("tracking", "download")),
	}
	page.Counts = append(page.Matrix.tallies(all.responses), tally{len(all.open), say("tracking.open_threads")})
	rows := len(page.Matrix.Rows)
	page.Matrix.Rows = wanted.rows(page.Matrix.Rows)
	page.Shown = say("tracking.shown", "Shown", len(page.Matrix.Rows), "Count", rows)
	return s.html(c, http.StatusOK, "tracking", page)
}

// A watched AHQ is all that is read to follow one.
type watched struct {
	addressees []models.Addressee
	responses  map[string]models.Response // by NCP
	spreads    map[models.ResponseID]models.Spread
	chasings   []models.Chasing
	arrivals   []models.Arrival
	open       []models.Thread
}

func (s *Server) watch(ctx context.Context, d ahqDesk) (all watched, err error) {
	if d.AHQ.IssuedAt == nil {
		return all, models.ErrNotFound
	}
	scope, id := d.Who.Scope(), d.AHQ.ID
	if all.addressees, err = s.Store.Addressees(ctx, scope, id); err != nil {
		return all, err
	}
	responses, err := s.Store.Responses(ctx, scope, id)
	if err != nil {
		return all, err
	}
	all.responses = byNCP(responses)
	if all.spreads, err = s.Store.Spreads(ctx, scope, id); err != nil {
		return all, err
	}
	if all.chasings, err = s.Store.Chasings(ctx, scope, id); err != nil {
		return all, err
	}
	if all.arrivals, err = s.Store.Arrivals(ctx, scope, id); err != nil {
		return all, err
	}
	all.open, err = s.Store.OpenThreads(ctx, scope, id)
	return all, err
}

// tallies of a matrix, over all its rows.
func (all matrix) tallies(responses map[string]models.Response) []tally {
	rows := make([]trackRow, len(all.Rows))
	for i, row := range all.Rows {
		rows[i] = row.trackRow
	}
	return tallies(rows, responses)
}

// A following is what somebody wants to see of a matrix, and in which order.
type following struct {
	By, State, Role, Sort string
	Late                  bool
}

// trackingChoice is what the address says, or else the usual: records, where
// there can be any.
func (d ahqDesk) trackingChoice(c *gin.Context) following {
	f := following{By: c.Query("by"), State: c.Query("state"), Role: c.Query("role"), Sort: c.Query("sort"), Late: c.Query("late") != ""}
	if _, known := matrixViews[f.By]; !known {
		f.By = byRecord
		if len(d.AHQ.Questionnaire.Tables) == 0 {
			f.By = byQuestion
		}
	}
	if _, known := rowOrders[f.Sort]; !known {
		f.Sort = sortName
	}
	return f
}

// narrows says whether some are left out.
func (f following) narrows() bool { return f.State != "" || f.Role != "" || f.Late }

// query is the choice as an address has it.
func (f following) query() string {
	query := url.Values{"by": {f.By}, "sort": {f.Sort}}
	for name, value := range map[string]string{"state": f.State, "role": f.Role} {
		if value != "" {
			query.Set(name, value)
		}
	}
	if f.Late {
		query.Set("late", "yes")
	}
	return query.Encode()
}

// rows that are wanted, in the order that is.
func (f following) rows(all []matrixRow) []matrixRow {
	all = slices.DeleteFunc(all, func(row matrixRow) bool {
		return f.State != "" && stateValue(row.State) != f.State || f.Role != "" && string(row.Role) != f.Role || f.Late && !row.Late
	})
	slices.SortStableFunc(all, rowOrders[f.Sort])
	return all
}
