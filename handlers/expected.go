package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An expectedPage lets an NCP say by when its answer can be expected.
type expectedPage struct {
	Desk       deskHead
	Action     string
	Day        string
	Word       string
	Set        bool // it said so already, and can take it back
	Complaints complaints
}

// Title of the page.
func (p expectedPage) Title() phrase {
	return p.Complaints.title(say("expected.title", "Topic", p.Desk.Topic))
}

func (s *Server) expectedPage(c *gin.Context) error {
	now, err := s.chasingOf(c)
	if err != nil {
		return err
	}
	return s.showExpected(c, http.StatusOK, now.ExpectedBy, now.ExpectedWord, nil)
}

// chasingOf the NCP whose response it is.
func (s *Server) chasingOf(c *gin.Context) (models.Chasing, error) {
	r := about(c).Response
	return s.Store.Chasing(c.Request.Context(), actor(c).Scope(), r.AHQID, r.NCP)
}

func (s *Server) showExpected(c *gin.Context, code int, day, word string, said complaints) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	now, err := s.chasingOf(c)
	if err != nil {
		return err
	}
	return s.html(c, code, "expected", expectedPage{
		Desk: d.head(d.home()), Action: d.URL("expected"), Day: day, Word: word, Set: now.ExpectedBy != "", Complaints: said,
	})
}

// expect keeps what the NCP says, or takes it back.
func (s *Server) expect(c *gin.Context) error {
	day, word, id := c.PostForm("expected_by"), c.PostForm("word"), about(c).Response.ID
	if c.PostForm("never") != "" {
		day, word = "", ""
	}
	if _, err := s.Flow.Expect(c.Request.Context(), actor(c), id, day, word); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showExpected(c, code, day, word, said)
	}
	if day == "" {
		return s.done(c, responseURL(id), say("notice.expected_none"))
	}
	return s.done(c, responseURL(id), say("notice.expected", "Day", isoDay(day)))
}

// expects says whether the NCP can say now by when to expect its answer.
func (d desk) expects() bool { return d.Can(workflow.Expect) && d.waits() }

// fillExpected shows what the NCP said, as long as its answer is to come.
func (s *Server) fillExpected(c *gin.Context, d desk, page *responsePage) error {
	if !d.waits() {
		return nil
	}
	now, err := s.chasingOf(c)
	if err != nil || now.ExpectedBy == "" {
		return err
	}
	page.Notes = append(page.Notes, remark{say("expected.said", "Day", isoDay(now.ExpectedBy)), plain(now.ExpectedWord), quiet})
	return nil
}
