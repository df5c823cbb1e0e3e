//go:build unix

package workflow

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

const (
	clients = 8
	spell   = time.Second // with and without printing, by turns: a busy machine slows both
)

// BenchmarkSaveWhilePrinting saves cells by eight clients, each as fast as it
// can, while nobody prints and while an edition of 750 tables is printed in all
// the ways that are usually wanted, again and again. b.N is the number of spells
// of each.
func BenchmarkSaveWhilePrinting(b *testing.B) {
	e := halfWithheld(b)
	s := e.secrets()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 1)) // as where pages are served
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorld(b, open(b))
			responses := w.severalAsked()
			var alone, beside []time.Duration
			w.savesFor(spell, responses) // what is made once is there
			files := 0
			b.ResetTimer()
			for range b.N {
				alone = append(alone, w.savesFor(spell, responses)...)
				beside = append(beside, w.savesBeside(b, e, responses, s, &files)...)
			}
			report(b, "alone", alone)
			report(b, "printing", beside)
			b.ReportMetric(float64(files)/float64(b.N), "files")
			b.ReportMetric(float64(percentile(beside, 99))/float64(percentile(alone, 99)), "p99/p99")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func report(b *testing.B, name string, took []time.Duration) {
	b.ReportMetric(float64(percentile(took, 50).Microseconds())/1000, name+"-p50-ms")
	b.ReportMetric(float64(percentile(took, 99).Microseconds())/1000, name+"-p99-ms")
	b.ReportMetric(float64(len(took))/float64(b.N), name+"-saves")
}

func percentile(took []time.Duration, p int) time.Duration {
	slices.Sort(took)
	return took[len(took)*p/100]
}

// severalAsked are as many responses as there are clients.
func (w *world) severalAsked() (ids []models.ResponseID) {
	for len(ids) < clients {
		a := w.issued()
		for _, ncp := range []string{"AT", "BE", "DE"} {
			ids = append(ids, w.of(a, ncp).ID)
		}
	}
	return ids[:clients]
}

// savesFor is how long each save took.
func (w *world) savesFor(spell time.Duration, responses []models.ResponseID) (took []time.Duration) {
	var all sync.WaitGroup
	var mu sync.Mutex
	end := time.Now().Add(spell)
	for _, id := range responses {
		all.Go(func() {
			own := w.saves(id, end)
			mu.Lock()
			took = append(took, own...)
			mu.Unlock()
		})
	}
	all.Wait()
	return took
}

// saves writes over one cell again and again.
func (w *world) saves(id models.ResponseID, end time.Time) (took []time.Duration) {
	c, _ := w.Store.Cell(w.ctx, everything, id, "", "policy") // none: version 0
	for time.Now().Before(end) {
		began := time.Now()
		text := strings.Repeat("We inform people. ", 280) + began.String()
		saved, err := w.SaveCell(w.ctx, Itself(), id, CellSave{Place{"", "policy"}, c.Version, forms.Answer{Text: text}})
		if err != nil {
			w.t.Error(err)
			return took
		}
		took, c = append(took, time.Since(began)), saved
	}
	return took
}

// savesBeside saves while another prints.
func (w *world) savesBeside(b *testing.B, e heavyEdition, responses []models.ResponseID, s *secrets, files *int) []time.Duration {
	ctx, stop := context.WithCancel(b.Context())
	var printing sync.WaitGroup
	printing.Go(func() {
		_ = patiently(func() error {
			for ctx.Err() == nil {
				*files++
				e.file(b, s, wanted[*files%len(wanted)])
			}
			return nil
		})
	})
	took := w.savesFor(spell, responses)
	stop()
	printing.Wait()
	return took
}
