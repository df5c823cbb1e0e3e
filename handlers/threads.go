package handlers

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A threadsPage is all that is said about the answers of a response.
type threadsPage struct {
	Desk    deskHead
	Threads []threadView // open ones first
}

// Title of the page.
func (p threadsPage) Title() phrase {
	return say("thread.all_title", "NCP", p.Desk.NCP, "Topic", p.Desk.Topic)
}

func (s *Server) threadsPage(c *gin.Context) error {
	d, err := s.outerDesk(c)
	if err != nil {
		return err
	}
	all, err := s.threads(c, d)
	if err != nil {
		return err
	}
	page := threadsPage{Desk: d.outerHead(c)}
	slices.SortStableFunc(all.all, func(a, b models.Thread) int { return order(a.Closed()) - order(b.Closed()) })
	of := map[int]models.Version{} // the versions that they are about
	for _, thread := range all.all {
		v, known := of[thread.Number]
		if !known {
			if v, err = s.Store.Version(c.Request.Context(), actor(c).Scope(), thread.ResponseID, thread.Number); err != nil {
				return err
			}
			of[thread.Number] = v
		}
		view := all.view(thread)
		view.Where = whereIn(all.subject, v, placeOf(thread))
		page.Threads = append(page.Threads, view)
	}
	return s.html(c, http.StatusOK, "threads", page)
}

// order puts what is not before what is.
func order(is bool) int {
	if is {
		return 1
	}
	return 0
}

// threads of the response at a desk.
func (s *Server) threads(c *gin.Context, d desk) (threads, error) {
	if d.Response.Delivered == 0 { // a thread is about what was delivered
		return threads{d.subject, nil}, nil
	}
	all, err := s.Store.Threads(c.Request.Context(), actor(c).Scope(), d.Response.ID)
	return threads{d.subject, all}, err
}

// said puts what is said about its answers on a desk.
func (s *Server) said(c *gin.Context, d *desk) (err error) {
	d.said, err = s.threads(c, *d)
	return err
}

// placeOf the cell that a thread is about.
func placeOf(t models.Thread) workflow.Place {
	return workflow.Place{Record: t.RecordID, Question: t.Question}
}

// whereIn a delivered version a cell is, in words.
func whereIn(what subject, v models.Version, at workflow.Place) phrase {
	d := desk{subject: what, Read: workflow.Read{Content: v.Content}}
	return d.where(forms.Problem{Record: at.Record, Cell: at.Question})
}

// A threadPage is one thread, or none yet, with a way to say something.
type threadPage struct {
	Desk       deskHead
	Where      phrase
	Row        answerRow // what was delivered
	Thread     *threadView
	Action     string // where what is said goes; "" nothing more is said
	Settle     string // where it is settled; "" by nobody who looks
	Text       string
	Complaints complaints
}

// Title of the page.
func (p threadPage) Title() phrase {
	return p.Complaints.title(say("thread.title", "Where", p.Where, "Topic", p.Desk.Topic))
}

func (s *Server) newThread(c *gin.Context) error {
	return s.showNewThread(c, http.StatusOK, threadPage{})
}

func (s *Server) showNewThread(c *gin.Context, code int, page threadPage) error {
	d, err := s.outerDesk(c)
	if err != nil {
		return err
	}
	at := workflow.Place{Record: c.Query("record"), Question: c.Query("question")}
	page.Action = threadsURL(d.Response.ID) + "?" + cellQuery(at)
	return s.showThread(c, code, d, page, d.Response.InForce, at)
}

// cellQuery names a cell in an address.
func cellQuery(at workflow.Place) string {
	return url.Values{"record": {at.Record}, "question": {at.Question}}.Encode()
}

// showThread shows it under what was delivered there.
func (s *Server) showThread(c *gin.Context, code int, d desk, page threadPage, number int, at workflow.Place) error {
	v, err := s.Store.Version(c.Request.Context(), actor(c).Scope(), d.Response.ID, number)
	if err != nil {
		return err
	}
	row, there := versionReader(d.AHQ, v, bare).answers().at(answerAnchor(at.Record, at.Question))
	if !there {
		return models.ErrNotFound
	}
	page.Row, page.Where, page.Desk = row, whereIn(d.subject, v, at), d.outerHead(c)
	page.Desk.Back = link{URL: versionURL(v) + "#" + row.Anchor, Text: say("version.heading", "Number", v.Number)}
	return s.html(c, code, "thread", page)
}

// at an anchor, the answer that stands there.
func (a answers) at(anchor string) (answerRow, bool) {
	all := slices.Clone(a.Once)
	for _, section := range a.Sections {
		for _, r := range section.Records {
			all = slices.Concat(all, r.Rows, r.Follow)
		}
	}
	i := slices.IndexFunc(all, func(row answerRow) bool { return row.Anchor == anchor })
	if i < 0 {
		return answerRow{}, false
	}
	return all[i], true
}

// startThread asks about an answer.
func (s *Server) startThread(c *gin.Context) error {
	text, at := lineEnds(c.PostForm("text")), workflow.Place{Record: c.Query("record"), Question: c.Query("question")}
	thread, err := s.Flow.StartThread(c.Request.Context(), actor(c), about(c).Response.ID, at, text)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showNewThread(c, code, threadPage{Text: text, Complaints: said})
	}
	return s.done(c, threadURL(thread), say("notice.thread_begun"))
}

func (s *Server) thread(c *gin.Context) error {
	return s.threadAgain(c, http.StatusOK, "", nil)
}

func (s *Server) threadAgain(c *gin.Context, code int, text string, said complaints) error {
	thread, err := s.threadInPath(c)
	if err != nil {
		return err
	}
	d, err := s.outerDesk(c)
	if err != nil {
		return err
	}
	view := threads{subject: d.subject}.view(thread)
	page := threadPage{Thread: &view, Text: text, Complaints: said}
	if d.canSay(thread) || text != "" { // what was written too late is not lost
		page.Action = threadURL(thread) + "/say"
	}
	if d.May(workflow.Settle) && !thread.Closed() && settles(thread, workflow.SidesOf(d.Parts)) {
		page.Settle = threadURL(thread) + "/settle"
	}
	return s.showThread(c, code, d, page, thread.Number, placeOf(thread))
}

// threadInPath is the one that the path names, if it is about the response that
// it names.
func (s *Server) threadInPath(c *gin.Context) (models.Thread, error) {
	t, err := s.Store.Thread(c.Request.Context(), actor(c).Scope(), models.ThreadID(c.Param("thread")))
	if err == nil && t.ResponseID != about(c).Response.ID {
		return t, models.ErrNotFound
	}
	return t, err
}

func (s *Server) sayInThread(c *gin.Context) error {
	thread, err := s.threadInPath(c)
	if err != nil {
		return err
	}
	text := lineEnds(c.PostForm("text"))
	if _, err := s.Flow.Say(c.Request.Context(), actor(c), thread.ID, text); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.threadAgain(c, code, text, said)
	}
	return s.done(c, threadURL(thread), say("notice.said"))
}

func (s *Server) settleThread(c *gin.Context) error {
	thread, err := s.threadInPath(c)
	if err != nil {
		return err
	}
	if thread, err = s.Flow.Settle(c.Request.Context(), actor(c), thread.ID); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.threadAgain(c, code, "", said)
	}
	if thread.Closed() {
		return s.done(c, threadURL(thread), say("notice.thread_closed"))
	}
	return s.done(c, threadURL(thread), say("notice.thread_settled"))
}
