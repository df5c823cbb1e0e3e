package models_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// places are where an empty database can be.
var places = map[string]func(t *testing.T) models.Options{
	"sqlite":   func(t *testing.T) models.Options { return models.Options{Dir: t.TempDir() + "/a folder?"} },
	"postgres": func(t *testing.T) models.Options { return models.Options{URL: modelstest.PostgresURL(t)} },
}

func open(t *testing.T, o models.Options) *models.Store {
	t.Helper()
	store := must[*models.Store](t)(models.OpenStore(t.Context(), o))
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func TestMigratingTwiceChangesNothing(t *testing.T) {
	for name, place := range places {
		t.Run(name, func(t *testing.T) {
			store := open(t, place(t))
			for _, step := range must[[]models.Migration](t)(store.Status(t.Context())) {
				if step.AppliedAt != nil {
					t.Errorf("%s was taken before anybody asked", step.Name)
				}
			}
			for range 2 {
				if err := store.Migrate(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			steps := must[[]models.Migration](t)(store.Status(t.Context()))
			last := int64(0)
			for _, step := range steps {
				if step.AppliedAt == nil || step.Number <= last {
					t.Errorf("after step %d comes %+v", last, step)
				}
				last = step.Number
			}
			plant(t, store) // and it can be used
		})
	}
}

func TestManyStartAtOnce(t *testing.T) {
	for name, place := range places {
		t.Run(name, func(t *testing.T) {
			at := place(t)
			var starters sync.WaitGroup
			for range 4 {
				starters.Go(func() {
					store, err := models.OpenStore(t.Context(), at)
					if err == nil {
						err = errors.Join(store.Migrate(t.Context()), store.Close())
					}
					if err != nil {
						t.Error(err)
					}
				})
			}
			starters.Wait()
		})
	}
}

func TestWhatWasWrittenIsThereAfterOpeningAgain(t *testing.T) {
	at := models.Options{Dir: t.TempDir()}
	store := must[*models.Store](t)(models.OpenStore(t.Context(), at))
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	plant(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	must[models.Response](t)(open(t, at).Response(t.Context(), all, belgian))
}

func TestADatabaseThatCannotBeOpenedSaysSo(t *testing.T) {
	for name, o := range map[string]models.Options{
		"an address that is none": {URL: "postgres://%zz"},
		"nobody there":            {URL: "postgres://127.0.0.1:1/ahq?connect_timeout=2"},
		"a folder that is a file": {Dir: "open_test.go"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
			defer stop()
			store, err := models.OpenStore(ctx, o)
			if err == nil {
				err = errors.Join(store.Ping(ctx), store.Close())
			}
			if err == nil {
				t.Error("it was opened")
			}
		})
	}
}
