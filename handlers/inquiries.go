package handlers

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An inquiryView is a question that an NCP has about an AHQ, and its answer,
// which all read.
type inquiryView struct {
	ID         string
	NCP        string
	Asked      time.Time
	Question   string
	Answer     string
	Answered   *time.Time
	AnswerHere string // where it is answered, for those who may
}

func (s *Server) fillInquiries(ctx context.Context, d ahqDesk, page *ahqPage) error {
	all, err := s.Store.Inquiries(ctx, d.Who.Scope(), d.AHQ.ID)
	for _, q := range all {
		page.Inquiries = append(page.Inquiries, d.inquiryView(q))
	}
	return err
}

func (d ahqDesk) inquiryView(q models.Inquiry) inquiryView {
	view := inquiryView{
		ID: string(q.ID), NCP: d.name(q.NCP), Asked: q.AskedAt, Question: q.Question, Answer: q.Answer, Answered: q.AnsweredAt,
	}
	if q.AnsweredAt == nil && d.May(workflow.AnswerInquiry) {
		view.AnswerHere = d.URL("inquiries", string(q.ID))
	}
	return view
}

// An askPage lets an NCP ask about an AHQ.
type askPage struct {
	Head       ahqHead
	Action     string
	NCPs       []choice // in whose name; one needs no choosing
	Question   string
	Complaints complaints
}

// Title of the page.
func (p askPage) Title() phrase {
	return p.Complaints.title(say("inquiry.ask_title", "Topic", p.Head.Topic))
}

func (s *Server) askPage(c *gin.Context) error {
	return s.showAsk(c, http.StatusOK, askPage{})
}

func (s *Server) showAsk(c *gin.Context, code int, page askPage) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	page.Head, page.Action = d.head(d.home()), d.URL("ask")
	for _, ncp := range d.Who.NCPs(models.Coordinator, models.Contributor) {
		page.NCPs = append(page.NCPs, choice{ncp, plain(d.name(ncp)), ncp == c.PostForm("ncp")})
	}
	return s.html(c, code, "ask", page)
}

// askRequester puts the question.
func (s *Server) askRequester(c *gin.Context) error {
	question, a := lineEnds(c.PostForm("question")), about(c).AHQ
	_, err := s.Flow.Ask(c.Request.Context(), actor(c), a.ID, c.PostForm("ncp"), question)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showAsk(c, code, askPage{Question: question, Complaints: said})
	}
	return s.done(c, ahqURL(a)+"#inquiries", say("notice.asked"))
}

// An answerPage lets the requester answer a question, to all.
type answerPage struct {
	Head       ahqHead
	Action     string
	Inquiry    inquiryView
	Answer     string
	Complaints complaints
}

// Title of the page.
func (p answerPage) Title() phrase {
	return p.Complaints.title(say("inquiry.answer_title", "Topic", p.Head.Topic))
}

func (s *Server) answerPage(c *gin.Context) error {
	return s.showAnswer(c, http.StatusOK, "", nil)
}

func (s *Server) showAnswer(c *gin.Context, code int, typed string, said complaints) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	q, err := s.inquiry(c)
	if err != nil {
		return err
	}
	return s.html(c, code, "answer", answerPage{
		Head: d.head(d.home()), Action: d.URL("inquiries", string(q.ID)), Inquiry: d.inquiryView(q),
		Answer: typed, Complaints: said,
	})
}

// inquiry is the one that the path names, if it is about the AHQ that it names.
func (s *Server) inquiry(c *gin.Context) (models.Inquiry, error) {
	q, err := s.Store.Inquiry(c.Request.Context(), actor(c).Scope(), models.InquiryID(c.Param("inquiry")))
	if err == nil && q.AHQID != about(c).AHQ.ID {
		return q, models.ErrNotFound
	}
	return q, err
}

func (s *Server) answerInquiry(c *gin.Context) error {
	q, err := s.inquiry(c)
	if err != nil {
		return err
	}
	answer := lineEnds(c.PostForm("answer"))
	if _, err := s.Flow.AnswerInquiry(c.Request.Context(), actor(c), q.ID, answer); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showAnswer(c, code, answer, said)
	}
	return s.done(c, ahqURL(about(c).AHQ)+"#inquiries", say("notice.answered"))
}
