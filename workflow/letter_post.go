package workflow

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ahq/models"
)

// An addressed letter is one for one person.
type addressed struct {
	letter
	to models.Person
}

// send writes a letter to a person into the outbox, and has it mailed.
func (t *turn) send(ctx context.Context, to models.Person, l letter) error {
	return t.post(ctx, []addressed{{l, to}})
}

// post is send, for many: all of them go with this turn, or none.
func (t *turn) post(ctx context.Context, all []addressed) error {
	for _, l := range all {
		m, err := t.message(l)
		if err != nil {
			return err
		}
		err = t.CreateMessage(ctx, m)
		if errors.Is(err, models.ErrDuplicate) {
			continue
		}
		if err != nil {
			return err
		}
		if t.flow.Mail == nil {
			continue // it waits in the outbox
		}
		if err := t.enqueue(ctx, sendArgs{Message: m.ID}); err != nil {
			return err
		}
	}
	return nil
}

// message is a letter as it is written down.
func (t *turn) message(l addressed) (m models.Message, err error) {
	m = models.Message{
		ID: models.NewID[models.MessageID](), Key: l.key + "/" + string(l.to.ID), ToID: l.to.ID, Address: l.to.Email,
		AHQID: l.ahq, CreatedAt: t.now,
	}
	if m.Subject, err = l.subject(); err != nil {
		return m, err
	}
	m.Body, err = l.body(t.flow.URL)
	return m, err
}

// tell writes a letter to the coordinators of NCPs, but for whoever acts.
func (t *turn) tell(ctx context.Context, ncps []string, l letter) error {
	if len(ncps) == 0 {
		return nil
	}
	l.key += "/" + t.now.Format(time.RFC3339Nano) + "/" + hashOf(fmt.Sprint(l.values))[:8]
	people, err := t.Coordinators(ctx, ncps...)
	if err != nil {
		return err
	}
	var all []addressed
	for _, p := range people {
		if p.ID != t.by.Person.ID {
			all = append(all, addressed{l, p})
		}
	}
	return t.post(ctx, all)
}

// tellRequesters of an AHQ.
func (t *turn) tellRequesters(ctx context.Context, a models.AHQ, l letter) error {
	ncps := make([]string, len(a.Requesters))
	for i, r := range a.Requesters {
		ncps[i] = r.NCP
	}
	return t.tell(ctx, ncps, l)
}

// tellAll who were asked, or answer.
func (t *turn) tellAll(ctx context.Context, a models.AHQ, l letter) error {
	concerned, err := t.concerned(ctx, a)
	if err != nil {
		return err
	}
	return t.tell(ctx, concerned, l)
}

// concerned are those who were asked and those who answer unasked.
func (t *turn) concerned(ctx context.Context, a models.AHQ) ([]string, error) {
	answering, err := t.Responses(ctx, models.Scope{Unlimited: true}, a.ID)
	ncps := make([]string, len(answering))
	for i, r := range answering {
		ncps[i] = r.NCP
	}
	return ncps, err
}
