package models_test

import (
	"errors"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestAThreadIsOpenUntilBothSidesHaveSettledIt(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		settled := at
		for _, c := range []struct {
			name   string
			settle func(*models.Thread)
			open   int
		}{
			{"neither", func(*models.Thread) {}, 1},
			{"the NCP", func(th *models.Thread) { th.NCPSettled = &settled }, 1},
			{"both", func(th *models.Thread) { th.AskerSettled = &settled }, 0},
			{"one took it back", func(th *models.Thread) { th.NCPSettled = nil }, 1},
		} {
			thread := must[models.Thread](t)(store.Thread(t.Context(), all, "thread"))
			c.settle(&thread)
			must[int](t)(0, store.Tx(t.Context(), func(tx *models.Tx) error { return tx.SaveThread(t.Context(), &thread) }))
			if open := must[[]models.Thread](t)(store.OpenThreads(t.Context(), all, query)); len(open) != c.open {
				t.Errorf("%s: %d are open, want %d", c.name, len(open), c.open)
			}
		}
	})
}

func TestWhatIsSaidInAThreadIsNumbered(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		say := func(number int, text string) error {
			return store.Tx(t.Context(), func(tx *models.Tx) error {
				return tx.CreateSaying(t.Context(), models.Saying{
					ThreadID: "thread", Number: number, Side: models.NCPSide, Text: text, At: at, ByID: office, ByName: "office",
				})
			})
		}
		if err := say(2, "since 2015"); err != nil {
			t.Fatal(err)
		}
		if err := say(2, "at the same time"); !errors.Is(err, models.ErrDuplicate) {
			t.Errorf("the same number twice: %v", err)
		}
		threads := must[[]models.Thread](t)(store.Threads(t.Context(), all, belgian))
		if len(threads) != 1 || len(threads[0].Sayings) != 2 || threads[0].Sayings[1].Text != "since 2015" || threads[0].Sayings[1].At != at {
			t.Errorf("the threads are %+v", threads)
		}
	})
}
