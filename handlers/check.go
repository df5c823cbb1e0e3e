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
	Desk       deskHead
	Refusal    phrase // why it was not accepted, as a whole
	RefusalURL string // where that is; "" the whole
	Errors     openProblems
	Warnings   openProblems
	Asked      []link // the answers that the requester asks about
	Why        string // they do
	Since      int    // the version that was delivered last; 0 none
	Changed    []changedPart
	Changes    int
	Contents   []contentsSection
	Answers    answers
	CanSubmit  bool
	Instead    phrase // why it cannot be submitted by who looks
	Action     string
	Late       phrase
	Next       []phrase // what happens when it is submitted
	Wider      []choice
	WiderOpen  bool   // it must be chosen
	Chose      phrase // what was chosen for the version before
	Limited    bool   // the AHQ's own dissemination leaves little to choose
}

// Title of the page.
func (p checkPage) Title() phrase {
	return titleOf(say("check.title", "Topic", p.Desk.Topic), !p.Refusal.empty() || p.WiderOpen)
}

func (s *Server) check(c *gin.Context) error {
	return s.showCheck(c, http.StatusOK, refusedWord{}, func(*checkPage) {})
}

// showCheck shows the page, with what was refused of what somebody sent.
func (s *Server) showCheck(c *gin.Context, code int, refused refusedWord, mark func(*checkPage)) error {
	d, err := s.review(c)
	if err != nil {
		return err
	}
	d.Refused = refused
	page := d.checkPage()
	mark(&page)
	return s.html(c, code, "check", page)
}

// review reads the response, and what was delivered and asked back of it.
func (s *Server) review(c *gin.Context) (d review, err error) {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	if d.desk, err = s.desk(c); err != nil || d.Response.Delivered == 0 {
		return d, err
	}
	if err = s.said(c, &d.desk); err != nil {
		return d, err
	}
	if d.Since, err = s.Store.Version(ctx, scope, d.Response.ID, d.Response.Delivered); err != nil {
		return d, err
	}
	d.Changes = workflow.VersionChanges(d.AHQ, d.Since, d.draft())
	events, err := s.Store.Events(ctx, scope, string(d.Response.ID))
	d.Asked = askedAbout(d.Response, events)
	return d, err
}

func (d review) checkPage() checkPage {
	page := checkPage{
		Desk: d.head(d.home()), Answers: d.reader().answers(), Action: d.URL("submit"),
		Errors: d.open(forms.Error), Warnings: d.open(forms.Warning),
		CanSubmit: d.Can(workflow.Submit) && !d.tooLate(), Instead: d.instead(), Late: d.lateness(), Next: d.whatNext(),
		Wider: widerChoices, Limited: d.AHQ.Dissemination == models.EMNOnly,
	}
	page.Contents, page.Refusal = contents(page.Answers, d.Report.Problems), d.Refused.Why
	if _, is := d.question(d.Refused.Place); is {
		page.RefusalURL = "#" + answerAnchor(d.Refused.Record, d.Refused.Question)
	}
	if d.Response.State != models.Draft || d.Since.Number == 0 {
		return page
	}
	page.Chose = widerChosen(d.Since)
	page.Since, page.Changed = d.Since.Number, changedParts(d.Changes)
	page.Changes = cellCount(page.Changed)
	page.Why, page.Asked = d.Response.ReturnedWhy, d.askedLinks(page.Answers)
	return page
}

// askedLinks lead to the answers that the requester asks about.
func (d review) askedLinks(all answers) []link {
	var links []link
	add := func(record string, rows []answerRow) {
		for _, row := range rows {
			if row.Asks != "" {
				links = append(links, link{URL: "#" + row.Anchor, Text: d.where(forms.Problem{Record: record, Cell: row.ID})})
			}
		}
	}
	add("", all.Once)
	for _, section := range all.Sections {
		for _, r := range section.Records {
			add(r.ID, slices.Concat(r.Rows, r.Follow))
		}
	}
	return links
}

// widerChoices have no default: somebody chooses.
var widerChoices = []choice{
	{Value: string(models.WiderYes), Text: say("check.wider_yes")},
	{Value: string(models.WiderNo), Text: say("check.wider_no")},
}

// widerChosen says what was chosen for a version, which holds for no other.
func widerChosen(v models.Version) phrase {
	if v.Wider {
		return say("check.wider_was", "Number", v.Number, "Choice", say("check.wider_yes"))
	}
	return say("check.wider_was", "Number", v.Number, "Choice", say("check.wider_no"))
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
	return s.showCheck(c, found.code, refusedWord{}, func(page *checkPage) {
		page.Wider = chosen(widerChoices, string(wider))
		page.WiderOpen = !slices.ContainsFunc(page.Wider, func(c choice) bool { return c.Chosen })
		_, unsound := errors.AsType[forms.Problems](failed)
		switch {
		case unsound && page.Errors.All > 0:
			page.Refusal = many("check.errors_in_the_way", page.Errors.All)
		case !unsound:
			page.Refusal = found.text
		}
	})
}
