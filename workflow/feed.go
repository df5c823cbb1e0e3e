package workflow

import (
	"context"
	"errors"
	"slices"
	"time"

	"ahq/models"
)

// ErrRevoked is a calendar that was there once.
var ErrRevoked = errors.New("this calendar is not kept up any more: make a new address on the page of your calendars, or take the calendar out of your program")

// CreateFeed gives a calendar a secret address: of one AHQ, or, when none is
// named, of all that is due for the actor and all that they ask. The secret is
// given once, and never again.
func (w *Workflow) CreateFeed(ctx context.Context, by Actor, ahq models.AHQID) (feed models.Feed, secret string, err error) {
	feed, err = perform(ctx, w, by, "create-feed", given{ahq}, func(t *turn) (models.Feed, error) {
		secret = newSecret()
		made := models.Feed{ID: models.NewID[models.FeedID](), Hash: hashOf(secret), PersonID: t.by.Person.ID, CreatedAt: t.now}
		if ahq != "" {
			if _, err := t.DatedAHQ(ctx, t.by.Scope(), ahq); err != nil {
				return made, err
			}
			made.AHQID = &ahq
		}
		return made, t.CreateFeed(ctx, made)
	})
	return feed, secret, err
}

// RevokeFeed ends one of the actor's feeds; one that was ended stays so.
func (w *Workflow) RevokeFeed(ctx context.Context, by Actor, id models.FeedID) error {
	_, err := perform(ctx, w, by, "revoke-feed", given{id}, func(t *turn) (models.FeedID, error) {
		return id, t.RevokeFeed(ctx, t.by.Person.ID, id, t.now)
	})
	return err
}

// Calendar is what stands at a secret address today: what its owner may see
// today. Who was kept out has no calendar any more.
func (w *Workflow) Calendar(ctx context.Context, secret string) ([]byte, error) {
	feed, err := w.Store.Feed(ctx, hashOf(secret))
	if err != nil {
		return nil, err
	}
	owner, err := w.Actor(ctx, feed.PersonID)
	if err != nil {
		return nil, err
	}
	if feed.RevokedAt != nil || owner.Person.BlockedAt != nil {
		return nil, ErrRevoked
	}
	if feed.AHQID != nil {
		return w.CalendarOfAHQ(ctx, owner, *feed.AHQID)
	}
	all, err := w.Store.DatedAHQs(ctx, owner.Scope(), Day(w.Now().Add(-remains)))
	if err == nil && len(all) == 0 && !owner.Scope().Network {
		err = models.ErrNotFound // they have left, and nothing waits for them
	}
	if err != nil {
		return nil, err
	}
	name, err := say("calendar.of-a-person", with{"Name": owner.Person.Name})
	if err != nil {
		return nil, err
	}
	return w.calendar(name, owner.days(all...)...)
}

// remains is how long a day that is over stays in a calendar.
const remains = 366 * 24 * time.Hour

// CalendarOfAHQ is a calendar with the reply-by dates of one AHQ that concern
// the actor.
func (w *Workflow) CalendarOfAHQ(ctx context.Context, by Actor, id models.AHQID) ([]byte, error) {
	d, err := w.Store.DatedAHQ(ctx, by.Scope(), id)
	if err != nil {
		return nil, err
	}
	name, err := say("calendar.of-an-ahq", with{"Reference": reference(d.AHQ)})
	if err != nil {
		return nil, err
	}
	return w.calendar(name, by.days(d)...)
}

// days are the dates that concern the actor: those by which their NCPs answer,
// and those by which others do whom they ask.
func (a Actor) days(all ...models.Dated) (days []calendarDay) {
	for _, d := range all {
		own := ownDays(d)
		days = append(days, own...)
		if asks := len(a.asking(d.AHQ)) > 0; asks || len(own) == 0 {
			days = append(days, dayOf(d.AHQ, models.Addressee{}, d.ChangedAt).ofOthers())
			if asks {
				days = append(days, extendedDays(d)...)
			}
		}
	}
	return days
}

// ownDays are those by which one's own NCPs answer.
func ownDays(d models.Dated) (days []calendarDay) {
	for _, r := range d.Responses {
		x := models.Addressee{NCP: r.NCP, Name: r.NCP}
		if i := slices.IndexFunc(d.Addressees, func(x models.Addressee) bool { return x.NCP == r.NCP }); i >= 0 {
			x = d.Addressees[i]
		}
		days = append(days, dayOf(d.AHQ, x, d.ChangedAt).answeredBy(r))
	}
	return days
}

// extendedDays are those of other NCPs that have a date of their own.
func extendedDays(d models.Dated) (days []calendarDay) {
	for _, x := range d.Addressees {
		own := slices.ContainsFunc(d.Responses, func(r models.Response) bool { return r.NCP == x.NCP })
		if x.ReplyBy != "" && !own {
			days = append(days, dayOf(d.AHQ, x, d.ChangedAt).ofOthers())
		}
	}
	return days
}
