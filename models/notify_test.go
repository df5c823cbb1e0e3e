package models_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// An ear keeps what it hears.
type ear struct {
	begun chan struct{}
	heard chan models.Notice
}

// listening begins to hear, and has begun when it returns.
func listening(t *testing.T, store *models.Store) ear {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	e := ear{make(chan struct{}, 10), make(chan models.Notice, 100)}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		store.Hear(ctx, func() { e.begun <- struct{}{} }, func(n models.Notice) { e.heard <- n })
	}()
	t.Cleanup(func() { stop(); <-ended })
	await(t, e.begun)
	return e
}

func await[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was heard")
		panic("unreachable")
	}
}

func TestWhatIsToldIsHeardInTheOrderOfTheCommits(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		one, other := listening(t, store), listening(t, store)
		tell(t, store, nil, "save", "submit")
		tell(t, store, errors.New("it was not to be"), "withdraw")
		if err := store.Tell(t.Context(), models.Notice{Act: models.Here, Name: "É \n \"quoted\""}); err != nil {
			t.Fatal(err)
		}
		for _, e := range []ear{one, other} {
			for _, want := range []models.Notice{{Act: "save"}, {Act: "submit"}, {Act: models.Here, Name: "É \n \"quoted\""}} {
				if got := await(t, e.heard); got.Act != want.Act || got.Name != want.Name {
					t.Errorf("heard %v, want %v", got, want)
				}
			}
		}
	})
}

// tell tells something in a transaction, which may fail.
func tell(t *testing.T, store *models.Store, failed error, acts ...string) {
	t.Helper()
	err := store.Tx(t.Context(), func(tx *models.Tx) error {
		for _, act := range acts {
			tx.Tell(models.Notice{Act: act})
		}
		return failed
	})
	if !errors.Is(err, failed) {
		t.Fatal(err)
	}
}

func TestANoticeThatIsTooLongIsRefusedAndUndoesNothing(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		long := models.Notice{Act: "save", Called: strings.Repeat("x", 9000)}
		if store.Tell(t.Context(), long) == nil {
			t.Error("it was told")
		}
		err := store.Tx(t.Context(), func(tx *models.Tx) error {
			tx.Tell(long)
			return tx.CreateNCP(t.Context(), &models.NCP{Code: "BE", Name: "Belgium", Role: models.Member})
		})
		if err != nil {
			t.Fatal(err)
		}
		if all, err := store.NCPs(t.Context()); err != nil || len(all) != 1 {
			t.Errorf("%d are there (%v): what was committed stands", len(all), err)
		}
	})
}

// Two processes share a PostgreSQL: what one commits the other hears, and again
// after the database threw it out.
func TestProcessesHearEachOtherAndComeBack(t *testing.T) {
	url := modelstest.PostgresURL(t)
	here, there := openOn(t, url), openOn(t, url)
	e := listening(t, there)
	tell(t, here, nil, "save")
	if got := await(t, e.heard); got.Act != "save" {
		t.Errorf("heard %v", got)
	}
	err := here.Tx(t.Context(), func(tx *models.Tx) error {
		_, err := tx.SQL().ExecContext(t.Context(),
			"select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen ahq' and datname = current_database()")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	await(t, e.begun)
	tell(t, here, nil, "submit")
	if got := await(t, e.heard); got.Act != "submit" {
		t.Errorf("heard %v", got)
	}
}

func openOn(t *testing.T, url string) *models.Store {
	t.Helper()
	store, err := models.OpenStore(t.Context(), models.Options{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}
