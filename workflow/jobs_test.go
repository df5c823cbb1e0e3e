package workflow

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// A mailbox takes what is mailed, after it has refused a number of times.
type mailbox struct {
	mu      sync.Mutex
	refuses int
	got     []Mail
	came    chan struct{}
}

func (b *mailbox) take(_ context.Context, m Mail) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.refuses > 0 {
		b.refuses--
		return errors.New("the mailbox is full")
	}
	b.got = append(b.got, m)
	b.came <- struct{}{}
	return nil
}

func TestWhatIsWrittenIsMailedOnce(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		waiting, err := store.Unsent(w.ctx)
		w.must(err)
		box := &mailbox{refuses: 1, came: make(chan struct{}, 1000)}
		w.Mail = box.take
		w.issued()
		unsent, err := store.Unsent(w.ctx)
		w.must(err)
		if len(unsent) != len(waiting)+3 {
			t.Fatalf("issuing wrote %d messages, not 3", len(unsent)-len(waiting))
		}
		w.must(w.Start(w.ctx))
		for range len(unsent) {
			select {
			case <-box.came:
			case <-time.After(30 * time.Second):
				t.Fatalf("%d of %d messages were mailed", len(box.got), len(unsent))
			}
		}
		w.must(w.Stop(context.WithoutCancel(w.ctx)))
		seen := map[models.MessageID]bool{}
		for _, m := range box.got {
			if seen[m.ID] {
				t.Errorf("%q was mailed twice", m.Subject)
			}
			seen[m.ID] = true
		}
		left, err := store.Unsent(w.ctx)
		w.must(err)
		if len(left) != 0 {
			t.Errorf("%d messages still wait", len(left))
		}
	})
}

func TestWhatFailsLeavesNoMessage(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		w.Mail = func(context.Context, Mail) error { return nil }
		a := w.issued()
		before, err := store.Unsent(w.ctx)
		w.must(err)
		_, err = w.Cancel(w.ctx, w.as("NO coordinator"), a.ID, "")
		w.expect(err, "/why")
		after, err := store.Unsent(w.ctx)
		w.must(err)
		if len(after) != len(before) {
			t.Errorf("%d messages more", len(after)-len(before))
		}
	})
}

func TestStoppingWithoutAStart(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	w.must(w.Stop(w.ctx))
}
