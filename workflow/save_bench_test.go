package workflow

import (
	"fmt"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// BenchmarkSaveCell saves one cell of 350 bytes in a draft with few records and
// in one with many: it must cost the same.
func BenchmarkSaveCell(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		for _, records := range []int{1, 24} {
			b.Run(fmt.Sprintf("%s, %d records", name, records), func(b *testing.B) {
				w := newWorld(b, open(b))
				r := w.of(w.issued(), "BE")
				w.fill(r, records)
				by := w.as("BE contributor")
				c := CellSave{Place: Place{"r1", "partners"}, From: 1}
				for b.Loop() {
					c.Answer.Text = strings.Repeat("a sample ", 40) + fmt.Sprint(c.From)
					saved, err := w.SaveCell(w.ctx, by, r.ID, c)
					if err != nil {
						b.Fatal(err)
					}
					c.From = saved.Version
				}
			})
		}
	}
}

func (w *world) fill(r models.Response, records int) {
	w.t.Helper()
	long := forms.Answer{Text: strings.Repeat("A sample sentence that says so. ", 12)}
	c := forms.Content{Questionnaire: "world"}
	for range records {
		c.Records = append(c.Records, forms.Record{Section: "origin", Cells: map[string]forms.Answer{"title": long, "partners": long, "lessons": long}})
	}
	_, err := w.SaveContent(w.ctx, w.as("BE contributor"), r.ID, "", c)
	w.must(err)
}
