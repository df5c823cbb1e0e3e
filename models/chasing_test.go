package models_test

import (
	"context"
	"slices"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestWhoIsChasedAndWhatBecameOfIt(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		later := at.AddDate(0, 0, 1)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			a := must[models.AHQ](t)(tx.AHQ(ctx, all, query))
			a.Ladder = &models.Ladder{Steps: []models.Step{{ID: "before-3", Anchor: models.AtReplyBy, Days: -3}}, Most: 4}
			a.ChasedFrom = &at
			if err := tx.SaveAHQ(ctx, &a); err != nil {
				return err
			}
			c := must[models.Chasing](t)(tx.Chasing(ctx, all, query, "BE"))
			c.ExpectedBy, c.ChasedFrom = "2017-01-27", &later
			return tx.SaveChasing(ctx, c)
		}, func(ctx context.Context, tx *models.Tx) error {
			written, err := tx.CreateReminders(ctx, []models.Reminder{
				{ID: "first", AHQID: query, NCP: "BE", Step: "before-7", About: "2017-01-23", Fate: models.Moot, At: at},
				{ID: "second", AHQID: query, NCP: "BE", Step: "before-2", About: "2017-01-23", Fate: models.Sent, At: at},
			})
			if len(written) != 2 {
				t.Errorf("%d steps were written, not 2", len(written))
			}
			return err
		})
		chased := must[[]models.Chased](t)(store.ChasedNow(t.Context(), all))
		i := slices.IndexFunc(chased, func(c models.Chased) bool { return c.AHQID == query && c.NCP == "BE" })
		if i < 0 {
			t.Fatalf("Belgium is not chased: %+v", chased)
		}
		c := chased[i]
		if c.ReplyBy != "2017-01-23" || c.ExpectedBy != "2017-01-27" || c.Ladder == nil || c.Ladder.Most != 4 || c.InForce != 1 {
			t.Errorf("%+v", c)
		}
		if c.ChasedFrom == nil || !c.ChasedFrom.Equal(later) {
			t.Errorf("chased from %v, not from the later of both", c.ChasedFrom)
		}
		past := c.Ledger.Past()
		if !slices.Contains(past, models.Past{Step: "before-2", About: "2017-01-23", Fate: models.Sent}) || len(past) != 3 {
			t.Errorf("past %+v", past)
		}
	})
}

func TestAStepIsWrittenOnce(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		step := models.Reminder{ID: "first", AHQID: query, NCP: "BE", Step: "before-2", About: "2017-01-23", Fate: models.Skipped, At: at}
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			if _, err := tx.CreateReminders(ctx, []models.Reminder{step}); err != nil {
				return err
			}
			again, other := step, step
			again.ID, other.ID, other.NCP = "second", "third", "FR"
			if written, err := tx.CreateReminders(ctx, []models.Reminder{again, other}); err != nil || len(written) != 1 || !written["third"] {
				t.Errorf("once more and another: %v, %v", written, err)
			}
			if err := tx.TakeBackReminder(ctx, step); err != nil {
				return err
			}
			step.Fate = models.Sent
			if _, err := tx.CreateReminders(ctx, []models.Reminder{step}); err != nil {
				return err
			}
			m := models.Message{ID: "m", Key: "k", ToID: office, Address: "office@example.org", Subject: "s", Body: "b", CreatedAt: at}
			if _, err := tx.CreateMessages(ctx, []models.Message{m}); err != nil {
				return err
			}
			return tx.CreateReminderMessages(ctx, []models.ReminderMessage{{ReminderID: "first", MessageID: "m"}})
		})
		ledger := must[[]models.Reminder](t)(store.Reminders(t.Context(), all, query, at.AddDate(0, 0, -14)))
		i := slices.IndexFunc(ledger, func(m models.Reminder) bool { return m.Step == "before-2" })
		if len(ledger) != 3 || ledger[i].Fate != models.Sent || len(ledger[i].Messages) != 1 || ledger[i].Messages[0].ID != "m" {
			t.Errorf("the ledger has %+v", ledger)
		}
	})
}
