package handlers

import (
	"errors"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A checkPage shows all answers once more before they are handed in.
type checkPage struct {
	Desk      deskHead
	Refusal   string // why it was not accepted, as a whole
	Errors    []problemView
	Warnings  []problemView
	Answers   answers
	CanSubmit bool
	Action    string
	Late      bool
	Wider     []choice
	WiderOpen bool   // it must be chosen
	Limited   string // what the AHQ's own dissemination says to it
}

// Title of the page.
func (p checkPage) Title() phrase {
	return titleOf(plain("Check your answers: "+p.Desk.Topic), p.Refusal != "" || p.WiderOpen)
}

func (s *Server) check(c *gin.Context) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "check", d.checkPage(d.Response.Wider))
}

func (d desk) checkPage(wider models.Wider) checkPage {
	page := checkPage{
		Desk: d.head(d.home()), Answers: d.reader().answers(), Action: d.URL("submit"),
		Errors: d.allProblems(forms.Error), Warnings: d.allProblems(forms.Warning),
		CanSubmit: d.Can(workflow.Submit), Late: d.ReplyBy < d.Today,
		Wider: chosen(widerChoices, string(wider)),
	}
	if d.AHQ.Dissemination == models.EMNOnly {
		page.Limited = "This AHQ is for the EMN only: whatever you choose, there is no public edition of it."
	}
	return page
}

// widerChoices have no default: somebody chooses.
var widerChoices = []choice{
	{Value: string(models.WiderYes), Text: plain("Yes: our answer may be published")},
	{Value: string(models.WiderNo), Text: plain("No: our answer stays within the EMN")},
}

// submit hands the response in. Done twice, it leads to the first receipt.
func (s *Server) submit(c *gin.Context) error {
	wider := models.Wider(c.PostForm("wider"))
	_, err := s.Flow.Submit(c.Request.Context(), actor(c), about(c).Response.ID, wider)
	if err != nil {
		return s.checkAgain(c, wider, err)
	}
	return s.redirect(c, responseURL(about(c).Response.ID)+"/receipt")
}

// checkAgain shows the page again, with what stands in the way.
func (s *Server) checkAgain(c *gin.Context, wider models.Wider, failed error) error {
	found := statusOf(failed)
	if found.code != http.StatusConflict && found.code != http.StatusUnprocessableEntity {
		return failed
	}
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	page := d.checkPage(wider)
	page.WiderOpen = !slices.ContainsFunc(page.Wider, func(c choice) bool { return c.Chosen })
	_, unsound := errors.AsType[forms.Problems](failed)
	switch {
	case unsound && len(page.Errors) > 0:
		page.Refusal = "It cannot be submitted yet: " + count(len(page.Errors), "error stands", "errors stand") + " in the way."
	case !unsound:
		page.Refusal = wordsOf(failed)
	}
	return s.html(c, found.code, "check", page)
}
