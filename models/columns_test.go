package models_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// An instant comes back as it was, in UTC, whatever zone it came in and whatever
// zone the server is in.
func TestInstantsComeBackInUTC(t *testing.T) {
	brussels := time.FixedZone("", 2*60*60)
	instants := map[string]time.Time{
		"in UTC":                 at,
		"two hours east":         time.Date(2017, 7, 1, 1, 30, 0, 0, brussels),
		"finer than they can be": time.Date(2017, 7, 1, 1, 30, 0, 123456789, brussels),
		"here":                   time.Date(2017, 7, 1, 1, 30, 0, 500, time.Local),
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		for name, when := range instants {
			id := models.PersonID(name)
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				return tx.CreatePerson(ctx, &models.Person{ID: id, Email: name, CreatedAt: when, BlockedAt: &when})
			})
			p := must[models.Person](t)(store.Person(t.Context(), id))
			want := when.UTC().Truncate(time.Microsecond)
			if p.CreatedAt != want || *p.BlockedAt != want {
				t.Errorf("%s: %v and %v, want %v", name, p.CreatedAt, p.BlockedAt, want)
			}
		}
	})
}

// SQLite compares instants as text: one that came from elsewhere is in its place.
func TestInstantsOfAllZonesAreInOrder(t *testing.T) {
	east := time.FixedZone("", 2*60*60)
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for i, when := range []time.Time{at.Add(time.Second).In(east), at.Truncate(time.Second), at.In(east), at.Add(time.Hour)} {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				return tx.CreateInquiry(ctx, models.Inquiry{ID: models.InquiryID(rune('a' + i)), AHQID: query, NCP: "BE", AskedAt: when})
			})
		}
		var order strings.Builder
		for _, q := range must[[]models.Inquiry](t)(store.Inquiries(t.Context(), all, query)) {
			order.WriteString(string(q.ID) + " ")
		}
		if order.String() != "b c inquiry a d " {
			t.Errorf("in the order %s", order.String())
		}
	})
}

// What people typed comes back to the letter, and what was empty stays empty.
func TestWhatIsKeptComesBackAsItWas(t *testing.T) {
	texts := []string{"", "N/A", "  spaces \n\tand lines\n", "“quotes” 'quotes' \\ <b>&amp;</b> % _ ?", "\u2028\u2029\ufeff\U0001F4AC é é"}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, text := range texts {
			want := models.Cell{
				ResponseID: belgian, RecordID: "r1", Question: "costs " + text, Text: text,
				Confirmed: &forms.Confirmed{Of: "hash", Warnings: map[forms.Rule]string{"money.currency": text}}, Version: 1,
			}
			saved := want
			saved.Version = 0
			do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.SaveCell(ctx, &saved) })
			got := must[models.Cell](t)(store.Cell(t.Context(), all, belgian, "r1", want.Question))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%q: %s", text, diff)
			}
		}
	})
}

func TestASaveCanEmptyAField(t *testing.T) {
	opened := at
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, change := range []func(*models.Response){
			func(r *models.Response) {
				r.Organisations, r.Late, r.DeclinedWord, r.OpenedAt = []string{"a"}, true, "none", &opened
			},
			func(r *models.Response) {
				r.Organisations, r.Late, r.DeclinedWord, r.OpenedAt = []string{}, false, "", nil
			},
		} {
			want := must[models.Response](t)(store.Response(t.Context(), all, belgian))
			change(&want)
			do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.SaveResponse(ctx, &want) })
			got := must[models.Response](t)(store.Response(t.Context(), all, belgian))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		}
	})
}

// A program that meets a state it does not know is older than the database.
func TestAnUnknownStateIsRefused(t *testing.T) {
	var state models.State
	if err := state.Scan("lost"); err == nil || state != "" {
		t.Errorf("read as %q, %v", state, err)
	}
	var ahq models.AHQState
	if err := ahq.Scan([]byte("closed")); err != nil || ahq != models.Closed {
		t.Errorf("read as %q, %v", ahq, err)
	}
	if err := ahq.Scan(7); err == nil {
		t.Error("a number was read as a state")
	}
}
