package handlers

import (
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A typedAHQ is what a form says of an AHQ.
type typedAHQ struct {
	Topic         string
	Background    string
	OnBehalfOf    string
	Lead          string
	Joint         []string
	Addressing    models.Addressing
	Selected      []string
	Audiences     map[string]string // by question, as typed
	ReplyBy       string
	ClosesOn      string
	Dissemination models.Dissemination
	Themes        []string
	Version       int // that the page showed
}

// untyped is what a new form begins with.
func untyped(q forms.Questionnaire, who workflow.Actor) typedAHQ {
	t := typedAHQ{Addressing: models.All, Dissemination: models.OpenDissemination, Audiences: audiences(q)}
	if own := who.NCPs(models.Coordinator); len(own) > 0 {
		t.Lead = own[0]
	}
	return t
}

// typedOf is a stored draft as its form shows it.
func typedOf(a models.AHQ) typedAHQ {
	t := typedAHQ{
		Topic: a.Topic, Background: a.Background, OnBehalfOf: a.OnBehalfOf, Addressing: a.Addressing, Selected: a.Selected,
		Audiences: audiences(a.Questionnaire), ReplyBy: a.ReplyBy, ClosesOn: a.ClosesOn, Dissemination: a.Dissemination, Themes: a.Themes, Version: a.Version,
	}
	for _, r := range a.Requesters {
		if r.Lead {
			t.Lead = r.NCP
		} else {
			t.Joint = append(t.Joint, r.NCP)
		}
	}
	return t
}

func audiences(q forms.Questionnaire) map[string]string {
	all := map[string]string{}
	for _, question := range q.Questions {
		all[question.ID] = strings.Join(question.Audience, ", ")
	}
	return all
}

func audienceName(question string) string { return "audience." + question }

// typedForm reads the form.
func typedForm(form url.Values, q forms.Questionnaire) typedAHQ {
	t := typedAHQ{
		Topic: form.Get("topic"), Background: lineEnds(form.Get("background")), OnBehalfOf: form.Get("on_behalf_of"),
		Lead: form.Get("lead"), Joint: form["joint"],
		Addressing: models.Addressing(form.Get("addressing")), Selected: form["selected"],
		Audiences: map[string]string{}, ReplyBy: form.Get("reply_by"), ClosesOn: form.Get("closes_on"), Dissemination: models.Dissemination(form.Get("dissemination")),
	}
	t.Themes = form["themes"]
	t.Version, _ = strconv.Atoi(form.Get("version")) // none: a new one
	for _, question := range q.Questions {
		t.Audiences[question.ID] = form.Get(audienceName(question.ID))
	}
	return t
}

// form is what workflow takes: the questionnaire with its audiences as typed.
func (t typedAHQ) form(q forms.Questionnaire) workflow.AHQForm {
	q.Questions = slices.Clone(q.Questions)
	for i := range q.Questions {
		q.Questions[i].Audience = codes(t.Audiences[q.Questions[i].ID])
	}
	f := workflow.AHQForm{
		Topic: t.Topic, Background: t.Background, OnBehalfOf: t.OnBehalfOf, Lead: t.Lead, Joint: t.Joint,
		Addressing: t.Addressing, Questionnaire: q, ReplyBy: t.ReplyBy, ClosesOn: t.ClosesOn, Dissemination: t.Dissemination,
	}
	f.Themes = t.Themes
	if t.Addressing == models.Selected {
		f.Selected = t.Selected
	}
	return f
}

// unknownCodes are the audiences that name somebody there never was.
func (s *Server) unknownCodes(c *gin.Context, t typedAHQ) (complaints, error) {
	names, err := s.Store.Names(c.Request.Context())
	var said complaints
	for _, question := range sorted(t.Audiences) {
		for _, code := range codes(t.Audiences[question]) {
			if _, known := names[code]; !known {
				said = append(said, complaint{audienceName(question), say("form.no_ncp", "Code", code)})
			}
		}
	}
	return said, err
}

// differences are where a form is not as what is stored now: what was typed,
// and what stands.
func (d ahqDesk) differences(typed, stored typedAHQ) []change {
	var all []change
	for _, field := range ahqFields {
		yours, theirs := field.show(d, typed), field.show(d, stored)
		if !reflect.DeepEqual(yours, theirs) {
			all = append(all, change{What: field.label, Before: theirs, After: yours})
		}
	}
	return all
}

// ahqFields are what a form says, in words, to be compared.
var ahqFields = []struct {
	label phrase
	show  func(ahqDesk, typedAHQ) phrase
}{
	{say("form.topic"), func(_ ahqDesk, t typedAHQ) phrase { return plain(t.Topic) }},
	{say("form.background"), func(_ ahqDesk, t typedAHQ) phrase { return plain(t.Background) }},
	{say("form.on_behalf_of"), func(_ ahqDesk, t typedAHQ) phrase { return plain(t.OnBehalfOf) }},
	{say("form.lead"), func(d ahqDesk, t typedAHQ) phrase { return plain(d.name(t.Lead)) }},
	{say("form.with"), func(d ahqDesk, t typedAHQ) phrase { return inSentence(d.ncps(t.Joint)) }},
	{say("form.addressees"), func(d ahqDesk, t typedAHQ) phrase { return d.addressing(t) }},
	{say("form.audiences"), func(_ ahqDesk, t typedAHQ) phrase { return plain(audiencesText(t)) }},
	{say("form.themes"), func(_ ahqDesk, t typedAHQ) phrase { return themesText(t.Themes) }},
	{say("form.reply_by"), func(_ ahqDesk, t typedAHQ) phrase { return say("ahq.day", "Day", isoDay(t.ReplyBy)) }},
	{say("form.closes_on"), func(_ ahqDesk, t typedAHQ) phrase { return say("ahq.day", "Day", isoDay(t.ClosesOn)) }},
	{say("form.dissemination"), func(_ ahqDesk, t typedAHQ) phrase { return disseminations[t.Dissemination] }},
}

func (d ahqDesk) addressing(t typedAHQ) phrase {
	if t.Addressing == models.Selected {
		return inSentence(d.ncps(t.Selected))
	}
	return say("form.all")
}

func audiencesText(t typedAHQ) string {
	var parts []string
	for _, question := range sorted(t.Audiences) {
		if value := strings.Join(codes(t.Audiences[question]), ", "); value != "" {
			parts = append(parts, question+": "+value)
		}
	}
	return strings.Join(parts, "; ")
}
