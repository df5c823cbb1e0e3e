package seeds

import (
	"context"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// drafts has Norway begin a follow-up of its AHQ, which is not finished yet.
func (p *play) drafts(ctx context.Context, requester workflow.Actor, earlier models.AHQID) error {
	a, err := p.flow.Store.AHQ(ctx, requester.Scope(), earlier)
	if err != nil {
		return err
	}
	_, err = p.flow.CreateAHQ(ctx, requester, workflow.AHQForm{
		Topic: "campaigns in social media that run in 2017", Lead: "NO",
		Background: "In December we asked about campaigns up to 2016. We would like to know which of them go on, and at what cost.",
		Addressing: models.All, Questionnaire: campaigns2017(), ReplyBy: "2017-01-31", Dissemination: models.OpenDissemination,
		Relations: []workflow.EarlierAHQ{{Kind: models.LinkFollowUpOf, Reference: *a.Reference}},
	})
	return err
}

// campaigns2017 is what it asks so far: the options of one question are missing.
func campaigns2017() forms.Questionnaire {
	return forms.Questionnaire{
		ID: "campaigns-2017", Title: "Campaigns that run in 2017",
		Questions: []forms.Question{
			{ID: "q1", Number: "1", Label: "Does your country run a campaign in social media in 2017?", Kind: forms.VerdictKind, Rules: "answered,follow-up-verdict"},
			{ID: "q2", Number: "2", Label: "How is it paid for?", Kind: forms.ChoiceKind, Rules: "answered", When: &forms.Condition{Question: "q1", Is: []string{"yes"}}},
			{ID: "q3", Number: "3", Label: "Which office can we write to about the results?", Help: "An office lasts longer than a person.", Kind: forms.EmailKind, Audience: forms.Audience{"BE", "FI"}},
		},
		Tables: []forms.Table{{
			ID: "t4", Title: "Campaigns", Record: "campaign", Unique: []string{"q5"},
			Rows: []forms.Question{
				{ID: "q5", Label: "Title of the campaign", Kind: forms.TextKind, Rules: "answered"},
				{ID: "q6", Label: "Duration", Kind: forms.PeriodKind, Rules: "answered"},
				{ID: "q7", Label: "Costs", Help: "With the currency.", Kind: forms.MoneyKind, Rules: "answered"},
			},
			FollowUp: &forms.FollowUp{By: "NO", Title: "Norway asks further", Questions: []forms.Question{
				{ID: "q8", Label: "What would you do differently?", Kind: forms.LongTextKind},
			}},
		}},
	}
}
