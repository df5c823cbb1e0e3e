package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
)

// An addressed letter is one for one person.
type addressed struct {
	letter
	to models.Person
}

// send writes a letter to a person into the outbox, and has it mailed.
func (t *turn) send(ctx context.Context, to models.Person, l letter) error {
	_, err := t.post(ctx, []addressed{{l, to}})
	return err
}

// post is send, for many: all of them go with this turn, or none. It says under
// which id each is written: "" for one that was said already, or is not wanted.
func (t *turn) post(ctx context.Context, all []addressed) ([]models.MessageID, error) {
	ids := make([]models.MessageID, len(all))
	wanted, err := t.wanted(ctx, all)
	if err != nil {
		return ids, err
	}
	var messages []models.Message
	for i, l := range all {
		if !wanted(l) {
			continue
		}
		m, err := t.message(ctx, l)
		if err != nil {
			return ids, err
		}
		ids[i] = m.ID
		messages = append(messages, m)
	}
	written, err := t.CreateMessages(ctx, messages)
	if err != nil || len(written) == len(messages) {
		return ids, errors.Join(err, t.dispatch(ctx, written))
	}
	for i, id := range ids {
		if !slices.Contains(written, id) {
			ids[i] = ""
		}
	}
	return ids, t.dispatch(ctx, written)
}

// dispatch has messages sent after this turn.
func (t *turn) dispatch(ctx context.Context, ids []models.MessageID) error {
	if t.flow.Mail == nil || len(ids) == 0 {
		return nil // they wait in the outbox
	}
	jobs := make([]river.JobArgs, len(ids))
	for i, id := range ids {
		jobs[i] = sendArgs{Message: id}
	}
	return t.enqueueAll(ctx, jobs)
}

// message is a letter as it is written down.
func (t *turn) message(ctx context.Context, l addressed) (models.Message, error) {
	m := models.Message{
		ID: models.NewID[models.MessageID](), Key: l.key + "/" + string(l.to.ID), Letter: string(l.id),
		ToID: l.to.ID, Address: l.to.Email, Path: l.path, Secret: letterbook[l.id].secret,
		AHQID: l.ahq, ResponseID: l.response, CreatedAt: t.now,
	}
	err := l.write(&m)
	if err != nil || l.from == "" {
		return m, err
	}
	m.ReplyTo, err = t.replyTo(ctx, l.from)
	return m, err
}

// mostReplies is how many hear what somebody answers to a letter.
const mostReplies = 10

// replyTo are the addresses of the coordinators of an NCP: the network knows
// them. They are looked up once a turn.
func (t *turn) replyTo(ctx context.Context, ncp string) ([]string, error) {
	if known, is := t.replies[ncp]; is {
		return known, nil
	}
	people, err := t.Coordinators(ctx, ncp)
	if err != nil {
		return nil, err
	}
	addresses := []string{}
	for _, p := range people[:min(len(people), mostReplies)] {
		addresses = append(addresses, p.Email)
	}
	if t.replies == nil {
		t.replies = map[string][]string{}
	}
	t.replies[ncp] = addresses
	return addresses, nil
}

// tell writes a letter to the coordinators of NCPs, but for whoever acts.
func (t *turn) tell(ctx context.Context, ncps []string, l letter) error {
	l.key += "/" + t.now.Format(time.RFC3339Nano) + "/" + hashOf(fmt.Sprint(l.values))[:8]
	return t.write(ctx, ncps, l, t.by.Person.ID)
}

// write writes a letter to the coordinators of NCPs, without some.
func (t *turn) write(ctx context.Context, ncps []string, l letter, without ...models.PersonID) error {
	if len(ncps) == 0 {
		return nil
	}
	people, err := t.Coordinators(ctx, ncps...)
	if err != nil {
		return err
	}
	var all []addressed
	for _, p := range people {
		if !slices.Contains(without, p.ID) {
			all = append(all, addressed{l, p})
		}
	}
	_, err = t.post(ctx, all)
	return err
}

// tellRequesters of an AHQ. What they answer goes to the NCP that it is about.
func (t *turn) tellRequesters(ctx context.Context, a models.AHQ, l letter) error {
	l.from = l.ncp
	return t.tell(ctx, requestersOf(a), l)
}

// requestersOf an AHQ are the codes of the NCPs that ask.
func requestersOf(a models.AHQ) []string {
	ncps := make([]string, len(a.Requesters))
	for i, r := range a.Requesters {
		ncps[i] = r.NCP
	}
	return ncps
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
