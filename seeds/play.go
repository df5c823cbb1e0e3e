package seeds

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// Begin is when the clock of a demo starts: 19 January 2017, 10:00 in Brussels.
func Begin() time.Time { return at("2017-01-19", "10:00") }

// played is the setting that says the world was played to its end.
const played = "world"

// Why the world is not played.
var (
	ErrPlayed   = errors.New("the small world is in this database already")
	ErrNotEmpty = errors.New("the database is not empty: the small world is played into an empty one, whole")
)

// A play is the world in the making, on a clock of its own.
type play struct {
	flow     *workflow.Workflow
	password string
	now      time.Time
	actors   map[string]workflow.Actor // by e-mail address
	register models.Hook
}

// Play plays the small world into an empty database, act by act, as people
// would have done it. Everybody gets the same password.
func Play(ctx context.Context, flow *workflow.Workflow, password string) error {
	if err := empty(ctx, flow.Store); err != nil {
		return err
	}
	p := &play{flow: flow, password: password, now: at("2015-01-05", "09:00"), actors: map[string]workflow.Actor{}}
	defer func(clock func() time.Time) { flow.Now = clock }(flow.Now)
	flow.Now = func() time.Time { return p.now }
	for _, act := range []func(context.Context) error{p.participants, p.people, p.older, p.hook, p.norway, p.silence, p.end} {
		if err := act(ctx); err != nil {
			return fmt.Errorf("the small world on %s: %w", p.now.Format(time.DateOnly), err)
		}
	}
	return nil
}

// empty is nil for a database with nothing in it. One in which a play was broken
// off has people in it and no end.
func empty(ctx context.Context, store *models.Store) error {
	_, err := store.Setting(ctx, played)
	if err == nil {
		return ErrPlayed
	}
	if !errors.Is(err, models.ErrNotFound) {
		return err
	}
	persons, err := store.Persons(ctx)
	if err == nil && len(persons) > 0 {
		err = ErrNotEmpty
	}
	return err
}

func (p *play) end(ctx context.Context) error {
	return p.flow.SetSetting(ctx, workflow.Itself(), played, p.now.Format(time.RFC3339))
}

// participants says who takes part, and since when.
func (p *play) participants(ctx context.Context) error {
	all, err := Participants()
	if err != nil {
		return err
	}
	for _, n := range all {
		ncp := models.NCP{Code: n.Code, Name: n.Name, Aliases: n.Aliases, Role: n.Role, FromDay: n.From, UntilDay: n.Until}
		if err := p.flow.SaveNCP(ctx, workflow.Itself(), ncp); err != nil {
			return err
		}
	}
	return nil
}

// launch drafts an AHQ and issues it.
func (p *play) launch(ctx context.Context, a AHQ, reference, replyBy string) (models.AHQ, error) {
	questionnaire, ok := forms.Shipped(a.Questionnaire)
	if !ok {
		return models.AHQ{}, fmt.Errorf("there is no questionnaire %q", a.Questionnaire)
	}
	addressing := models.All
	if len(a.Selected) > 0 {
		addressing = models.Selected
	}
	requester := p.coordinator(a.Requester)
	draft, err := p.flow.CreateAHQ(ctx, requester, workflow.AHQForm{
		Topic: a.Topic, Background: a.Background, OnBehalfOf: a.OnBehalfOf, Lead: a.Requester,
		Addressing: addressing, Selected: a.Selected, Questionnaire: questionnaire,
		ReplyBy: replyBy, Dissemination: a.Dissemination, Themes: a.Themes, Reference: reference, Relations: a.relations(),
	})
	if err != nil {
		return draft, err
	}
	return p.flow.Issue(ctx, requester, draft.ID)
}

// relations are what it says of earlier ones.
func (a AHQ) relations() []workflow.EarlierAHQ {
	if a.FollowsUp == "" {
		return nil
	}
	return []workflow.EarlierAHQ{{Kind: models.LinkFollowUpOf, Reference: a.FollowsUp}}
}

// write puts an NCP's content into its draft.
func (p *play) write(ctx context.Context, ahq models.AHQID, c forms.Content) (models.ResponseID, error) {
	who := p.coordinator(c.NCP)
	r, err := p.flow.Store.ResponseOf(ctx, who.Scope(), ahq, c.NCP)
	if errors.Is(err, models.ErrNotFound) {
		r, err = p.flow.Respond(ctx, who, ahq, c.NCP)
	}
	if err != nil {
		return r.ID, fmt.Errorf("%s: %w", c.NCP, err)
	}
	if err := p.flow.Opened(ctx, who, r.ID); err != nil {
		return r.ID, fmt.Errorf("%s: %w", c.NCP, err)
	}
	if _, err = p.flow.SaveContent(ctx, who, r.ID, "", c); err != nil {
		return r.ID, fmt.Errorf("%s: %w", c.NCP, err)
	}
	return r.ID, nil
}

// answer writes and submits.
func (p *play) answer(ctx context.Context, ahq models.AHQID, c forms.Content, wider models.Wider) (models.ResponseID, error) {
	id, err := p.write(ctx, ahq, c)
	if err != nil {
		return id, err
	}
	if _, err := p.flow.Submit(ctx, p.coordinator(c.NCP), id, wider); err != nil {
		return id, fmt.Errorf("%s: %w", c.NCP, err)
	}
	return id, nil
}

// on moves the clock to a time of day in Brussels.
func (p *play) on(day, clock string) { p.now = at(day, clock) }

func at(day, clock string) time.Time {
	brussels, err := time.LoadLocation("Europe/Brussels")
	if err != nil {
		panic(err) // the zones are built in
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", day+" "+clock, brussels)
	if err != nil {
		panic(err) // the days above are
	}
	return t.UTC()
}
