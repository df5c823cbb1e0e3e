package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// A NewCalendar is what a secret address is wanted for.
type NewCalendar struct {
	AHQ models.AHQID `json:"ahq,omitempty" doc:"Absent: all that is due for one, and all that one asks"`
}

// A Calendar is one with a secret address, without it.
type Calendar struct {
	ID        models.FeedID `json:"id"`
	AHQ       *models.AHQID `json:"ahq,omitempty"`
	CreatedAt time.Time     `json:"created_at"`
}

// A MadeCalendar is a calendar with its address, which is shown this once.
type MadeCalendar struct {
	Calendar
	URL string `json:"url,omitempty" doc:"Where calendar programs read it; absent when the request is sent again under its Idempotency-Key"`
}

// Calendars are one's own, newest first.
type Calendars struct {
	Calendars []Calendar `json:"calendars"`
}

func calendarOf(f models.Feed) Calendar { return Calendar{f.ID, f.AHQID, f.CreatedAt} }

func (a *api) calendars(ctx context.Context, by workflow.Actor, _ *Nothing) (*Plain[Calendars], error) {
	stored, err := a.store.Feeds(ctx, by.Person.ID)
	all := Calendars{}
	for _, f := range stored {
		all.Calendars = append(all.Calendars, calendarOf(f))
	}
	return plain(all), err
}

func (a *api) createCalendar(ctx context.Context, by workflow.Actor, in *struct{ Sent[NewCalendar] }) (*Made[MadeCalendar], error) {
	f, secret, err := a.Flow.CreateFeed(ctx, by, in.sent.AHQ)
	made := made(MadeCalendar{Calendar: calendarOf(f)}, "calendars", string(f.ID))
	if secret != "" {
		made.Body.URL = a.Flow.Address("/calendars/" + secret + ".ics")
	}
	return made, err
}

func (a *api) revokeCalendar(ctx context.Context, by workflow.Actor, in *struct {
	Calendar models.FeedID `path:"calendar"`
}) (*Done, error) {
	return &Done{}, a.Flow.RevokeFeed(ctx, by, in.Calendar)
}
