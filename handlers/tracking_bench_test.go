package handlers

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/seeds"
	"ahq/workflow"
)

// BenchmarkTrackingPage is the time until the first byte of the page on which a
// requester follows an AHQ of 34 addressees, each with 24 campaigns, as eight
// people see it who look again and again: each twice a second, and without a pause.
func BenchmarkTrackingPage(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		b.Run(name, func(b *testing.B) {
			w := newWorldOn(b, open(b))
			w.crowded()
			reader := w.as(norway).in("en")
			pages := []string{w.at("tracking"), w.at("tracking?by=question&sort=state"), w.at("tracking?late=yes&sort=last")}
			for pace, pause := range map[string]time.Duration{"looking": time.Second / 2, "flat-out": 0} {
				b.Run(pace, func(b *testing.B) {
					firstBytes(b, 8, pause, func(i int) *http.Request {
						return reader.request(http.MethodGet, pages[i%len(pages)], nil)
					}, reader.client)
				})
			}
		})
	}
}

// crowded launches Norway's AHQ of 2016 to 34 NCPs, each of which answers as
// Belgium did. Two thirds have submitted.
func (w *world) crowded() {
	w.t.Helper()
	ctx, asks := w.t.Context(), w.actor(norway)
	content, err := seeds.Belgium()
	w.must(err)
	var ncps []string
	for i := range 34 {
		ncp := models.NCP{Code: fmt.Sprintf("%c%c", 'P'+i/26, 'A'+i%26), Name: fmt.Sprintf("Member state %d", i+1), Role: models.Member}
		w.must(w.flow.SaveNCP(ctx, w.actor("the administrator"), ncp))
		ncps = append(ncps, ncp.Code)
	}
	asked, _ := forms.Shipped(content.Questionnaire)
	draft, err := w.flow.CreateAHQ(ctx, asks, workflow.AHQForm{
		Topic: "information campaigns", Background: "We would like to know.", Lead: "NO", Addressing: models.Selected,
		Selected: ncps, Questionnaire: asked, ReplyBy: "2017-01-23", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	w.ahq = w.sendsOut(draft)
	for i, ncp := range ncps {
		content.NCP = ""
		r := w.responseOf(ncp)
		_, err = w.flow.SaveContent(ctx, workflow.Itself(), r.ID, "", content)
		w.must(err)
		if i%3 > 0 {
			_, err = w.flow.Submit(ctx, workflow.Itself(), r.ID, models.WiderYes)
			w.must(err)
		}
	}
}
