package models_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// Saving one cell must cost the same in a draft of 24 records as in one of 1.
func BenchmarkSaveCell(b *testing.B) {
	for _, engine := range []struct {
		name string
		open func(testing.TB) *models.Store
	}{{"sqlite", modelstest.Open}, {"postgres", modelstest.OpenPostgres}} {
		for _, records := range []int{1, 24} {
			b.Run(fmt.Sprintf("%s/%d", engine.name, records), func(b *testing.B) {
				saveCells(b, engine.open(b), records)
			})
		}
	}
}

// questions of a record, as many as a campaign table has
var questions = strings.Fields("heading note title period costs audience partners objectives channels effectiveness links success evaluation reception lessons")

func saveCells(b *testing.B, store *models.Store, records int) {
	plant(b, store)
	text := strings.Repeat("as long as usual ", 20)
	do(b, store, func(ctx context.Context, tx *models.Tx) error {
		for n := range records {
			record := fmt.Sprintf("big%d", n)
			if err := tx.CreateRecord(ctx, &models.Record{ResponseID: swedish, ID: record, Position: n}); err != nil {
				return err
			}
			for _, question := range questions {
				if err := tx.SaveCell(ctx, &models.Cell{ResponseID: swedish, RecordID: record, Question: question, Text: text}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for version := 1; b.Loop(); version++ {
		do(b, store, func(ctx context.Context, tx *models.Tx) error { return saveOne(ctx, tx, version, text) })
	}
}

// saveOne is what a save does: hold the response, write the cell, keep the text.
func saveOne(ctx context.Context, tx *models.Tx, version int, text string) error {
	if _, err := tx.ShareResponse(ctx, all, swedish); err != nil {
		return err
	}
	c := models.Cell{ResponseID: swedish, RecordID: "big0", Question: "costs", Text: fmt.Sprint(text, version), Version: version}
	if err := tx.SaveCell(ctx, &c); err != nil {
		return err
	}
	return tx.KeepText(ctx, models.CellText{ResponseID: swedish, RecordID: "big0", Question: "costs", Number: 1,
		Answer: forms.Answer{Text: c.Text}, BeganAt: at, At: at, ByID: office})
}
