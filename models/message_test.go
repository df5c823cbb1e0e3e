package models_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestNothingIsSaidTwice(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		said := func(keys ...string) (all []models.Message) {
			for _, key := range keys {
				all = append(all, models.Message{ID: models.NewID[models.MessageID](), Key: key, ToID: office, CreatedAt: at})
			}
			return all
		}
		for _, c := range []struct {
			what string
			all  []models.Message
			new  []int
		}{
			{"the first time", said("receipt 1", "receipt 2"), []int{0, 1}},
			{"nothing", nil, nil},
			{"again", said("receipt 1"), nil},
			{"with something new", said("receipt 2", "receipt 3"), []int{1}},
		} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				var want []models.MessageID
				for _, i := range c.new {
					want = append(want, c.all[i].ID)
				}
				if got := must[[]models.MessageID](t)(tx.CreateMessages(ctx, c.all)); !slices.Equal(got, want) {
					t.Errorf("%s: added %v, want %v", c.what, got, want)
				}
				return nil
			})
		}
		if n := len(must[[]models.Message](t)(store.Messages(t.Context(), 10))); n != 3 {
			t.Errorf("%d messages", n)
		}
	})
}

func TestAMessageIsUnsentUntilItWentOut(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		unsent := func() int { return len(must[[]models.MessageID](t)(store.Unsent(t.Context()))) }
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			_, err := tx.CreateMessages(ctx, []models.Message{{ID: "m", Key: "k", ToID: office, Path: "/reset/secret", Secret: true, ReplyTo: []string{"a@ahq.example"}, CreatedAt: at}})
			return err
		}, func(ctx context.Context, tx *models.Tx) error {
			return tx.MarkFailed(ctx, "m", "no such host")
		})
		if m := must[models.Message](t)(store.Message(t.Context(), "m")); unsent() != 1 || m.Failed != "no such host" || m.Path == "" || len(m.ReplyTo) != 1 {
			t.Errorf("%d unsent, failed with %q", unsent(), m.Failed)
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.MarkBounced(ctx, "m", at, "no such user") })
		if m := must[models.Message](t)(store.Message(t.Context(), "m")); unsent() != 0 || *m.BouncedAt != at || m.Failed != "no such user" {
			t.Errorf("given up: %d unsent, %+v", unsent(), m)
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.ClearBounced(ctx, "m") })
		if unsent() != 1 {
			t.Error("what is to be tried again is not")
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.MarkSent(ctx, "m", at) })
		if m := must[models.Message](t)(store.Message(t.Context(), "m")); unsent() != 0 || m.Failed != "" || *m.SentAt != at || m.Path != "" {
			t.Errorf("%d unsent, %+v", unsent(), m)
		}
		err := store.Tx(t.Context(), func(tx *models.Tx) error { return tx.MarkSent(t.Context(), "none", at) })
		if !errors.Is(err, models.ErrNotFound) {
			t.Errorf("marked one that is not there: %v", err)
		}
	})
}

func TestASilenceIsKeptUntilItIsTakenBack(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for range 2 {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				return tx.CreateSilence(ctx, models.Silence{PersonID: office, Letter: "submitted", At: at})
			})
		}
		if all := must[[]models.Silence](t)(store.Silences(t.Context(), office)); len(all) != 1 || all[0].Letter != "submitted" {
			t.Errorf("silences are %v", all)
		}
		for letter, want := range map[string]int{"submitted": 1, "withdrawn": 0} {
			if all := must[[]models.Silence](t)(store.SilencesOf(t.Context(), []string{letter})); len(all) != want {
				t.Errorf("of %s: %v", letter, all)
			}
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.DeleteSilence(ctx, office, "submitted") })
		if all := must[[]models.Silence](t)(store.Silences(t.Context(), office)); len(all) != 0 {
			t.Errorf("taken back: %v", all)
		}
	})
}

func TestWhatWasDoneUnderAKeyIsRemembered(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, want := range []error{nil, models.ErrDuplicate} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				done := models.Remembered{PersonID: office, Key: "k", Fingerprint: "f", Result: "receipt", At: at}
				if err := tx.Remember(ctx, done); !errors.Is(err, want) {
					t.Errorf("remembered with %v, want %v", err, want)
				}
				return nil
			})
		}
		if done := must[models.Remembered](t)(store.Remembered(t.Context(), office, "k")); done.Result != "receipt" || done.At != at {
			t.Errorf("remembered is %+v", done)
		}
		if _, err := store.Remembered(t.Context(), outsider, "k"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("of another person: %v", err)
		}
	})
}

func TestASettingIsTheLastText(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		if _, err := store.Setting(t.Context(), "disclaimer"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("before it is set: %v", err)
		}
		for _, text := range []string{"first", ""} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.SetSetting(ctx, "disclaimer", text) })
			if got := must[string](t)(store.Setting(t.Context(), "disclaimer")); got != text {
				t.Errorf("it is %q, want %q", got, text)
			}
		}
	})
}
