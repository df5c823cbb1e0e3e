package models_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestParticipantsAreThoseOfTheDay(t *testing.T) {
	ncps := []models.NCP{
		{Code: "BE", Name: "Belgium"},
		{Code: "HR", Name: "Croatia", FromDay: "2013-07-01"},
		{Code: "UK", Name: "United Kingdom", UntilDay: "2020-01-31"},
	}
	days := map[string][]string{
		"2013-06-30": {"BE", "UK"},
		"2013-07-01": {"BE", "HR", "UK"},
		"2020-01-31": {"BE", "HR", "UK"},
		"2020-02-01": {"BE", "HR"},
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		for _, n := range ncps {
			n.Role = models.Member
			do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.CreateNCP(ctx, &n) })
		}
		for day, want := range days {
			var got []string
			for _, n := range must[[]models.NCP](t)(store.Participants(t.Context(), day)) {
				got = append(got, n.Code)
			}
			if !slices.Equal(got, want) {
				t.Errorf("on %s take part %v, want %v", day, got, want)
			}
		}
	})
}

func TestAMemberIsAPersonWithAllTheirRoles(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		roles := []models.Membership{{PersonID: outsider, NCP: "BE", Role: models.Reader}, {PersonID: outsider, NCP: "SE", Role: models.Coordinator}}
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return errors.Join(tx.SetMembership(ctx, roles[1]), tx.SetMembership(ctx, roles[0]))
		})
		for id, want := range map[models.PersonID][]models.Membership{outsider: roles, office: must[[]models.Membership](t)(store.Memberships(t.Context(), office))} {
			p, of, err := store.Member(t.Context(), id)
			if err != nil || !reflect.DeepEqual(p, must[models.Person](t)(store.Person(t.Context(), id))) || !slices.Equal(of, want) {
				t.Errorf("%s is %+v with %v, %v", id, p, of, err)
			}
		}
		if _, _, err := store.Member(t.Context(), "nobody"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("nobody is %v", err)
		}
	})
}

func TestCoordinatorsAreThoseWhoCanAct(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		blocked := at
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreatePerson(ctx, &models.Person{ID: "gone", Email: "gone@example.org", Name: "gone", CreatedAt: at, BlockedAt: &blocked})
		}, func(ctx context.Context, tx *models.Tx) error {
			for _, m := range []models.Membership{
				{PersonID: office, NCP: "BE", Role: models.Reader},
				{PersonID: office, NCP: "BE", Role: models.Coordinator}, // instead
				{PersonID: office, NCP: "SE", Role: models.Coordinator},
				{PersonID: outsider, NCP: "BE", Role: models.Contributor},
				{PersonID: "gone", NCP: "BE", Role: models.Coordinator},
			} {
				if err := tx.SetMembership(ctx, m); err != nil {
					return err
				}
			}
			return nil
		})
		who := must[[]models.Person](t)(store.Coordinators(t.Context(), "BE", "SE", "FR"))
		if len(who) != 1 || who[0].ID != office {
			t.Errorf("the coordinators are %v", who)
		}
		if n := len(must[[]models.Membership](t)(store.MembershipsOf(t.Context(), "BE"))); n != 3 {
			t.Errorf("%d act for BE, want 3", n)
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.DeleteMembership(ctx, office, "SE") })
		if left := must[[]models.Membership](t)(store.Memberships(t.Context(), office)); len(left) != 1 || left[0].Role != models.Coordinator {
			t.Errorf("left is %v", left)
		}
	})
}

// Of many who follow one link at once, one gets in.
func TestALinkLetsInOnce(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreateOneTimeLink(ctx, models.OneTimeLink{Hash: "h", PersonID: office, Purpose: models.Reset, ExpiresAt: at.Add(time.Hour)})
		})
		use := func(hash string, now time.Time) error {
			return store.Tx(t.Context(), func(tx *models.Tx) error {
				_, err := tx.UseOneTimeLink(t.Context(), hash, now)
				return err
			})
		}
		if err := use("h", at.Add(time.Hour).In(time.FixedZone("", -7200))); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("expired: %v", err)
		}
		var in atomic.Int32
		var everybody sync.WaitGroup
		for range 5 {
			everybody.Go(func() {
				if err := use("h", at); err == nil {
					in.Add(1)
				} else if !errors.Is(err, models.ErrNotFound) {
					t.Error(err)
				}
			})
		}
		everybody.Wait()
		if in.Load() != 1 {
			t.Errorf("%d got in", in.Load())
		}
		if l := must[models.OneTimeLink](t)(store.OneTimeLink(t.Context(), "h")); l.UsedAt == nil || *l.UsedAt != at {
			t.Errorf("used at %v", l.UsedAt)
		}
	})
}

func TestATokenIsRevokedOnce(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.CreateToken(ctx, models.Token{ID: "t", Hash: "h", PersonID: office, CreatedAt: at, ExpiresAt: at})
		})
		for _, want := range []error{nil, models.ErrNotFound} {
			err := store.Tx(t.Context(), func(tx *models.Tx) error { return tx.RevokeToken(t.Context(), "t", at) })
			if !errors.Is(err, want) {
				t.Errorf("revoked with %v, want %v", err, want)
			}
		}
		if token := must[models.Token](t)(store.Token(t.Context(), "h")); token.RevokedAt == nil {
			t.Error("it is in force")
		}
		if n := len(must[[]models.Token](t)(store.Tokens(t.Context(), office))); n != 1 {
			t.Errorf("there are %d", n)
		}
	})
}
