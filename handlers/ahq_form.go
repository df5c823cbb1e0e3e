package handlers

import (
	"errors"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An ahqFormPage is where a requester writes an AHQ.
type ahqFormPage struct {
	Head          ahqHead // of a draft that is edited
	Heading       phrase
	Back          link
	Action        string
	Complaints    complaints
	Theirs        []change // what somebody else saved meanwhile
	Prefix        string   // printed before the topic
	Start         start    // what a new one begins with
	Asks          string   // the title of its questionnaire
	Typed         typedAHQ
	Leads         []choice
	Joint         boxes
	Addressing    []choice
	Selected      boxes
	Dissemination []choice
	ReplyTime     phrase // how long that is
	Relations     []relationField
	Themes        boxes
	Answered      []answeredEarlier // earlier AHQs on the same thing
}

// Boxes let several be chosen.
type boxes struct {
	Name    string
	Choices []choice
}

// Chosen says whether any is.
func (b boxes) Chosen() bool {
	return slices.ContainsFunc(b.Choices, func(c choice) bool { return c.Chosen })
}

// Title of the page.
func (p ahqFormPage) Title() phrase { return p.Complaints.title(p.Heading) }

// The choices of a form that are always the same.
var (
	addressingChoices = []choice{
		{Value: string(models.All), Text: say("form.all")},
		{Value: string(models.Selected), Text: say("form.selected")},
	}
	disseminationChoices = []choice{
		{Value: string(models.OpenDissemination), Text: say("form.open")},
		{Value: string(models.EMNOnly), Text: say("form.limited")},
	}
)

func (s *Server) editAHQ(c *gin.Context) error {
	a := about(c).AHQ
	if !workflow.CanMoveAHQ(a, workflow.EditAHQ) {
		return s.redirect(c, ahqURL(a))
	}
	return s.showAHQForm(c, http.StatusOK, ahqFormPage{Asks: a.Questionnaire.Title, Typed: typedOf(a)})
}

// showAHQForm puts what can be chosen around what was typed.
func (s *Server) showAHQForm(c *gin.Context, code int, page ahqFormPage) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	today, err := s.Store.Participants(c.Request.Context(), s.today())
	if err != nil {
		return err
	}
	t := page.Typed
	page.Heading, page.Back, page.Action = say("form.new"), link{URL: "/ahqs/new", Text: say("form.choose_another")}, "/ahqs"
	if d.AHQ.ID != "" {
		page.Head, page.Heading, page.Back, page.Action = d.head(d.home()), say("form.edit"), d.home(), d.URL("edit")
	}
	page.Prefix = d.Texts.Prefix
	page.Leads = d.leads(t.Lead)
	page.Joint = boxes{"joint", d.participants(today, t.Joint)}
	page.Selected = boxes{"selected", d.participants(today, t.Selected)}
	page.Addressing = chosen(addressingChoices, string(t.Addressing))
	page.Dissemination = chosen(disseminationChoices, string(t.Dissemination))
	page.ReplyTime, page.Relations = d.replyTime(t.asked(today), t.ReplyBy, s.Now()), relationFields(t.Relations)
	page.Themes = themeBoxes(t.Themes)
	if page.Answered, err = s.answeredEarlier(c.Request.Context(), d, page); err != nil {
		return err
	}
	return s.html(c, code, "ahq-form", page)
}

// leads are the NCPs in whose name the actor can ask; who leads already stays.
func (d ahqDesk) leads(now string) []choice {
	var all []choice
	codes := d.Who.NCPs(models.Coordinator)
	if now != "" && !slices.Contains(codes, now) {
		codes = append(codes, now)
	}
	for _, code := range codes {
		all = append(all, choice{code, plain(d.name(code)), code == now})
	}
	return all
}

// participants of today to choose from, and whoever is chosen already.
func (d ahqDesk) participants(today []models.NCP, picked []string) []choice {
	var all []choice
	for _, n := range today {
		all = append(all, choice{n.Code, plain(n.Name), slices.Contains(picked, n.Code)})
	}
	for _, code := range picked {
		if !slices.ContainsFunc(today, func(n models.NCP) bool { return n.Code == code }) {
			all = append(all, choice{code, say("form.absent", "Name", d.name(code)), true})
		}
	}
	return all
}

// createAHQ begins a draft.
func (s *Server) createAHQ(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	from, err := s.startOf(c, form)
	if err != nil {
		return err
	}
	page := ahqFormPage{Start: from, Asks: from.title(), Typed: typedForm(form)}
	a, err := s.Flow.CreateAHQ(c.Request.Context(), actor(c), page.Typed.form(from.Asks))
	if err != nil {
		return s.ahqFormAgain(c, page, err)
	}
	if from.Blank {
		return s.done(c, ahqURL(a)+"/questionnaire", say("notice.drafted_blank"))
	}
	return s.done(c, ahqURL(a), say("notice.drafted"))
}

// saveAHQ keeps a changed draft. What it asks is written elsewhere, and stays.
func (s *Server) saveAHQ(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	a := about(c).AHQ
	page := ahqFormPage{Asks: a.Questionnaire.Title, Typed: typedForm(form)}
	if page.Typed.Was != typedOf(a).Was {
		return s.ahqFormAgain(c, page, models.ErrStale)
	}
	f := page.Typed.form(a.Questionnaire)
	if a.Reference != nil {
		f.Reference = *a.Reference
	}
	if _, err = s.Flow.EditAHQ(c.Request.Context(), actor(c), a.ID, a.Version, f); err != nil {
		return s.ahqFormAgain(c, page, err)
	}
	return s.done(c, ahqURL(a), say("notice.saved"))
}

// ahqFormAgain shows the form as it was typed, with what stood in the way.
func (s *Server) ahqFormAgain(c *gin.Context, page ahqFormPage, failed error) error {
	code, said, err := complain(failed)
	if err != nil {
		return err
	}
	page.Complaints = said
	if errors.Is(failed, models.ErrStale) {
		if err := s.besideTheirs(c, &page); err != nil {
			return err
		}
	}
	return s.showAHQForm(c, code, page)
}

// besideTheirs shows what somebody else saved, beside what was typed. Saving
// again then starts from theirs, knowing it.
func (s *Server) besideTheirs(c *gin.Context, page *ahqFormPage) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	stored, err := s.Store.AHQ(c.Request.Context(), d.Who.Scope(), d.AHQ.ID)
	if err != nil {
		return err
	}
	page.Theirs = d.differences(page.Typed, typedOf(stored))
	page.Typed.Was = typedOf(stored).Was
	page.Complaints = complaints{{"", say("form.stale")}}
	return nil
}
