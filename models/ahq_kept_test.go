package models_test

import (
	"context"
	"errors"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// A store keeps AHQs as it read them. Nobody may notice.
func TestAKeptAHQIsAsTheDatabaseHasIt(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		archive(t, store)
		read := func(in models.Scope) (models.AHQ, error) { return store.AHQ(t.Context(), in, "a") }
		all := models.Scope{Unlimited: true}
		first, err := read(all)
		if err != nil {
			t.Fatal(err)
		}
		first.Requesters[0].NCP = "somebody else"
		if again, err := read(all); err != nil || again.Requesters[0].NCP == "somebody else" {
			t.Errorf("what one reader did to it, the next one reads: %v, %v", again.Requesters, err)
		}
		if _, err := read(models.Scope{}); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("who may not see it gets %v", err)
		}
		undone := errors.New("undone")
		rename := func(topic string, after error) {
			err := store.Tx(t.Context(), func(tx *models.Tx) error {
				return errors.Join(renamed(t.Context(), tx, topic), after)
			})
			if !errors.Is(err, after) {
				t.Fatal(err)
			}
		}
		rename("never so", undone)
		rename("another topic", nil)
		if now, err := read(all); err != nil || now.Topic != "another topic" || now.Version != first.Version+1 {
			t.Errorf("after a change it is %q, version %d, %v", now.Topic, now.Version, err)
		}
	})
}

// renamed gives an AHQ another topic, and reads it as the transaction has it.
func renamed(ctx context.Context, tx *models.Tx, topic string) error {
	a, err := tx.AHQ(ctx, models.Scope{Unlimited: true}, "a")
	if err != nil {
		return err
	}
	a.Topic = topic
	if err := tx.SaveAHQ(ctx, &a); err != nil {
		return err
	}
	_, err = tx.AHQ(ctx, models.Scope{Unlimited: true}, "a")
	return err
}

// A transaction that only looks at an AHQ sees its own changes and those that are
// committed, and no others.
func TestASeenAHQIsAsTheTransactionHasIt(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		archive(t, store)
		sees := func(topic string, change string, after error) {
			t.Helper()
			err := store.Tx(t.Context(), func(tx *models.Tx) error {
				for _, want := range []string{topic, change} {
					a, err := tx.SeenAHQ(t.Context(), all, "a")
					if err != nil || a.Topic != want {
						t.Errorf("it sees %q, not %q: %v", a.Topic, want, err)
					}
					if err := renamed(t.Context(), tx, change); err != nil {
						return err
					}
				}
				return after
			})
			if !errors.Is(err, after) {
				t.Fatal(err)
			}
		}
		first := must[models.AHQ](t)(store.AHQ(t.Context(), all, "a"))
		undone := errors.New("undone")
		sees(first.Topic, "never so", undone)
		sees(first.Topic, "another topic", nil)
		must[models.AHQ](t)(store.AHQ(t.Context(), all, "a")) // it is kept now
		sees("another topic", "a third", undone)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			if _, err := tx.SeenAHQ(ctx, models.Scope{}, "a"); !errors.Is(err, models.ErrNotFound) {
				t.Errorf("who may not see it gets %v", err)
			}
			return nil
		})
	})
}

// So are the names of NCPs.
func TestWhatAnNCPIsCalledIsAsTheDatabaseHasIt(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		archive(t, store)
		before, err := store.Names(t.Context())
		if err != nil || len(before) == 0 || before["XX"] != "" {
			t.Fatalf("at first they are %v, %v", before, err)
		}
		write := func(do func(*models.Tx) error) {
			t.Helper()
			if err := store.Tx(t.Context(), do); err != nil {
				t.Fatal(err)
			}
		}
		n := models.NCP{Code: "XX", Name: "Newland", Role: models.Member}
		write(func(tx *models.Tx) error { return tx.CreateNCP(t.Context(), &n) })
		if now, err := store.Names(t.Context()); err != nil || now["XX"] != "Newland" || len(now) != len(before)+1 {
			t.Errorf("one that joined is %q of %d, %v", now["XX"], len(now), err)
		}
		n.Name = "Newerland"
		write(func(tx *models.Tx) error { return tx.SaveNCP(t.Context(), &n) })
		if now, err := store.Names(t.Context()); err != nil || now["XX"] != "Newerland" {
			t.Errorf("one with another name is %q, %v", now["XX"], err)
		}
	})
}
