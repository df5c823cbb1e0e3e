package handlers

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/seeds"
	"ahq/workflow"
)

// BenchmarkRecordPage is the time until the first byte of a record's page, as eight
// people see it who turn the pages of Belgium's 24 campaigns, as fast as they can
// read a title, and without a pause.
func BenchmarkRecordPage(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		for pace, pause := range map[string]time.Duration{"turning": time.Second / 2, "flat-out": 0} {
			b.Run(name+"/"+pace, func(b *testing.B) {
				w := newWorldOn(b, open(b))
				pages := w.seeded()
				reader := w.as("the Belgian coordinator").in("en")
				firstBytes(b, 8, pause, func(i int) *http.Request {
					return reader.request(http.MethodGet, pages[i%len(pages)], nil)
				}, reader.client)
			})
		}
	}
}

// seeded launches Norway's AHQ of 2016, fills in Belgium's response to it, and
// gives the page of each record.
func (w *world) seeded() (pages []string) {
	w.t.Helper()
	ctx, asks := w.t.Context(), w.actor("the Norwegian coordinator")
	content, err := seeds.Belgium()
	w.must(err)
	asked, _ := forms.Shipped(content.Questionnaire)
	draft, err := w.flow.CreateAHQ(ctx, asks, workflow.AHQForm{
		Topic: "information campaigns", Background: "We would like to know.", Lead: "NO", Addressing: models.Selected,
		Selected: []string{"BE"}, Questionnaire: asked, ReplyBy: "2017-01-23", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	w.ahq = w.sendsOut(draft)
	w.belgium = w.responseOf("BE")
	_, err = w.flow.SaveContent(ctx, w.actor("the Belgian contributor"), w.belgium.ID, "", content)
	w.must(err)
	for _, r := range content.Records {
		pages = append(pages, w.url("records", r.ID))
	}
	return pages
}

// firstBytes asks again and again, so many at a time and each after so long, and
// reports how long the first byte took.
func firstBytes(b *testing.B, clients int, pause time.Duration, ask func(int) *http.Request, client *http.Client) {
	b.Helper()
	var mu sync.Mutex
	var took []time.Duration
	var all sync.WaitGroup
	next := 0
	turn := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		next++
		return next, next <= b.N
	}
	b.ResetTimer()
	for n := range clients {
		all.Go(func() {
			time.Sleep(pause * time.Duration(n) / time.Duration(clients))
			for i, more := turn(); more; i, more = turn() {
				request, began := ask(i), time.Now()
				response, err := client.Do(request)
				first := time.Since(began)
				if err != nil || response.StatusCode != http.StatusOK {
					b.Errorf("answered %v, %v", response, err)
					return
				}
				_, err = io.Copy(io.Discard, response.Body)
				if closed := response.Body.Close(); err != nil || closed != nil {
					b.Errorf("the page did not come whole: %v, %v", err, closed)
				}
				mu.Lock()
				took = append(took, first)
				mu.Unlock()
				time.Sleep(pause - time.Since(began))
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	for _, p := range []int{50, 95} {
		b.ReportMetric(float64(took[(len(took)-1)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-ms", p))
	}
}
