package handlers

import (
	"net/url"
	"reflect"

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
	ReplyBy       string
	ClosesOn      string
	Dissemination models.Dissemination
	Themes        []string
	Relations     []workflow.EarlierAHQ
	Was           workflow.PartHash `json:"-"` // what the page showed
}

// typedOf is a stored draft as its form shows it.
func typedOf(a models.AHQ) typedAHQ {
	t := typedAHQ{
		Topic: a.Topic, Background: a.Background, OnBehalfOf: a.OnBehalfOf, Addressing: a.Addressing, Selected: a.Selected,
		ReplyBy: a.ReplyBy, ClosesOn: a.ClosesOn, Dissemination: a.Dissemination, Themes: a.Themes,
	}
	for _, r := range a.Requesters {
		if r.Lead {
			t.Lead = r.NCP
		} else {
			t.Joint = append(t.Joint, r.NCP)
		}
	}
	for _, l := range a.Links {
		t.Relations = append(t.Relations, workflow.EarlierAHQ{Kind: l.Relation, Reference: l.Earlier})
	}
	t.Was = workflow.HashOf(t)
	return t
}

// typedForm reads the form.
func typedForm(form url.Values) typedAHQ {
	return typedAHQ{
		Topic: form.Get("topic"), Background: lineEnds(form.Get("background")), OnBehalfOf: form.Get("on_behalf_of"),
		Lead: form.Get("lead"), Joint: form["joint"],
		Addressing: models.Addressing(form.Get("addressing")), Selected: form["selected"],
		ReplyBy: form.Get("reply_by"), ClosesOn: form.Get("closes_on"), Dissemination: models.Dissemination(form.Get("dissemination")),
		Themes: form["themes"], Relations: typedRelations(form), Was: workflow.PartHash(form.Get("was")),
	}
}

// form is what workflow takes.
func (t typedAHQ) form(q forms.Questionnaire) workflow.AHQForm {
	f := workflow.AHQForm{
		Topic: t.Topic, Background: t.Background, OnBehalfOf: t.OnBehalfOf, Lead: t.Lead, Joint: t.Joint,
		Addressing: t.Addressing, Questionnaire: q, ReplyBy: t.ReplyBy, ClosesOn: t.ClosesOn, Dissemination: t.Dissemination,
		Themes: t.Themes, Relations: t.Relations,
	}
	if t.Addressing == models.Selected {
		f.Selected = t.Selected
	}
	return f
}

// asked are the codes of the participants that it asks, as it stands.
func (t typedAHQ) asked(today []models.NCP) []string {
	a := models.AHQ{Addressing: t.Addressing, Selected: t.Selected, Requesters: []models.Requester{{NCP: t.Lead}}}
	for _, code := range t.Joint {
		a.Requesters = append(a.Requesters, models.Requester{NCP: code})
	}
	var all []string
	for _, n := range today {
		if workflow.Asks(a, n) {
			all = append(all, n.Code)
		}
	}
	return all
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
	{say("form.themes"), func(_ ahqDesk, t typedAHQ) phrase { return themesText(t.Themes) }},
	{say("form.reply_by"), func(_ ahqDesk, t typedAHQ) phrase { return say("ahq.day", "Day", isoDay(t.ReplyBy)) }},
	{say("form.closes_on"), func(_ ahqDesk, t typedAHQ) phrase { return say("ahq.day", "Day", isoDay(t.ClosesOn)) }},
	{say("form.dissemination"), func(_ ahqDesk, t typedAHQ) phrase { return disseminations[t.Dissemination] }},
	{say("relations.legend"), func(_ ahqDesk, t typedAHQ) phrase { return relationsText(t.Relations) }},
}

func (d ahqDesk) addressing(t typedAHQ) phrase {
	if t.Addressing == models.Selected {
		return inSentence(d.ncps(t.Selected))
	}
	return say("form.all")
}
