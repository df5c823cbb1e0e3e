package workflow

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
)

// ErrBounced is of a message that its mail server refuses for good.
var ErrBounced = errors.New("the mail server refuses it")

// tryFor is how long a message that cannot be sent is tried. What it says is old
// then, and somebody should be called.
const tryFor = 5 * 24 * time.Hour

// sendArgs: send one message.
type sendArgs struct {
	Message models.MessageID `json:"message"`
}

// Kind names the job in the queue.
func (sendArgs) Kind() string { return "send" }

// InsertOpts: a message waits in the queue once.
func (sendArgs) InsertOpts() river.InsertOpts {
	return river.InsertOpts{Queue: mailQueue, UniqueOpts: river.UniqueOpts{ByArgs: true}}
}

// sendMessage sends a message that was not sent yet, and marks it. It is sent
// once, but for one window: a process that is killed after the mail server took
// the message and before the mark is written leaves it unmarked, and another
// sends it again. So at most the messages that were just then on their way come
// twice, four of one process, and none is lost. Both have the same Message-ID, by
// which many mail programs show them as one.
func (w *Workflow) sendMessage(ctx context.Context, a sendArgs) error {
	m, err := w.Store.Message(ctx, a.Message)
	if errors.Is(err, models.ErrNotFound) || err == nil && (m.SentAt != nil || m.BouncedAt != nil || w.Mail == nil) {
		return nil
	}
	if err != nil {
		return err
	}
	to, err := w.Store.Person(ctx, m.ToID)
	if err != nil {
		return err
	}
	if to.BlockedAt != nil {
		return w.giveUp(ctx, m, errors.New("they cannot sign in any more"))
	}
	if why, err := w.overtaken(ctx, m); err != nil || why != nil {
		return errors.Join(err, w.notSent(ctx, m, why))
	}
	mail, err := w.mail(ctx, m)
	if err != nil {
		return err
	}
	if err := w.Mail(ctx, mail); err != nil {
		return w.failed(ctx, m, err)
	}
	// what is sent is marked, also where the job is told to stop just now
	return w.Store.Tx(context.WithoutCancel(ctx), func(tx *models.Tx) error { return tx.MarkSent(ctx, m.ID, w.Now()) })
}

// failed writes down why a message was not sent. It is tried again, later and
// later, unless that would lead nowhere.
func (w *Workflow) failed(ctx context.Context, m models.Message, why error) error {
	ctx = context.WithoutCancel(ctx)
	if errors.Is(why, ErrBounced) || w.Now().Sub(m.CreatedAt) > tryFor {
		return w.giveUp(ctx, m, why)
	}
	err := w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.MarkFailed(ctx, m.ID, why.Error()) })
	return errors.Join(why, err)
}

// giveUp ends the tries. A job that is cancelled does not stand in the way when
// somebody has the message tried again.
func (w *Workflow) giveUp(ctx context.Context, m models.Message, why error) error {
	err := w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.MarkBounced(ctx, m.ID, w.Now(), why.Error()) })
	if err != nil {
		return err
	}
	return river.JobCancel(why)
}

// SendAgain has a message tried again that was given up: the address works now,
// or the mail server was at fault.
func (w *Workflow) SendAgain(ctx context.Context, by Actor, id models.MessageID) error {
	_, err := perform(ctx, w, by, SendAgain, given{id}, func(t *turn) (none struct{}, err error) {
		if err := t.by.may(SendAgain, t.by.Parts()); err != nil {
			return none, err
		}
		m, err := t.Message(ctx, id)
		if err != nil {
			return none, err
		}
		if m.SentAt != nil {
			return none, refuse(SendAgain, "this message went out on %s: write to them yourself if they have not got it", longDay(Day(*m.SentAt)))
		}
		if m.BouncedAt != nil {
			if err := t.ClearBounced(ctx, id); err != nil {
				return none, err
			}
		}
		return none, t.dispatch(ctx, []models.MessageID{id})
	})
	return err
}

// unsentArgs: look for messages that wait: from before there was a mailer, from
// a process without one, or because they were tried too often.
type unsentArgs struct{}

// Kind names the job in the queue.
func (unsentArgs) Kind() string { return "look-for-unsent" }

func (w *Workflow) lookForUnsent(ctx context.Context, _ unsentArgs) error {
	if w.Mail == nil {
		return nil
	}
	waiting, err := w.Store.Unsent(ctx)
	if err != nil || len(waiting) == 0 {
		return err
	}
	all := make([]river.JobArgs, len(waiting))
	for i, id := range waiting {
		all[i] = sendArgs{Message: id}
	}
	if _, err = river.ClientFromContext[*sql.Tx](ctx).InsertMany(ctx, inserts(all)); err != nil {
		return fmt.Errorf("look for what was not sent: %w", err)
	}
	return nil
}
