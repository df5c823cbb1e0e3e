package models_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

func TestTheVersionInForceIsCompiled(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreateVersion(ctx, models.Version{ResponseID: belgian, Number: 2, Content: forms.Content{On: "second"}, SubmittedAt: at, SubmittedBy: office})
		})
		for inForce, want := range []string{"FR", "BE FR", "second FR"} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				r := must[models.Response](t)(tx.LockResponse(ctx, all, belgian))
				r.InForce = inForce
				return tx.SaveResponse(ctx, &r)
			})
			got := ""
			for _, d := range must[[]models.Delivered](t)(store.VersionsInForce(t.Context(), all, query)) {
				got += " " + d.Content.On + d.Content.NCP
			}
			if got != " "+want {
				t.Errorf("with version %d in force:%s, want %s", inForce, got, want)
			}
		}
	})
}

func TestEditionsAreNumberedForEachAudience(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreateCompilation(ctx, models.Compilation{ID: "second", AHQID: query, Number: 2,
				Audience: models.Public, MadeAt: at, MadeBy: office, Hash: "other"})
		}, func(ctx context.Context, tx *models.Tx) error {
			for to, want := range map[models.Audience]int{models.Internal: 2, models.Public: 3} {
				if n := must[int](t)(tx.NextEdition(ctx, query, to)); n != want {
					t.Errorf("the next %s edition is %d, want %d", to, n, want)
				}
			}
			return nil
		})
		same := must[models.Compilation](t)(store.CompilationByHash(t.Context(), all, query, models.Public, "same"))
		if same.ID != public || len(same.Versions) != 2 {
			t.Errorf("the edition with the same in it is %+v", same)
		}
		_, err := store.CompilationByHash(t.Context(), all, query, models.Internal, "other")
		if !errors.Is(err, models.ErrNotFound) {
			t.Errorf("of another audience: %v", err)
		}
	})
}

func TestTheLeakCheckSeesAllThatWasDelivered(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreateVersion(ctx, models.Version{ResponseID: french, Number: 2, Content: forms.Content{On: "second"}, SubmittedAt: at, SubmittedBy: office})
		})
		got := ""
		for _, u := range must[[]models.Unfiltered](t)(store.UnfilteredForTheLeakCheck(t.Context(), public)) {
			got += fmt.Sprintf("%s has %d, withheld %t, files %q:", u.NCP, u.Number, u.Withheld, u.Files)
			for _, v := range u.Versions {
				got += fmt.Sprintf(" %d %s%s", v.Number, v.Content.On, v.Content.NCP)
			}
			got += "\n"
		}
		want := "BE has 1, withheld false, files [\"form.docx\" \"poster.pdf\"]: 1 BE\nFR has 1, withheld true, files []: 1 FR 2 second\n"
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if _, err := store.UnfilteredForTheLeakCheck(t.Context(), "none"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("of no edition: %v", err)
		}
	})
}
