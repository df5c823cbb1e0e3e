package models_test

import (
	"context"
	"errors"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestNothingIsSaidTwice(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, want := range []error{nil, models.ErrDuplicate} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				m := models.Message{ID: models.NewID[models.MessageID](), Key: "receipt belgian 1", ToID: office, CreatedAt: at}
				if err := tx.CreateMessage(ctx, m); !errors.Is(err, want) {
					t.Errorf("said with %v, want %v", err, want)
				}
				return nil
			})
		}
		if n := len(must[[]models.Message](t)(store.Messages(t.Context(), 10))); n != 1 {
			t.Errorf("%d messages", n)
		}
	})
}

func TestAMessageIsUnsentUntilItWentOut(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		unsent := func() int { return len(must[[]models.Message](t)(store.Unsent(t.Context()))) }
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreateMessage(ctx, models.Message{ID: "m", Key: "k", ToID: office, CreatedAt: at})
		}, func(ctx context.Context, tx *models.Tx) error {
			return tx.MarkFailed(ctx, "m", "no such host")
		})
		if m := must[models.Message](t)(store.Message(t.Context(), "m")); unsent() != 1 || m.Failed != "no such host" {
			t.Errorf("%d unsent, failed with %q", unsent(), m.Failed)
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.MarkSent(ctx, "m", at) })
		if m := must[models.Message](t)(store.Message(t.Context(), "m")); unsent() != 0 || m.Failed != "" || *m.SentAt != at {
			t.Errorf("%d unsent, %+v", unsent(), m)
		}
		err := store.Tx(t.Context(), func(tx *models.Tx) error { return tx.MarkSent(t.Context(), "none", at) })
		if !errors.Is(err, models.ErrNotFound) {
			t.Errorf("marked one that is not there: %v", err)
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
