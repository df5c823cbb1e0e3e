package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// A questionsPage is the questions that are asked once.
type questionsPage struct {
	Desk     deskHead
	Live     liveView
	Action   string
	Refusal  phrase
	ReadOnly bool
	State    label
	Summary  summary
	Cells    []*cellView
}

// Title of the page.
func (p questionsPage) Title() phrase {
	return p.Summary.title(say("record.once_title", "Topic", p.Desk.Topic))
}

func (s *Server) questions(c *gin.Context) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	if err := s.opened(c, d); err != nil {
		return err
	}
	if err := s.said(c, &d); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "questions", d.questionsPage(d.sheet("", d.asked(d.AHQ.Questionnaire.Questions))))
}

func (d desk) questionsPage(sheet sheet) questionsPage {
	questions := d.asked(d.AHQ.Questionnaire.Questions)
	return questionsPage{
		Live: d.live(new(string)),
		Desk: d.head(d.home()), Action: d.withFrom(d.URL("questions")), ReadOnly: !d.Editable(), Refusal: d.whyReadOnly(sheet),
		State:   d.stateOf("", questions),
		Summary: d.summary(sheet, questions, d.Report.Problems.In("")), Cells: pick(sheet, questions),
	}
}

func (s *Server) saveQuestions(c *gin.Context) error {
	form, d, err := s.postedDesk(c)
	if err != nil {
		return err
	}
	typed := typedCells(form, d.asked(d.AHQ.Questionnaire.Questions))
	failed := s.keepCells(c, "", typed)
	if failed != nil || wrong(typed) {
		return s.questionsAgain(c, typed, failed)
	}
	if form.Get("then") == "list" {
		return s.done(c, d.home().URL, say("notice.saved"))
	}
	return s.done(c, backTo(d.withFrom(d.URL("questions")), typed), say("notice.saved"))
}

// questionsAgain shows the page as it was typed, with what stood in the way.
func (s *Server) questionsAgain(c *gin.Context, typed []typedCell, failed error) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	if err := s.said(c, &d); err != nil {
		return err
	}
	sheet, err := d.typedSheet("", d.asked(d.AHQ.Questionnaire.Questions), typed, failed)
	if err != nil {
		return err
	}
	return s.html(c, sheet.Code, "questions", d.questionsPage(sheet))
}
