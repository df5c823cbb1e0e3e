package models_test

import (
	"context"
	"reflect"
	"slices"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// A store keeps what it counted. Nobody may notice.
func TestASpreadIsWhatADraftAnswers(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		do(t, store, fill)
		read := func() models.Spread {
			got := must[map[models.ResponseID]models.Spread](t)(store.Spreads(t.Context(), all, query))[swedish]
			for _, r := range got.Records {
				slices.Sort(r.Answered)
			}
			return got
		}
		last := at
		want := models.Spread{
			Once:    []string{"contact"},
			Records: []models.RecordSpread{{Answered: []string{"note", "title"}}, {Answered: []string{"title"}}},
			LastAt:  &last,
		}
		if got := read(); !reflect.DeepEqual(got, want) {
			t.Errorf("it is %+v, want %+v", got, want)
		}
		last = at.Add(time.Second)
		do(t, store, func(ctx context.Context, tx *models.Tx) error {
			text := models.CellText{ResponseID: swedish, RecordID: "r3", Question: "costs", Number: 1, Answer: forms.Answer{Text: "10 EUR"}, BeganAt: at, At: last, ByID: office}
			if err := tx.KeepText(ctx, text); err != nil {
				return err
			}
			return tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, RecordID: "r3", Question: "costs", Text: "10 EUR", Version: 1})
		})
		want.Records[0].Answered = []string{"costs", "note", "title"}
		if got := read(); !reflect.DeepEqual(got, want) {
			t.Errorf("after a save it is %+v, want %+v", got, want)
		}
		if seen := must[map[models.ResponseID]models.Spread](t)(store.Spreads(t.Context(), models.Scope{}, query)); len(seen) > 0 {
			t.Errorf("who may not see it gets %v", seen)
		}
	})
}
