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
