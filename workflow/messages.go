package workflow

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"ahq/models"
)

// A letter is what somebody is told, before it is known whom it goes to.
type letter struct {
	key     string // what it is, so that nothing is said twice
	subject string
	body    string
	path    string // where to look, below our address
	ahq     models.AHQID
}

// send writes a letter to a person into the outbox, and has it mailed.
func (t *turn) send(ctx context.Context, to models.Person, l letter) error {
	m := models.Message{
		ID: models.NewID[models.MessageID](), Key: l.key + "/" + string(to.ID), ToID: to.ID, Address: to.Email,
		Subject: l.subject, Body: l.body + "\n\n" + strings.TrimSuffix(t.flow.URL, "/") + l.path + "\n",
		AHQID: l.ahq, CreatedAt: t.now,
	}
	err := t.CreateMessage(ctx, m)
	if errors.Is(err, models.ErrDuplicate) {
		return nil
	}
	if err != nil {
		return err
	}
	if t.flow.Mail == nil {
		return nil // it waits in the outbox
	}
	return t.enqueue(ctx, sendArgs{Message: m.ID})
}

// tell writes a letter to the coordinators of NCPs, but for whoever acts.
func (t *turn) tell(ctx context.Context, ncps []string, l letter) error {
	if len(ncps) == 0 {
		return nil
	}
	l.key += "/" + t.now.Format(time.RFC3339Nano) + "/" + hashOf(l.body)[:8]
	people, err := t.Coordinators(ctx, ncps...)
	if err != nil {
		return err
	}
	for _, p := range people {
		if p.ID == t.by.Person.ID {
			continue
		}
		if err := t.send(ctx, p, l); err != nil {
			return err
		}
	}
	return nil
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

// ofAHQ is a letter about an AHQ.
func ofAHQ(act Act, a models.AHQ, what, body string, values ...any) letter {
	return letter{
		key:     string(act) + "/" + string(a.ID),
		subject: fmt.Sprintf("AHQ %s, %s: %s", reference(a), a.Topic, what),
		body:    fmt.Sprintf(body, values...),
		path:    "/ahqs/" + string(a.ID),
		ahq:     a.ID,
	}
}

// ofResponse is a letter about a response.
func ofResponse(act Act, a models.AHQ, r models.Response, what, body string, values ...any) letter {
	l := ofAHQ(act, a, what, body, values...)
	l.key = string(act) + "/" + string(r.ID)
	l.path = "/responses/" + string(r.ID)
	return l
}

// reference of an AHQ, or what stands for it before it has one.
func reference(a models.AHQ) string {
	if a.Reference == nil {
		return "(draft)"
	}
	return *a.Reference
}
