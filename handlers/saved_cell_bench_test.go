package handlers

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// BenchmarkSavedCell is the time until a saved cell comes back, as eight people see
// it who write into Belgium's 24 campaigns, each in another one. Beside it stands
// the same for a page that does nothing, which is what the machine takes.
func BenchmarkSavedCell(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorldOn(b, open(b))
			pages := w.seeded()
			writer := w.as("the Belgian coordinator").in("en")
			atOnce(b, 8, func(person int) func(int) {
				page := pages[person]
				form := cellForm(writer.form(page), "lessons")
				return func(turn int) {
					text := strings.Repeat("a sample ", 40) + fmt.Sprint(turn)
					a := writer.post(page+"/cells/lessons", with(form, "lessons.text", text))
					if a.Code != http.StatusOK {
						b.Errorf("answered %d", a.Code)
					}
					_, rest, _ := strings.Cut(a.Body, `name="lessons.version" value="`)
					version, _, _ := strings.Cut(rest, `"`)
					form = url.Values{"lessons.version": {version}}
				}
			})
		})
	}
	b.Run("nothing", func(b *testing.B) {
		nobody := newWorld(b).as("nobody")
		atOnce(b, 8, func(int) func(int) { return func(int) { nobody.get("/healthz") } })
	})
}

// atOnce lets people take turns, each one after the other, and reports how long a
// turn took.
func atOnce(b *testing.B, people int, come func(person int) func(turn int)) {
	b.Helper()
	took := make([][]time.Duration, people)
	var all sync.WaitGroup
	turns := make([]func(int), people)
	for i := range people {
		turns[i] = come(i)
	}
	b.ResetTimer()
	for i := range people {
		all.Go(func() {
			for turn := i; turn < b.N; turn += people {
				began := time.Now()
				turns[i](turn)
				took[i] = append(took[i], time.Since(began))
			}
		})
	}
	all.Wait()
	every := slices.Sorted(slices.Values(slices.Concat(took...)))
	for _, p := range []int{50, 95} {
		b.ReportMetric(float64(every[(len(every)-1)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-ms", p))
	}
}
