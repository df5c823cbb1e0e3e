package seeds

import (
	"errors"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow"
)

func TestTheWorldHasAResponseInEveryState(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := workflow.Itself().Scope()
		flow := &workflow.Workflow{Store: store, Blobs: models.Blobs{Dir: t.TempDir()}, Now: time.Now}
		if err := Play(t.Context(), flow, "a password for tests"); err != nil {
			t.Fatal(err)
		}
		ahq, err := store.AHQByReference(t.Context(), all, "2016.1")
		if err != nil {
			t.Fatal(err)
		}
		if ahq.State != models.Open || ahq.ReplyBy != "2017-01-23" {
			t.Errorf("2016.1 is %s and to be answered by %s", ahq.State, ahq.ReplyBy)
		}
		for _, c := range []struct {
			ncp, says string
			holds     func(models.Response) bool
		}{
			{"BE", "is submitted", func(r models.Response) bool { return r.State == models.Submitted && !r.Late }},
			{"NL", "is late", func(r models.Response) bool { return r.State == models.Submitted && r.Late }},
			{"DE", "is not for wider dissemination", func(r models.Response) bool { return r.Wider == models.WiderNo }},
			{"FR", "was returned", func(r models.Response) bool { return r.State == models.Draft && r.ReturnedAt != nil && r.InForce == 1 }},
			{"IT", "has nothing to report", func(r models.Response) bool { return r.DeclinedAt != nil }},
			{"FI", "is a draft", func(r models.Response) bool { return r.State == models.Draft && r.OpenedAt != nil }},
			{"AT", "was not opened", func(r models.Response) bool { return r.OpenedAt == nil }},
		} {
			r, err := store.ResponseOf(t.Context(), all, ahq.ID, c.ncp)
			if err != nil || !c.holds(r) {
				t.Errorf("the response of %s %s: not so (%v): %+v", c.ncp, c.says, err, r)
			}
		}
		open, err := store.OpenThreads(t.Context(), all, ahq.ID)
		if err != nil || len(open) != 1 {
			t.Errorf("questions to %d answers are open, want one (%v)", len(open), err)
		}
		for _, older := range []string{"2015.1", "2015.2"} {
			if a, err := store.AHQByReference(t.Context(), all, older); err != nil || a.State != models.Closed {
				t.Errorf("%s is %s: %v", older, a.State, err)
			}
		}
		if err := Play(t.Context(), flow, "a password for tests"); !errors.Is(err, ErrPlayed) {
			t.Errorf("played twice: %v", err)
		}
	})
}

func TestAWorldBrokenOffIsNotTakenForAWhole(t *testing.T) {
	store := modelstest.Open(t)
	flow := &workflow.Workflow{Store: store, Now: time.Now}
	if _, err := flow.Bootstrap(t.Context(), workflow.NewPerson{Email: "somebody@example.org", Name: "Somebody"}, "a password for tests"); err != nil {
		t.Fatal(err)
	}
	if err := Play(t.Context(), flow, "a password for tests"); !errors.Is(err, ErrNotEmpty) {
		t.Errorf("played into a database with somebody in it: %v", err)
	}
}
