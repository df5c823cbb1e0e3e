package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ahq/models"
)

// A turn is one act under way: its transaction, who acts as they are now, and
// the one instant at which all of it happens.
type turn struct {
	*models.Tx
	flow *Workflow
	by   Actor
	now  time.Time

	replies map[string][]string // addresses of coordinators, by NCP, as far as letters asked for them
}

// errAgain is a turn that found things changed between looking and locking, and
// is taken again from the start.
var errAgain = fmt.Errorf("locked too late: %w", models.ErrStale)

// turns is how often a turn is taken before somebody is told to try again.
const turns = 5

// perform takes a turn: one transaction, with the answer of the first time when
// it was performed before under the same Idempotency-Key.
func perform[R any](ctx context.Context, w *Workflow, by Actor, act Act, what given, do func(*turn) (R, error)) (result R, err error) {
	for range turns {
		err = w.Store.Tx(ctx, func(tx *models.Tx) (err error) {
			t := &turn{Tx: tx, flow: w, by: by, now: w.Now().UTC().Truncate(time.Microsecond)}
			if err = t.identify(ctx); err != nil {
				return err
			}
			result, err = once(ctx, t, act, what, do)
			return err
		})
		if !errors.Is(err, errAgain) {
			break
		}
	}
	return result, err
}

// identify reads the actor again: what they may do can have changed since they
// signed in.
func (t *turn) identify(ctx context.Context) (err error) {
	if t.by.itself {
		return t.present(ctx)
	}
	if t.by.Person.ID == "" {
		return ErrForbidden
	}
	key, form := t.by.Key, t.by.Form
	if t.by, err = actor(ctx, t.Tx, t.by.Person.ID); errors.Is(err, models.ErrNotFound) {
		return ErrForbidden
	}
	if t.by.Key, t.by.Form = key, form; err == nil && t.by.Person.BlockedAt != nil {
		return ErrForbidden
	}
	return err
}

// present sees to it that ahq itself is a person that history can name.
func (t *turn) present(ctx context.Context) error {
	_, err := t.Person(ctx, ourselves)
	if !errors.Is(err, models.ErrNotFound) {
		return err
	}
	itself := t.by.Person
	itself.CreatedAt, itself.BlockedAt = t.now, &t.now
	return t.CreatePerson(ctx, &itself)
}

// people is what is read of persons, in a transaction or outside.
type people interface {
	Member(context.Context, models.PersonID) (models.Person, []models.Membership, error)
}

func actor(ctx context.Context, from people, id models.PersonID) (a Actor, err error) {
	a.Person, a.Memberships, err = from.Member(ctx, id)
	return a, err
}

// lockAHQ takes an AHQ for oneself, if the actor sees it and may do that to it.
func (t *turn) lockAHQ(ctx context.Context, id models.AHQID, act Act) (a models.AHQ, err error) {
	if a, err = t.LockAHQ(ctx, t.by.Scope(), id); err != nil {
		return a, err
	}
	return a, t.by.may(act, t.by.PartsInAHQ(a))
}

// shareAHQ keeps an AHQ as it is while something beside it changes.
func (t *turn) shareAHQ(ctx context.Context, id models.AHQID, act Act) (a models.AHQ, err error) {
	if a, err = t.ShareAHQ(ctx, t.by.Scope(), id); err != nil {
		return a, err
	}
	return a, t.by.may(act, t.by.PartsInAHQ(a))
}

// lockResponse takes a response for oneself and keeps its AHQ as it is, if the
// actor sees it and may do that to it. The AHQ is always locked first, so that
// two turns cannot wait for each other.
func (t *turn) lockResponse(ctx context.Context, id models.ResponseID, act Act) (r models.Response, a models.AHQ, err error) {
	if a, err = t.ShareAHQOf(ctx, t.by.Scope(), id); err != nil {
		return r, a, err
	}
	if r, err = t.LockResponse(ctx, t.by.Scope(), id); err != nil {
		return r, a, err
	}
	return r, a, t.mayIn(act, a, r)
}

// mayIn is nil when the actor may do the act to the response. What a requester
// enters for an NCP is theirs to write until the NCP takes it over.
func (t *turn) mayIn(act Act, a models.AHQ, r models.Response) error {
	parts := t.by.PartsIn(a, r)
	if err := t.by.may(act, parts); err != nil {
		return err
	}
	writes := act == Edit || act == Submit || act == Decline
	if r.Entered && writes && !t.by.itself && !May(EnterFor, parts) {
		return refuse(act, "the requester is entering this response for you: to go on yourselves, let a coordinator take it over first")
	}
	return nil
}

// record appends to the history of an AHQ or a response.
func (t *turn) record(ctx context.Context, chain string, act Act, data models.EventData) error {
	e := models.Event{Chain: chain, At: t.now, ByID: t.by.Person.ID, ByName: t.by.Person.Name, Act: string(act), Data: data}
	if t.by.itself {
		e.ByID = ""
	}
	if _, err := t.AppendEvent(ctx, e); err != nil {
		return err
	}
	if act != saved || data.Number == 0 { // a cell tells its version too
		t.announce(models.Notice{Act: string(act), Chain: chain, Record: data.Record})
	}
	return nil
}

// moveAHQ saves an AHQ with what happened to it.
func (t *turn) moveAHQ(ctx context.Context, a *models.AHQ, act Act, data models.EventData) error {
	data.State = string(a.State)
	if err := t.SaveAHQ(ctx, a); err != nil {
		return err
	}
	if slices.Contains(reshelved, act) {
		if err := t.shelve(ctx, *a); err != nil {
			return err
		}
	}
	return t.record(ctx, string(a.ID), act, data)
}

// moveResponse saves a response with what happened to it.
func (t *turn) moveResponse(ctx context.Context, r *models.Response, act Act, data models.EventData) error {
	data.State = string(r.State)
	if err := t.SaveResponse(ctx, r); err != nil {
		return err
	}
	return t.record(ctx, string(r.ID), act, data)
}
