package models_test

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// chain is a chain of three events, as it was written.
func chain(t *testing.T, store *models.Store) []models.Event {
	t.Helper()
	for _, why := range []string{"", "<more> is needed & “now”", "1\u2028e"} {
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			_, err := tx.AppendEvent(ctx, models.Event{
				Chain: "c", At: at, ByID: "p", ByName: "Belgian coordinator", Act: "return",
				Data: models.EventData{Why: why, Cells: []string{"r1.costs"}, Wider: models.WiderNo, Number: 3},
			})
			return err
		})
	}
	return must[[]models.Event](t)(store.Events(t.Context(), all, "c"))
}

func TestAChainThatWasTamperedWithIsFound(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		written := chain(t, store)
		for name, c := range map[string]struct {
			tamper func(e []models.Event) []models.Event
			found  string // "" for nothing
		}{
			"as it was written":  {func(e []models.Event) []models.Event { return e }, ""},
			"without events":     {func(e []models.Event) []models.Event { return nil }, ""},
			"other words":        {func(e []models.Event) []models.Event { e[1].Data.Why = "less"; return e }, "event 2 was changed"},
			"another person":     {func(e []models.Event) []models.Event { e[0].ByName = "nobody"; return e }, "event 1 was changed"},
			"another time":       {func(e []models.Event) []models.Event { e[2].At = at.Add(1000); return e }, "event 3 was changed"},
			"another hash":       {func(e []models.Event) []models.Event { e[2].Hash = e[1].Hash; return e }, "event 3 was changed"},
			"of another chain":   {func(e []models.Event) []models.Event { e[0].Chain = "d"; return e }, "event 1 was changed"},
			"one taken out":      {func(e []models.Event) []models.Event { return append(e[:1:1], e[2:]...) }, "event 3 stands where 2 belongs"},
			"the first is gone":  {func(e []models.Event) []models.Event { return e[1:] }, "event 2 stands where 1 belongs"},
			"two exchanged":      {func(e []models.Event) []models.Event { e[0], e[1] = e[1], e[0]; return e }, "event 2 stands where 1 belongs"},
			"renumbered to hide": {func(e []models.Event) []models.Event { e[2].Number = 2; return append(e[:1:1], e[2]) }, "event 2 does not follow"},
		} {
			err := models.VerifyChain(c.tamper(append([]models.Event(nil), written...)))
			if (err == nil) != (c.found == "") || err != nil && !strings.Contains(err.Error(), c.found) {
				t.Errorf("%s: %v, want %q", name, err, c.found)
			}
		}
	})
}

// The hash must not depend on the database, the program or its version.
func TestTheHashOfAnEventIsTheSameForEver(t *testing.T) {
	const want = "0d827e379e733d14dd762788ff6a8ea939ca285372aa96c3620ae1b3eb5bd377"
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		if last := chain(t, store)[2]; last.Hash != want {
			t.Errorf("the third event has the hash %s, want %s", last.Hash, want)
		}
	})
}

func TestManyAppendToOneChain(t *testing.T) {
	const writers, turns = 6, 10
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		var everybody sync.WaitGroup
		for range writers {
			everybody.Go(func() {
				for range turns {
					err := store.Tx(t.Context(), func(tx *models.Tx) error {
						_, err := tx.AppendEvent(t.Context(), models.Event{Chain: "c", At: at, Act: "save"})
						return err
					})
					if err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		everybody.Wait()
		events := must[[]models.Event](t)(store.Events(t.Context(), all, "c"))
		if err := models.VerifyChain(events); err != nil || len(events) != writers*turns {
			t.Errorf("%d events, want %d: %v", len(events), writers*turns, err)
		}
	})
}

func TestTheLastEventIsTheNewest(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		for _, want := range []bool{false, true} {
			last, err := store.LastEventAt(t.Context())
			if err != nil || last.Equal(at) != want {
				t.Errorf("the last event was at %v (%v)", last, err)
			}
			chain(t, store)
		}
	})
}

// Somebody who has the database may take away what the events are checked against.
func TestAChainWithoutItsHeadIsBroken(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			for _, id := range []string{string(query), string(belgian), string(french), string(swedish), string(unissued)} {
				if _, err := tx.AppendEvent(ctx, models.Event{Chain: id, At: at, Act: "save"}); err != nil {
					return err
				}
			}
			return nil
		})
		for _, c := range []struct {
			tampered string
			do       []string
			want     []string
		}{
			{"with nothing", nil, nil},
			{"with a head, and an event", []string{
				"create table told as select * from events", "drop table events", "alter table told rename to events",
				"update events set by_name = 'nobody' where chain = 'belgian'", "delete from chains where id = 'belgian'",
			}, []string{"BE"}},
			{"with all that is told of a response and of an AHQ", []string{
				"delete from events where chain in ('french', 'unissued')", "delete from chains where id in ('french', 'unissued')",
			}, []string{"BE", "FR", ""}},
		} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				for _, statement := range c.do {
					if err := execute(ctx, tx.SQL(), statement); err != nil {
						return err
					}
				}
				return nil
			})
			for ahq, want := range map[models.AHQID][]string{"": c.want, query: c.want[:min(2, len(c.want))]} {
				count, broken, err := store.VerifyChains(t.Context(), all, ahq)
				var got []string
				for _, b := range broken {
					got = append(got, b.NCP)
					if !strings.Contains(b.Why, "its head is gone") {
						t.Errorf("tampered %s: it says %q", c.tampered, b.Why)
					}
				}
				if err != nil || !slices.Equal(got, want) || ahq == "" && count < 5 {
					t.Errorf("tampered %s, of AHQ %q: %d chains, broken are those of %q, want %q (%v)", c.tampered, ahq, count, got, want, err)
				}
			}
		}
	})
}

// Not even a statement of SQL changes what was delivered or what happened.
func TestTheDatabaseRefusesToChangeThePast(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, statement := range []string{
			"update versions set late = true",
			"delete from versions where response_id = 'belgian'",
			"update events set by_name = 'nobody'",
			"delete from events",
		} {
			err := store.Tx(t.Context(), func(tx *models.Tx) error { return execute(t.Context(), tx.SQL(), statement) })
			if err == nil || !strings.Contains(err.Error(), "never") {
				t.Errorf("%s: %v", statement, err)
			}
		}
	})
}

func execute(ctx context.Context, tx *sql.Tx, statement string) error {
	_, err := tx.ExecContext(ctx, statement)
	return err
}
