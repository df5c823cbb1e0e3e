package workflow

import (
	"context"
	"fmt"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// Two programs share a database, and their clocks are five minutes apart. What is
// written is mailed once all the same.
func TestClocksThatAreApartMailNothingTwice(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.OpenPostgres(t))
	box := &mailbox{came: make(chan struct{}, 1000)}
	w.Mail = box.take
	ahead := &Workflow{
		Store: w.Store, Blobs: w.Blobs, URL: w.URL, Mail: box.take,
		Now: func() time.Time { return w.clock.now().Add(apart) },
	}
	a := w.issued()
	for _, one := range []*Workflow{w.Workflow, ahead} {
		w.must(one.Start(w.ctx))
	}
	for i := range 100 {
		for _, one := range []*Workflow{w.Workflow, ahead} {
			_, err := one.Ask(w.ctx, w.as("BE coordinator"), a.ID, "BE", fmt.Sprintf("Since when, in province %d?", i))
			w.must(err)
		}
	}
	for end := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		unsent, err := w.Store.Unsent(w.ctx)
		w.must(err)
		if len(unsent) == 0 {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("%d messages are not mailed", len(unsent))
		}
	}
	for _, one := range []*Workflow{w.Workflow, ahead} {
		w.must(one.Stop(context.WithoutCancel(w.ctx)))
	}
	seen := map[models.MessageID]bool{}
	for _, m := range box.got {
		if seen[m.ID] {
			t.Errorf("%q was mailed twice", m.Subject)
		}
		seen[m.ID] = true
	}
	if len(seen) < 200 {
		t.Errorf("only %d messages were mailed", len(seen))
	}
}
