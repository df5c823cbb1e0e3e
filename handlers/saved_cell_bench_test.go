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
// it who write into Belgium's 24 campaigns, each in another one: as often as a page
// saves while somebody types, and without a pause. Beside it stands the same for a
// page that does nothing, which is what the machine takes.
func BenchmarkSavedCell(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		for pace, pause := range map[string]time.Duration{"typing": time.Second / 2, "flat-out": 0} {
			b.Run(name+"/"+pace, func(b *testing.B) {
				w := newWorldOn(b, open(b))
				pages := w.seeded()
				writer := w.as("the Belgian coordinator").in("en")
				atOnce(b, 8, pause, func(person int) func(int) { return rewrites(b, writer, pages[person]) })
			})
		}
	}
	b.Run("nothing", func(b *testing.B) {
		nobody := newWorld(b).as("nobody")
		atOnce(b, 8, 0, func(int) func(int) { return func(int) { nobody.get("/healthz") } })
	})
}

// rewrites writes into one cell of a record again and again.
func rewrites(b *testing.B, writer *browser, page string) func(int) {
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
}

// atOnce lets people take turns, each one after the other and again after so long,
// and reports how long a turn took.
func atOnce(b *testing.B, people int, pause time.Duration, come func(person int) func(turn int)) {
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
			time.Sleep(pause * time.Duration(i) / time.Duration(people))
			for turn := i; turn < b.N; turn += people {
				began := time.Now()
				turns[i](turn)
				took[i] = append(took[i], time.Since(began))
				time.Sleep(pause - time.Since(began))
			}
		})
	}
	all.Wait()
	every := slices.Sorted(slices.Values(slices.Concat(took...)))
	for _, p := range []int{50, 95} {
		b.ReportMetric(float64(every[(len(every)-1)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-ms", p))
	}
}
