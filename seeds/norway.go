package seeds

import (
	"context"
	"errors"
	"strings"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// firstReplyBy is the day Norway asked for at first; it gave a week more.
const firstReplyBy = "2017-01-16"

// norway plays the AHQ of December 2016 up to the morning of 19 January 2017,
// and leaves it open, with its responses in all the states there are.
func (p *play) norway(ctx context.Context) error {
	facts, err := Norway()
	if err != nil {
		return err
	}
	p.on(facts.Requested, "14:00")
	ahq, err := p.launch(ctx, facts, "", firstReplyBy)
	if err != nil {
		return err
	}
	requester := p.coordinator("NO")
	if _, err := p.flow.NameCompilers(ctx, requester, ahq.ID, []models.PersonID{p.actors[compiler.Email].Person.ID, requester.Person.ID}); err != nil {
		return err
	}
	for _, scene := range p.scenes(ahq.ID, requester, facts.ReplyBy) {
		p.on(scene.day, scene.clock)
		if err := scene.play(ctx); err != nil {
			return err
		}
	}
	return nil
}

// A scene is what happened at one time of one day.
type scene struct {
	day, clock string
	play       func(context.Context) error
}

func (p *play) scenes(ahq models.AHQID, requester workflow.Actor, replyBy string) []scene {
	return []scene{
		{"2016-12-20", "10:30", func(ctx context.Context) error { return p.inquiry(ctx, ahq, requester) }},
		{"2017-01-09", "11:05", p.submits(ahq, "DE", models.WiderNo)},
		{"2017-01-10", "16:40", p.submits(ahq, "DK", models.WiderYes)},
		{"2017-01-11", "09:30", func(ctx context.Context) error { return p.settled(ctx, ahq, requester) }},
		{"2017-01-12", "09:20", func(ctx context.Context) error { return p.declines(ctx, ahq) }},
		{"2017-01-13", "14:10", func(ctx context.Context) error { return p.returned(ctx, ahq, requester) }},
		{"2017-01-16", "17:30", p.submits(ahq, "BE", models.WiderYes)},
		{"2017-01-17", "10:00", p.submits(ahq, "NL", models.WiderYes)}, // a day late
		{"2017-01-17", "15:00", func(ctx context.Context) error {
			_, err := p.flow.Extend(ctx, requester, ahq, replyBy, "")
			return err
		}},
		{"2017-01-17", "16:20", func(ctx context.Context) error {
			_, err := p.asksAbout(ctx, ahq, requester, "BE", "Does this sum include the staff of the partners?")
			return err
		}},
		{"2017-01-18", "10:45", p.submits(ahq, "NO", models.WiderYes)}, // not asked, and answers
		{"2017-01-18", "16:00", func(ctx context.Context) error { return p.begins(ctx, ahq, "FI") }},
		{"2017-01-18", "16:20", func(ctx context.Context) error { return p.drafts(ctx, requester, ahq) }},
	}
}

// submits has an NCP hand its sample in.
func (p *play) submits(ahq models.AHQID, ncp string, wider models.Wider) func(context.Context) error {
	return func(ctx context.Context) error {
		c, err := contentOf(ncp)
		if err != nil {
			return err
		}
		_, err = p.answer(ctx, ahq, c, wider)
		return err
	}
}

// begins has an NCP write, and not finish.
func (p *play) begins(ctx context.Context, ahq models.AHQID, ncp string) error {
	c, err := contentOf(ncp)
	if err != nil {
		return err
	}
	id, err := p.write(ctx, ahq, c)
	if err != nil {
		return err
	}
	return p.readsIn(ctx, id, ncp)
}

// readsIn has an NCP read notes of its own in, and not yet take anything over.
func (p *play) readsIn(ctx context.Context, id models.ResponseID, ncp string) error {
	name := strings.ToLower(ncp) + "-notes.txt"
	notes, err := world.Open("world/" + name)
	if err != nil {
		return err
	}
	upload, err := p.flow.Upload(ctx, p.coordinator(ncp), id, workflow.File{Name: name, MediaType: "text/plain", Body: notes})
	if err = errors.Join(err, notes.Close()); err != nil {
		return err
	}
	return p.flow.ReadUpload(ctx, upload)
}

// inquiry is a question about the AHQ, answered to all.
func (p *play) inquiry(ctx context.Context, ahq models.AHQID, requester workflow.Actor) error {
	asked, err := p.flow.Ask(ctx, p.coordinator("AT"), ahq, "AT", "Do campaigns of our provinces count as well, or only those of the federal ministries?")
	if err != nil {
		return err
	}
	p.on("2016-12-20", "15:15")
	_, err = p.flow.AnswerInquiry(ctx, requester, asked.ID, "They count, where public money paid for them. Please name the province in the row of the partners.")
	return err
}

// declines has Italy say that it has nothing to report.
func (p *play) declines(ctx context.Context, ahq models.AHQID) error {
	who := p.coordinator("IT")
	r, err := p.flow.Store.ResponseOf(ctx, who.Scope(), ahq, "IT")
	if err != nil {
		return err
	}
	_, err = p.flow.Decline(ctx, who, r.ID, "No campaign of this kind since our answer to the Commission in September.")
	return err
}

// returned has France answer, and Norway ask back about two cells.
func (p *play) returned(ctx context.Context, ahq models.AHQID, requester workflow.Actor) error {
	c, err := contentOf("FR")
	if err != nil {
		return err
	}
	id, err := p.answer(ctx, ahq, c, models.WiderYes)
	if err != nil {
		return err
	}
	p.on("2017-01-16", "09:50")
	_, err = p.flow.Return(ctx, requester, id, "Could you add where the figures in your first campaign come from, and whether the costs include staff?",
		[]workflow.Place{{Record: "r1", Question: "effectiveness"}, {Record: "r1", Question: "costs"}})
	return err
}

// asksAbout has Norway ask about the costs of an NCP's first campaign.
func (p *play) asksAbout(ctx context.Context, ahq models.AHQID, requester workflow.Actor, ncp, text string) (models.Thread, error) {
	r, err := p.flow.Store.ResponseOf(ctx, requester.Scope(), ahq, ncp)
	if err != nil {
		return models.Thread{}, err
	}
	return p.flow.StartThread(ctx, requester, r.ID, workflow.Place{Record: "r1", Question: "costs"}, text)
}

// settled has Norway ask Denmark about one answer, and both settle it.
func (p *play) settled(ctx context.Context, ahq models.AHQID, requester workflow.Actor) error {
	thread, err := p.asksAbout(ctx, ahq, requester, "DK", "Is this in Danish kroner, and was it all paid in 2015?")
	if err != nil {
		return err
	}
	p.on("2017-01-11", "13:45")
	if _, err := p.flow.Say(ctx, p.coordinator("DK"), thread.ID, "It is in kroner. Some advertisements were paid in January 2016."); err != nil {
		return err
	}
	for _, who := range []workflow.Actor{p.coordinator("DK"), requester} {
		if _, err := p.flow.Settle(ctx, who, thread.ID); err != nil {
			return err
		}
	}
	return nil
}

// contentOf is what an NCP answers to Norway.
func contentOf(ncp string) (forms.Content, error) {
	if ncp == "BE" {
		return Belgium()
	}
	return Sample(ncp)
}
