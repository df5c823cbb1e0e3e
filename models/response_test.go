package models_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// The desk shows first what is due first: the NCP's own day counts.
func TestTheDeskShowsWhatIsDueSoonestFirst(t *testing.T) {
	desk := []struct {
		id      models.AHQID
		state   models.AHQState
		replyBy string
		own     string // Belgium's own day
		closed  time.Time
	}{
		{id: "later", state: models.Open, replyBy: "2017-02-10"},
		{id: "extended", state: models.Open, replyBy: "2017-01-01", own: "2017-02-05"},
		{id: "sooner", state: models.Open, replyBy: "2017-02-01"},
		{id: "just-closed", state: models.Closed, replyBy: "2017-01-10", closed: at.AddDate(0, 0, -29)},
		{id: "long-closed", state: models.Closed, replyBy: "2016-11-10", closed: at.AddDate(0, 0, -31)},
		{id: "cancelled", state: models.Cancelled, replyBy: "2017-02-01"},
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		do(t, store, participants)
		for _, d := range desk {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				a := anAHQ(d.id, d.state)
				a.ReplyBy, a.ClosedAt = d.replyBy, &d.closed
				return tx.CreateAHQ(ctx, a)
			}, func(ctx context.Context, tx *models.Tx) error {
				return tx.CreateAddressees(ctx, []models.Addressee{{AHQID: d.id, NCP: "BE", Name: "Belgium", Role: models.Member, ReplyBy: d.own}})
			}, func(ctx context.Context, tx *models.Tx) error {
				return tx.CreateResponse(ctx, &models.Response{ID: models.ResponseID(d.id), AHQID: d.id, NCP: "BE", State: models.Draft})
			})
		}
		var got []models.ResponseID
		for _, r := range must[[]models.Due](t)(store.ResponsesDue(t.Context(), people["belgium"], at)) {
			got = append(got, r.ID)
		}
		want := []models.ResponseID{"just-closed", "sooner", "extended", "later"}
		if !slices.Equal(got, want) {
			t.Errorf("the desk shows %v, want %v", got, want)
		}
	})
}

// fill gives Sweden's draft records r1 to r3, of which r2 is deleted.
func fill(ctx context.Context, tx *models.Tx) error {
	r, err := tx.Record(ctx, all, swedish, "r1")
	if err != nil {
		return err
	}
	r.Position, r.Countries = 3, []string{"MK", "XK"}
	deleted := at
	for _, err := range []error{
		tx.SaveRecord(ctx, &r),
		tx.CreateRecord(ctx, &models.Record{ResponseID: swedish, ID: "r2", Position: 2, DeletedAt: &deleted}),
		tx.CreateRecord(ctx, &models.Record{ResponseID: swedish, ID: "r3", Position: 1, Status: forms.Ongoing}),
		tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, RecordID: "r2", Question: "title", Text: "deleted"}),
		tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, RecordID: "r3", Question: "title", Reason: forms.NotYet}),
		tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, RecordID: "r3", Question: "costs"}),
		tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, RecordID: "r3", Question: "note", Text: "a note"}),
		tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, Question: "contact", Text: "a@example.org"}),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestADraftIsInOrderAndWithoutWhatWasDeleted(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, fill)
		draft := must[models.DraftContent](t)(store.Draft(t.Context(), all, swedish))
		var got []string
		for _, r := range draft.Records {
			got = append(got, fmt.Sprintf("%s %v", r.ID, r.Countries))
		}
		for _, c := range draft.Cells {
			got = append(got, c.RecordID+"."+c.Question)
		}
		want := []string{"r3 []", "r1 [MK XK]", ".contact", "r1.title", "r3.costs", "r3.note", "r3.title"}
		if !slices.Equal(got, want) {
			t.Errorf("the draft is %q, want %q", got, want)
		}
		deleted := must[[]models.DeletedRecord](t)(store.DeletedRecords(t.Context(), all, swedish))
		if len(deleted) != 1 || deleted[0].ID != "r2" {
			t.Errorf("deleted are %v", deleted)
		}
	})
}

func TestProgressCountsAnswersOfWhatIsThere(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, fill)
		all := must[map[models.ResponseID]models.Progress](t)(store.Progress(t.Context(), all, query))
		got := all[swedish]
		if got.Records != 2 || got.Filled != 3 || got.LastAt == nil || *got.LastAt != at {
			t.Errorf("%d records with %d answers, last saved %v; want 2, 3, %v", got.Records, got.Filled, got.LastAt, at)
		}
	})
}

func TestOnlyTheSameCellCanBeStale(t *testing.T) {
	saves := []struct {
		name string
		cell models.Cell
		want error
	}{
		{"one that nobody wrote", models.Cell{Question: "costs", Text: "a"}, nil},
		{"one that somebody wrote first", models.Cell{Question: "costs", Text: "b"}, models.ErrStale},
		{"over what was read", models.Cell{Question: "costs", Text: "c", Version: 1}, nil},
		{"over what was read before", models.Cell{Question: "costs", Text: "d", Version: 1}, models.ErrStale},
		{"another one", models.Cell{Question: "period", Text: "e"}, nil},
		{"over what was never there", models.Cell{Question: "links", Text: "f", Version: 2}, models.ErrStale},
		{"emptied", models.Cell{Question: "costs", Version: 2}, nil},
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, s := range saves {
			s.cell.ResponseID, s.cell.RecordID = swedish, "r1"
			err := store.Tx(t.Context(), func(tx *models.Tx) error { return tx.SaveCell(t.Context(), &s.cell) })
			if !errors.Is(err, s.want) {
				t.Errorf("%s: %v, want %v", s.name, err, s.want)
			}
		}
		if c := must[models.Cell](t)(store.Cell(t.Context(), all, swedish, "r1", "costs")); c.Text != "" || c.Version != 3 {
			t.Errorf("it ends as %+v", c)
		}
	})
}

func TestCellsAreMarkedAndUnmarked(t *testing.T) {
	marked := func(t *testing.T, store *models.Store) (names []string) {
		for _, c := range must[models.DraftContent](t)(store.Draft(t.Context(), all, swedish)).Cells {
			if c.LookAgain {
				names = append(names, c.RecordID+"."+c.Question+" "+c.Text)
			}
		}
		return names
	}
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for range 2 {
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				return tx.LookAgain(ctx, swedish, [][2]string{{"r1", "title"}, {"", "contact"}})
			})
		}
		if got := marked(t, store); !slices.Equal(got, []string{".contact ", "r1.title a title"}) {
			t.Errorf("marked are %q", got)
		}
		do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.ClearLookAgain(ctx, swedish) })
		if got := marked(t, store); len(got) != 0 {
			t.Errorf("still marked are %q", got)
		}
	})
}

func TestTextsOfACellAreKept(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		for _, c := range []models.CellText{
			{Number: 1, Answer: forms.Answer{Text: "a title, still typing"}},
			{Number: 2, Answer: forms.Answer{Text: "N/A", Reason: forms.NotApplicable}},
		} {
			c.ResponseID, c.RecordID, c.Question, c.BeganAt, c.At, c.ByID = swedish, "r1", "title", at, at, office
			do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.KeepText(ctx, c) })
		}
		texts := must[[]models.CellText](t)(store.CellTexts(t.Context(), all, swedish, "r1", "title"))
		if len(texts) != 2 || texts[0].Answer.Reason != forms.NotApplicable || texts[1].Answer.Text != "a title, still typing" {
			t.Errorf("kept are %+v", texts)
		}
		last := must[models.CellText](t)(store.LastText(t.Context(), all, swedish, "r1", "title"))
		if !reflect.DeepEqual(last, texts[0]) {
			t.Errorf("the last is %+v", last)
		}
		if _, err := store.LastText(t.Context(), all, swedish, "r1", "costs"); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("the last of a cell that never said anything: %v", err)
		}
	})
}

func TestFarIsWhatIsAnswered(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, fill)
		due := must[[]models.Due](t)(store.ResponsesDue(t.Context(), all, at))
		var got []string
		for _, f := range must[[]models.Filled](t)(store.Filled(t.Context(), all, due)) {
			if f.ResponseID == swedish {
				got = append(got, fmt.Sprintf("%q %d", f.RecordID, f.Answers))
			}
		}
		if want := []string{`"" 1`, `"r1" 1`, `"r3" 1`}; !slices.Equal(got, want) {
			t.Errorf("the parts have %v answers, want %v", got, want)
		}
		for _, d := range due {
			if d.AHQ.ID != d.AHQID || len(d.AHQ.Requesters) == 0 || d.DueBy == "" {
				t.Errorf("what is due is %+v", d)
			}
		}
	})
}

func TestATallyCountsWhatCame(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		got := must[[]models.Tally](t)(store.Tallies(t.Context(), all, []models.AHQID{query, unissued}))
		responses := must[[]models.Response](t)(store.Responses(t.Context(), all, query))
		want := models.Tally{AHQID: query, Asked: 1}
		for _, r := range responses {
			if r.InForce > 0 {
				want.Delivered++
			}
		}
		if len(got) != 1 || got[0] != want || want.Delivered == 0 {
			t.Errorf("counted are %+v, want %+v", got, want)
		}
	})
}
