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

// A choosePage offers the questionnaires that we ship.
type choosePage struct {
	Questionnaires []offeredQuestionnaire
}

// An offeredQuestionnaire can be chosen for a new AHQ.
type offeredQuestionnaire struct {
	ID, Title, About string
	Asks             phrase // how much
}

func offered(q forms.Questionnaire) offeredQuestionnaire {
	var parts []phrase
	if len(q.Questions) > 0 {
		parts = append(parts, many("choose.once", len(q.Questions)))
	}
	for _, t := range q.Tables {
		parts = append(parts, say("choose.table", "Record", t.Record, "Rows", many("choose.rows", len(t.Questions()))))
	}
	return offeredQuestionnaire{q.ID, q.Title, q.About, oneAfterAnother(parts)}
}

// Title of the page.
func (p choosePage) Title() phrase { return say("form.new") }

// An ahqFormPage is where a requester writes an AHQ.
type ahqFormPage struct {
	Head          ahqHead // of a draft that is edited
	Heading       phrase
	Back          link
	Action        string
	Complaints    complaints
	Theirs        []change // what somebody else saved meanwhile
	Prefix        string   // printed before the topic
	Questionnaire forms.Questionnaire
	Typed         typedAHQ
	Leads         []choice
	Joint         boxes
	Addressing    []choice
	Selected      boxes
	Dissemination []choice
	Audiences     []audienceField
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

// An audienceField says which NCPs one question is for, as codes.
type audienceField struct {
	Name, Label, Value string
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

// newAHQ offers the questionnaires; one is chosen, it shows the form.
func (s *Server) newAHQ(c *gin.Context) error {
	id := c.Query("questionnaire")
	if id == "" {
		var page choosePage
		for _, q := range forms.Catalogue() {
			page.Questionnaires = append(page.Questionnaires, offered(q))
		}
		return s.html(c, http.StatusOK, "choose", page)
	}
	q, ok := forms.Shipped(id)
	if !ok {
		return models.ErrNotFound
	}
	return s.showAHQForm(c, http.StatusOK, ahqFormPage{Questionnaire: q, Typed: untyped(q, actor(c))})
}

func (s *Server) editAHQ(c *gin.Context) error {
	a := about(c).AHQ
	if !workflow.CanMoveAHQ(a, workflow.EditAHQ) {
		return s.redirect(c, ahqURL(a))
	}
	return s.showAHQForm(c, http.StatusOK, ahqFormPage{Questionnaire: a.Questionnaire, Typed: typedOf(a)})
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
	page.Audiences = audienceFields(page.Questionnaire, t)
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

func audienceFields(q forms.Questionnaire, t typedAHQ) []audienceField {
	var all []audienceField
	for _, question := range q.Questions {
		all = append(all, audienceField{audienceName(question.ID), fullLabel(question), t.Audiences[question.ID]})
	}
	return all
}

// createAHQ begins a draft.
func (s *Server) createAHQ(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	q, ok := forms.Shipped(form.Get("questionnaire"))
	if !ok {
		return models.ErrNotFound
	}
	page := ahqFormPage{Questionnaire: q, Typed: typedForm(form, q)}
	if page.Complaints, err = s.unknownCodes(c, page.Typed); err != nil {
		return err
	}
	if len(page.Complaints) > 0 {
		return s.showAHQForm(c, http.StatusUnprocessableEntity, page)
	}
	a, err := s.Flow.CreateAHQ(c.Request.Context(), actor(c), page.Typed.form(q))
	if err != nil {
		return s.ahqFormAgain(c, page, err)
	}
	return s.done(c, ahqURL(a), say("notice.drafted"))
}

// saveAHQ keeps a changed draft.
func (s *Server) saveAHQ(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	a := about(c).AHQ
	page := ahqFormPage{Questionnaire: a.Questionnaire, Typed: typedForm(form, a.Questionnaire)}
	if page.Complaints, err = s.unknownCodes(c, page.Typed); err != nil {
		return err
	}
	if len(page.Complaints) > 0 {
		return s.showAHQForm(c, http.StatusUnprocessableEntity, page)
	}
	_, err = s.Flow.EditAHQ(c.Request.Context(), actor(c), a.ID, page.Typed.Version, page.Typed.form(a.Questionnaire))
	if err != nil {
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
	page.Typed.Version = stored.Version
	page.Complaints = complaints{{"", say("form.stale")}}
	return nil
}
