package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A Reminder is a step that is behind us for one NCP, and what became of it.
type Reminder struct {
	NCP      string        `json:"ncp"`
	Step     models.StepID `json:"step" example:"before-7"`
	About    string        `json:"about" doc:"The day that it is about"`
	Fate     models.Fate   `json:"fate" enum:"sent,skipped,moot,nobody" doc:"moot: it needed no letter; nobody: nobody could be told, and the requester was"`
	At       time.Time     `json:"at"`
	Why      string        `json:"why,omitempty"`
	Messages []Reminding   `json:"messages"`
}

// A Reminding is a message that a reminder went out in.
type Reminding struct {
	To     string     `json:"to"`
	SentAt *time.Time `json:"sent_at,omitempty"`
	Failed string     `json:"failed,omitempty" doc:"Why it could not be sent, the last time"`
}

// A Planned is a step to come, for one NCP.
type Planned struct {
	NCP   string        `json:"ncp"`
	Step  models.StepID `json:"step"`
	About string        `json:"about" doc:"The day that it is about"`
	At    time.Time     `json:"at"`
	Held  workflow.Held `json:"held,omitempty" doc:"Why it will not be sent: paused, skipped, expected, most. Absent: it will"`
}

// Reminders are what was sent in the last days, and what will be in the next.
type Reminders struct {
	Past     []Reminder `json:"past"`
	Upcoming []Planned  `json:"upcoming"`
}

func (a *api) reminders(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Days int `query:"days" default:"14" minimum:"1" maximum:"365" doc:"So many back, and so many ahead"`
}) (*Plain[Reminders], error) {
	ahq, err := a.store.AHQ(ctx, by.Scope(), in.AHQ)
	if err != nil {
		return nil, err
	}
	if !workflow.May(workflow.Track, by.PartsInAHQ(ahq)) {
		return nil, models.ErrNotFound
	}
	now := a.Flow.Now()
	past, err := a.store.Reminders(ctx, by.Scope(), in.AHQ, now.AddDate(0, 0, -in.Days))
	if err != nil {
		return nil, err
	}
	chased, err := a.store.Chased(ctx, by.Scope(), in.AHQ)
	all := Reminders{Past: remindersOf(past)}
	for _, p := range workflow.Upcoming(chased, now, now.AddDate(0, 0, in.Days)) {
		all.Upcoming = append(all.Upcoming, Planned{p.NCP, p.Step, p.About, p.At, p.Held})
	}
	return plain(all), err
}

func remindersOf(stored []models.Reminder) []Reminder {
	all := []Reminder{}
	for _, m := range stored {
		one := Reminder{NCP: m.NCP, Step: m.Step, About: m.About, Fate: m.Fate, At: m.At, Why: m.Why}
		for _, letter := range m.Messages {
			one.Messages = append(one.Messages, Reminding{letter.Address, letter.SentAt, letter.Failed})
		}
		all = append(all, one)
	}
	return all
}

// A ReminderOf names a step to come.
type ReminderOf struct {
	NCP  string        `json:"ncp,omitempty" doc:"For this one only; absent: for all who have not answered"`
	Step models.StepID `json:"step,omitempty" doc:"To send now what would come later; absent: once a day, as it is"`
}

// A Skipping leaves a step to come out.
type Skipping struct {
	NCP  string        `json:"ncp,omitempty" doc:"For this one only; absent: for all"`
	Step models.StepID `json:"step"`
	Why  string        `json:"why,omitempty"`
}

// A Pausing is who is not chased.
type Pausing struct {
	NCP string `json:"ncp,omitempty" doc:"This one only; absent: all"`
	Why string `json:"why,omitempty"`
}

// A GoingOn is who is chased again.
type GoingOn struct {
	NCP string `json:"ncp,omitempty" doc:"This one only; absent: all"`
}

// Reminded is what was sent just now.
type Reminded struct {
	Reminders []Reminder `json:"reminders"`
}

func (a *api) remind(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[ReminderOf]
}) (*Plain[Reminded], error) {
	sent, err := a.Flow.Remind(ctx, by, in.AHQ, in.sent.NCP, in.sent.Step)
	return plain(Reminded{remindersOf(sent)}), err
}

func (a *api) skipReminder(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Skipping]
}) (*Done, error) {
	return &Done{}, a.Flow.SkipReminder(ctx, by, in.AHQ, in.sent.NCP, in.sent.Step, in.sent.Why)
}

func (a *api) pauseChase(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[Pausing]
}) (*Done, error) {
	return &Done{}, a.Flow.PauseChase(ctx, by, in.AHQ, in.sent.NCP, in.sent.Why)
}

func (a *api) goOn(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Sent[GoingOn]
}) (*Done, error) {
	return &Done{}, a.Flow.GoOn(ctx, by, in.AHQ, in.sent.NCP)
}
