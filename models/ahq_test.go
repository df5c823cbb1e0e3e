package models_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// archive makes AHQs a to e, of which e is the newest.
func archive(t *testing.T, store *models.Store) {
	t.Helper()
	do(t, store, participants)
	for i, id := range []models.AHQID{"a", "b", "c", "d", "e"} {
		a := anAHQ(id, models.Open)
		a.CreatedAt = at.Add(time.Duration(i/2) * time.Minute) // two at a time: the id decides
		a.Topic = []string{"Campaigns", "100% returns", "a_b", "RETURNS", `back\slash`}[i]
		reference := []string{"2016.2", "2016.10", "2016.odd", "2017.1", "2015.7"}[i]
		a.Reference = &reference
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.CreateAHQ(ctx, a) })
	}
}

func ids(t *testing.T, ahqs []models.AHQ) (all []models.AHQID) {
	t.Helper()
	for _, a := range ahqs {
		all = append(all, a.ID)
		if len(a.Requesters) != 1 || len(a.Compilers) != 1 {
			t.Errorf("%s: asked by %v, compiled by %v", a.ID, a.Requesters, a.Compilers)
		}
	}
	return all
}

func TestAHQsAreFoundNewestFirst(t *testing.T) {
	searches := map[string]struct {
		filter models.AHQFilter
		want   []models.AHQID
	}{
		"all":                       {models.AHQFilter{}, []models.AHQID{"e", "d", "c", "b", "a"}},
		"the first page":            {models.AHQFilter{Limit: 2}, []models.AHQID{"e", "d"}},
		"the page after":            {models.AHQFilter{Limit: 2, AfterAHQID: "d"}, []models.AHQID{"c", "b"}},
		"the last page":             {models.AHQFilter{Limit: 2, AfterAHQID: "b"}, []models.AHQID{"a"}},
		"after the end":             {models.AHQFilter{AfterAHQID: "a"}, nil},
		"after one that is not":     {models.AHQFilter{AfterAHQID: "z"}, nil},
		"in upper or lower case":    {models.AHQFilter{Text: "Returns"}, []models.AHQID{"d", "b"}},
		"by reference":              {models.AHQFilter{Text: "2016."}, []models.AHQID{"c", "b", "a"}},
		"a sign that is a pattern":  {models.AHQFilter{Text: "0%"}, []models.AHQID{"b"}},
		"another":                   {models.AHQFilter{Text: "a_b"}, []models.AHQID{"c"}},
		"and another":               {models.AHQFilter{Text: `\`}, []models.AHQID{"e"}},
		"in a state":                {models.AHQFilter{States: []models.AHQState{models.Closed}}, nil},
		"in one of several, with '": {models.AHQFilter{States: []models.AHQState{models.Closed, models.Open}, Text: "'"}, nil},
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		archive(t, store)
		for name, s := range searches {
			if got := ids(t, must[[]models.AHQ](t)(store.AHQs(t.Context(), all, s.filter))); !slices.Equal(got, s.want) {
				t.Errorf("%s: %v, want %v", name, got, s.want)
			}
		}
		if a := must[models.AHQ](t)(store.AHQByReference(t.Context(), all, "2016.odd")); a.ID != "c" {
			t.Errorf("2016.odd is %s", a.ID)
		}
	})
}

func TestEachReferenceIsGivenOnce(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		archive(t, store)
		var everybody sync.WaitGroup
		for _, id := range []models.AHQID{"f", "g", "h", "i"} {
			everybody.Go(func() {
				err := store.Tx(t.Context(), func(tx *models.Tx) error { return issue(t.Context(), tx, id) })
				if err != nil {
					t.Error(err)
				}
			})
		}
		everybody.Wait()
		for _, reference := range []string{"2016.11", "2016.12", "2016.13", "2016.14"} {
			must[models.AHQ](t)(store.AHQByReference(t.Context(), all, reference))
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			if first := must[string](t)(tx.NextReference(ctx, 2018)); first != "2018.1" {
				t.Errorf("the first of the year is %s", first)
			}
			return nil
		})
	})
}

func issue(ctx context.Context, tx *models.Tx, id models.AHQID) error {
	reference, err := tx.NextReference(ctx, 2016)
	if err != nil {
		return err
	}
	a := anAHQ(id, models.Open)
	a.Reference = &reference
	return tx.CreateAHQ(ctx, a)
}

func TestSavingAnAHQReplacesWhoAsks(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			a := must[models.AHQ](t)(tx.LockAHQ(ctx, all, query))
			a.Requesters = []models.Requester{{NCP: "FR"}, {NCP: "BE"}, {NCP: "SE", Lead: true}}
			a.Compilers = nil
			return tx.SaveAHQ(ctx, &a)
		})
		a := must[models.AHQ](t)(store.AHQ(t.Context(), all, query))
		var who []string
		for _, r := range a.Requesters {
			who = append(who, r.NCP)
		}
		if !slices.Equal(who, []string{"SE", "BE", "FR"}) || len(a.Compilers) != 0 {
			t.Errorf("asked by %v, compiled by %v: the lead comes first, then by code", who, a.Compilers)
		}
	})
}

func TestWhatStandsAroundAnAHQChanges(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		answered := at
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			return tx.SaveAddressee(ctx, models.Addressee{AHQID: query, NCP: "BE", Name: "Belgium", Role: models.Member, ReplyBy: "2017-02-01"})
		}, func(ctx context.Context, tx *models.Tx) error {
			return tx.SaveInquiry(ctx, models.Inquiry{ID: "inquiry", Question: "since when?", Answer: "2014", AnsweredAt: &answered})
		}, func(ctx context.Context, tx *models.Tx) error {
			return tx.RemoveAttachment(ctx, "annex", at)
		})
		if a := must[models.Addressee](t)(store.Addressee(t.Context(), all, query, "BE")); a.Asked || a.ReplyBy != "2017-02-01" {
			t.Errorf("the addressee is %+v", a)
		}
		if q := must[models.Inquiry](t)(store.Inquiry(t.Context(), all, "inquiry")); q.Answer != "2014" || q.AnsweredAt == nil || *q.AnsweredAt != at {
			t.Errorf("the inquiry is %+v", q)
		}
		if _, err := store.Attachment(t.Context(), all, "annex"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("the removed file: %v", err)
		}
		if files := must[[]models.Attachment](t)(store.Attachments(t.Context(), all, query)); len(files) != 0 {
			t.Errorf("the files are %v", files)
		}
		again := store.Tx(t.Context(), func(tx *models.Tx) error { return tx.RemoveAttachment(t.Context(), "annex", at) })
		if !errors.Is(again, models.ErrNotFound) {
			t.Errorf("removed again: %v", again)
		}
	})
}
