package workflow

import (
	"context"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// How long it takes from the end of an act to the beginning of the job that it
// asked for.
func BenchmarkAJobStarts(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorld(b, open(b))
			a := w.issued()
			by := w.as("BE coordinator")
			began := make(chan time.Time, 1000)
			w.Mail = func(context.Context, Mail) error { began <- time.Now(); return nil }
			w.must(w.Start(w.ctx))
			waitUntilQuiet(began)
			var all, longest time.Duration
			for b.Loop() {
				w.clock.pass(time.Second)
				_, err := w.Ask(w.ctx, by, a.ID, "BE", "Since when?")
				w.must(err)
				committed := time.Now()
				took := (<-began).Sub(committed)
				all, longest = all+took, max(longest, took)
				time.Sleep(50 * time.Millisecond) // people do not ask without a pause
			}
			b.ReportMetric(float64(all.Microseconds())/1000/float64(b.N), "ms-to-start")
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-at-most")
			w.must(w.Stop(context.WithoutCancel(w.ctx)))
		})
	}
}

// waitUntilQuiet lets go out what was written before.
func waitUntilQuiet(began <-chan time.Time) {
	for {
		select {
		case <-began:
		case <-time.After(2 * time.Second):
			return
		}
	}
}
