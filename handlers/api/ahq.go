package api

import (
	"context"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// OfAHQ names an AHQ.
type OfAHQ struct {
	AHQ models.AHQID `path:"ahq"`
}

// AHQText is what a requester writes of an AHQ while it is a draft.
type AHQText struct {
	Reference     string               `json:"reference,omitempty" doc:"2016.14; given when it is issued, only imported ones bring theirs"`
	Topic         string               `json:"topic" doc:"Bare: the words EMN Ad-Hoc Query on are printed before it"`
	Background    string               `json:"background,omitempty"`
	OnBehalfOf    string               `json:"on_behalf_of,omitempty"`
	Lead          string               `json:"lead" doc:"The code of the NCP that asks"`
	Joint         []string             `json:"joint,omitempty" doc:"The codes of those who ask with it"`
	Addressing    models.Addressing    `json:"addressing" enum:"all,selected"`
	Selected      []string             `json:"selected,omitempty" doc:"The codes of those who are asked"`
	Questionnaire forms.Questionnaire  `json:"questionnaire" doc:"A shipped one, that of an earlier AHQ, or one of your own; a draft may be unfinished"`
	ReplyBy       string               `json:"reply_by,omitempty" doc:"2017-01-23: the end of that day in Brussels"`
	ClosesOn      string               `json:"closes_on,omitempty" doc:"2017-02-06: it closes by itself at the end of that day in Brussels; absent: by hand"`
	Dissemination models.Dissemination `json:"dissemination" enum:"open,emn_only"`
	Themes        []string             `json:"themes,omitempty" doc:"What it is about, for the library: ids of themes, such as return"`
	Relations     []Relation           `json:"relations,omitempty" doc:"How it belongs to earlier AHQs"`
}

// A Relation says how an AHQ belongs to an earlier one.
type Relation struct {
	Kind      models.LinkKind `json:"kind" enum:"follow_up_of,part_of,updates"`
	Reference string          `json:"reference" doc:"Of the earlier AHQ: 2016.14"`
}

// An AHQ is one query. Its text can be sent back while it is a draft.
type AHQ struct {
	ID    models.AHQID    `json:"id"`
	State models.AHQState `json:"state" enum:"draft,open,closed,cancelled"`
	AHQText
	CancelledWhy string     `json:"cancelled_why,omitempty"`
	CreatedAt    time.Time  `json:"created_at"`
	IssuedAt     *time.Time `json:"issued_at,omitempty"`
	ClosedAt     *time.Time `json:"closed_at,omitempty"`
	Version      int        `json:"version" doc:"Counts writes; it is the ETag"`
}

func ahqOf(a models.AHQ) AHQ {
	lead, joint := askers(a)
	return AHQ{
		ID: a.ID, State: a.State, CancelledWhy: a.CancelledWhy,
		CreatedAt: a.CreatedAt, IssuedAt: a.IssuedAt, ClosedAt: a.ClosedAt, Version: a.Version,
		AHQText: AHQText{
			Reference: reference(a), Topic: a.Topic, Background: a.Background, OnBehalfOf: a.OnBehalfOf,
			Lead: lead, Joint: joint, Addressing: a.Addressing, Selected: a.Selected,
			Questionnaire: a.Questionnaire, ReplyBy: a.ReplyBy, ClosesOn: a.ClosesOn, Dissemination: a.Dissemination, Themes: a.Themes,
			Relations: relationsOf(a),
		},
	}
}

func relationsOf(a models.AHQ) []Relation {
	var all []Relation
	for _, l := range a.Links {
		all = append(all, Relation{l.Relation, l.Earlier})
	}
	return all
}

func (t AHQText) form() workflow.AHQForm {
	var relations []workflow.EarlierAHQ
	for _, r := range t.Relations {
		relations = append(relations, workflow.EarlierAHQ(r))
	}
	return workflow.AHQForm{
		Reference: t.Reference, Topic: t.Topic, Background: t.Background, OnBehalfOf: t.OnBehalfOf,
		Lead: t.Lead, Joint: t.Joint, Addressing: t.Addressing, Selected: t.Selected,
		Questionnaire: t.Questionnaire, ReplyBy: t.ReplyBy, ClosesOn: t.ClosesOn, Dissemination: t.Dissemination, Themes: t.Themes,
		Relations: relations,
	}
}

// askers are the codes of who asks.
func askers(a models.AHQ) (lead string, joint []string) {
	for _, r := range a.Requesters {
		if r.Lead {
			lead = r.NCP
		} else {
			joint = append(joint, r.NCP)
		}
	}
	return lead, joint
}

func reference(a models.AHQ) string {
	if a.Reference == nil {
		return ""
	}
	return *a.Reference
}

// taggedAHQ is an AHQ as it is after an act.
func taggedAHQ(a models.AHQ, err error) (*Tagged[AHQ], error) {
	if err != nil {
		return nil, unmatched(err)
	}
	return &Tagged[AHQ]{ETag: versionTag(a.Version), Body: ahqOf(a)}, nil
}

func (a *api) ahq(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Tagged[AHQ], error) {
	return taggedAHQ(a.store.AHQ(ctx, by.Scope(), in.AHQ))
}

func (a *api) createAHQ(ctx context.Context, by workflow.Actor, in *struct{ Sent[AHQText] }) (*Made[AHQ], error) {
	created, err := a.Flow.CreateAHQ(ctx, by, in.sent.form())
	return made(ahqOf(created), "ahqs", string(created.ID)), err
}

// editAHQ changes a draft, of which the ETag says which one was read.
func (a *api) editAHQ(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	IfMatch
	Sent[AHQText]
}) (*Tagged[AHQ], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	return taggedAHQ(a.Flow.EditAHQ(ctx, by, in.AHQ, version, in.sent.form()))
}
