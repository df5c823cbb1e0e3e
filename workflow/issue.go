package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ahq/models"
)

// Issue sends an AHQ out, once what was asked before on the same thing was
// considered. From here on its questions are frozen, the
// participants are those of today, and each addressee has a response to fill in.
func (w *Workflow) Issue(ctx context.Context, by Actor, id models.AHQID) (models.AHQ, error) {
	return perform(ctx, w, by, Issue, given{id}, func(t *turn) (models.AHQ, error) {
		a, err := t.lockAHQ(ctx, id, Issue)
		if err != nil {
			return a, err
		}
		if a.State, err = next(ahqMoves, a.State, Issue); err != nil {
			return a, err
		}
		if err := Complete(a, t.now); err != nil {
			return a, err
		}
		addressees, err := t.addressees(ctx, a)
		if err != nil {
			return a, err
		}
		if err := t.considered(ctx, a); err != nil {
			return a, err
		}
		return a, t.issue(ctx, &a, addressees)
	})
}

func (t *turn) issue(ctx context.Context, a *models.AHQ, addressees []models.Addressee) (err error) {
	if a.Reference == nil {
		given, err := t.NextReference(ctx, t.now.In(brussels).Year())
		if err != nil {
			return err
		}
		a.Reference = &given
	}
	a.IssuedAt, a.ChasedFrom = &t.now, &t.now
	if err := t.moveAHQ(ctx, a, Issue, models.EventData{Day: a.ReplyBy, Subject: *a.Reference}); err != nil {
		return err
	}
	if err := t.CreateAddressees(ctx, addressees); err != nil {
		return err
	}
	for _, x := range addressees {
		if !x.Asked {
			continue
		}
		if _, err := t.createResponse(ctx, *a, x.NCP, Issue); err != nil {
			return err
		}
	}
	if err := t.hearOfAHQ(ctx, models.AHQIssued, *a); err != nil {
		return err
	}
	return t.tellIssued(ctx, *a)
}

// tellIssued invites those who are asked: the first step of the ladder.
func (t *turn) tellIssued(ctx context.Context, a models.AHQ) error {
	chased, err := t.Chased(ctx, models.Scope{Unlimited: true}, a.ID)
	if err != nil {
		return err
	}
	all := make([]owed, len(chased))
	for i, c := range chased {
		all[i] = owed{chased: c, reminder: models.Reminder{
			AHQID: a.ID, NCP: c.NCP, Step: StepIssued, About: c.ReplyBy, Fate: models.Sent, At: t.now, ByID: t.by.Person.ID,
		}}
	}
	_, err = t.remind(ctx, all)
	return err
}

// createResponse begins an NCP's response, empty.
func (t *turn) createResponse(ctx context.Context, a models.AHQ, ncp string, act Act) (models.Response, error) {
	r := models.Response{ID: models.NewID[models.ResponseID](), AHQID: a.ID, NCP: ncp, State: models.Draft, NextRecord: 1}
	if err := t.CreateResponse(ctx, &r); err != nil {
		return r, err
	}
	return r, t.record(ctx, string(r.ID), act, models.EventData{State: string(r.State), NCP: ncp})
}

// Complete says all that is missing before an AHQ can go out.
func Complete(a models.AHQ, now time.Time) error {
	day := invalid("/reply_by", "say by when you need the answers")
	if a.ReplyBy != "" {
		day = checkDay("/reply_by", a.ReplyBy, now)
	}
	return errors.Join(misfitting(a.Questionnaire.Misfits()), day)
}

// addressees are the participants of today, and whether each is asked. Who asks
// is asked only when named: they may answer without.
func (t *turn) addressees(ctx context.Context, a models.AHQ) ([]models.Addressee, error) {
	today, err := t.Participants(ctx, Day(t.now))
	if err != nil {
		return nil, err
	}
	all := make([]models.Addressee, len(today))
	for i, n := range today {
		all[i] = models.Addressee{AHQID: a.ID, NCP: n.Code, Name: n.Name, Role: n.Role, Asked: Asks(a, n)}
	}
	for i, code := range a.Selected {
		takesPart := slices.ContainsFunc(today, func(n models.NCP) bool { return n.Code == code })
		if a.Addressing == models.Selected && !takesPart {
			return nil, invalid(fmt.Sprintf("/selected/%d", i), "%s does not take part today: leave it out", t.called(ctx, code))
		}
	}
	if !slices.ContainsFunc(all, func(x models.Addressee) bool { return x.Asked }) {
		return nil, invalid("/selected", "name at least one NCP to ask")
	}
	return all, nil
}

// Asks says whether an AHQ asks a participant.
func Asks(a models.AHQ, n models.NCP) bool {
	if a.Addressing == models.Selected {
		return slices.Contains(a.Selected, n.Code)
	}
	requester := slices.ContainsFunc(a.Requesters, func(r models.Requester) bool { return r.NCP == n.Code })
	return n.Role != models.Commission && !requester
}
