package handlers

import (
	"net/http"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// BenchmarkTaskList is the time until the first byte of a list of 24 records, as
// eight people see it who come back to it again and again, and without a pause.
func BenchmarkTaskList(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		for pace, pause := range map[string]time.Duration{"turning": time.Second / 2, "flat-out": 0} {
			b.Run(name+"/"+pace, func(b *testing.B) {
				w := newWorldOn(b, open(b))
				w.seeded()
				reader := w.as("the Belgian coordinator").in("en")
				reader.page(w.url()) // it is opened for the first time once
				firstBytes(b, 8, pause, func(int) *http.Request { return reader.request(http.MethodGet, w.url(), nil) }, reader.client)
			})
		}
	}
}

// BenchmarkHome is the time until the first byte of the first page of somebody
// whose NCP has 30 AHQs to answer.
func BenchmarkHome(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorldOn(b, open(b))
			w.seeded()
			for i := range 29 {
				w.smallAHQ(i)
			}
			reader := w.as("the Belgian coordinator").in("en")
			reader.page("/")
			firstBytes(b, 8, 0, func(int) *http.Request { return reader.request(http.MethodGet, "/", nil) }, reader.client)
		})
	}
}
