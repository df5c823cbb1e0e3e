package handlers

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An issuePage says, before an AHQ goes out, who will be asked and who will be
// told.
type issuePage struct {
	Head       ahqHead
	Action     string
	Edit       string
	NCPs       []recipient
	Then       phrase       // what holds from then on
	Unheard    phrase       // NCPs where nobody would hear of it
	Planned    []plannedRow // who would hear what, and when
	Ladder     string       // where that is changed
	ReplyTime  phrase       // how long they have
	InTheWay   []unfinished // with the way to each place
	Earlier    earlierView
	Refused    complaints // what is said of issuing it
	Complaints complaints // and of what it is linked with
}

// A recipient is an NCP that is asked, and who of it is told.
type recipient struct {
	Name string
	Told []string
}

// Title of the page.
func (p issuePage) Title() phrase {
	return slices.Concat(p.Refused, p.Complaints).title(say("issue.title", "Topic", p.Head.Topic))
}

// issuePage says beforehand what stands in the way: a draft may have lain for so
// long that its reply-by date is over.
func (s *Server) issuePage(c *gin.Context) error {
	a := about(c).AHQ
	if err := workflow.Complete(a, s.Now()); err != nil && workflow.CanMoveAHQ(a, workflow.Issue) {
		return s.showIssue(c, http.StatusOK, err, nil)
	}
	return s.showIssue(c, http.StatusOK, nil, nil)
}

// showIssue with what stands in the way, if anything does, and with what is said
// of what it is linked with.
func (s *Server) showIssue(c *gin.Context, code int, refused error, said complaints) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	page := issuePage{Head: d.head(d.home()), Action: d.URL("issue"), Edit: d.URL("edit"), Complaints: said, InTheWay: d.inTheWay(refused)}
	if refused != nil {
		if _, page.Refused, err = complain(refused); err != nil {
			return err
		}
	}
	if page.Earlier, err = s.earlier(c.Request.Context(), d, slices.Concat(page.Refused, said)); err != nil {
		return err
	}
	page.Earlier.Why = cmp.Or(c.PostForm("new_why"), page.Earlier.Why)
	asked, err := s.toAsk(c.Request.Context(), d.AHQ)
	if err != nil {
		return err
	}
	var unheard []string
	for _, ncp := range asked {
		to, err := s.recipient(c.Request.Context(), ncp)
		if err != nil {
			return err
		}
		if len(to.Told) == 0 {
			unheard = append(unheard, to.Name)
		}
		page.NCPs = append(page.NCPs, to)
	}
	planned, err := s.wouldHear(c.Request.Context(), d.AHQ)
	if err != nil {
		return err
	}
	page.Planned, page.Ladder = plannedRows(planned, ""), d.URL("ladder")
	page.ReplyTime = d.replyTime(ncpCodes(asked), d.AHQ.ReplyBy, s.Now())
	page.Then, page.Unheard = d.issued(len(page.NCPs)), inSentence(unheard)
	return s.html(c, code, "issue", page)
}

// wouldHear is who would hear what from us, and when, if a draft were issued now
// and nobody answered: nothing is sent.
func (s *Server) wouldHear(ctx context.Context, a models.AHQ) ([]workflow.Planned, error) {
	chased, err := s.Flow.WouldChase(ctx, a)
	now := s.Now()
	return workflow.Upcoming(chased, now, now.AddDate(1, 0, 0)), err
}

// issued says what holds once so many are asked.
func (d ahqDesk) issued(asked int) phrase {
	if d.AHQ.ReplyBy == "" {
		return many("issue.then_undated", asked)
	}
	return say("issue.then", "Count", asked, "Day", isoDay(d.AHQ.ReplyBy))
}

// toAsk are the participants of today that an AHQ asks.
func (s *Server) toAsk(ctx context.Context, a models.AHQ) ([]models.NCP, error) {
	today, err := s.Store.Participants(ctx, s.today())
	return slices.DeleteFunc(today, func(n models.NCP) bool { return !workflow.Asks(a, n) }), err
}

func (s *Server) recipient(ctx context.Context, ncp models.NCP) (recipient, error) {
	to := recipient{Name: ncp.Name}
	people, err := s.Store.Coordinators(ctx, ncp.Code)
	for _, p := range people {
		to.Told = append(to.Told, p.Name)
	}
	return to, err
}

// issue sends it out.
func (s *Server) issue(c *gin.Context) error {
	a, err := s.Flow.Issue(c.Request.Context(), actor(c), about(c).AHQ.ID)
	if err != nil {
		return s.showIssue(c, statusOf(err).code, err, nil)
	}
	return s.done(c, ahqURL(a), say("notice.issued", "Reference", referenceOf(a)))
}
