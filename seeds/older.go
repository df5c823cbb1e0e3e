package seeds

import (
	"context"

	"ahq/models"
)

// older plays the AHQs that were closed and compiled before.
func (p *play) older(ctx context.Context) error {
	all, err := Older()
	if err != nil {
		return err
	}
	for _, o := range all {
		if err := p.playOlder(ctx, o); err != nil {
			return err
		}
	}
	return nil
}

// playOlder issues on the day, has everybody answer on the day of the reply-by,
// closes on the day after, and compiles.
func (p *play) playOlder(ctx context.Context, o Answered) error {
	p.on(o.AHQ.Requested, "11:00")
	ahq, err := p.launch(ctx, o.AHQ, "", o.AHQ.ReplyBy)
	if err != nil {
		return err
	}
	p.on(o.AHQ.ReplyBy, "15:30")
	for _, c := range o.Responses {
		if _, err := p.answer(ctx, ahq.ID, c, models.WiderYes); err != nil {
			return err
		}
	}
	p.on(o.AHQ.Compiled, "10:15")
	requester := p.coordinator(o.AHQ.Requester)
	if _, err := p.flow.Close(ctx, requester, ahq.ID); err != nil {
		return err
	}
	audiences := []models.Audience{models.Internal, models.Public}
	if o.AHQ.Dissemination == models.EMNOnly {
		audiences = audiences[:1]
	}
	for _, audience := range audiences {
		if _, err := p.flow.Compile(ctx, requester, ahq.ID, audience, ""); err != nil {
			return err
		}
	}
	return nil
}
