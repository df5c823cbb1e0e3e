package api_test

import (
	"errors"
	"strings"
	"testing"

	"ahq/handlers/api"
	"ahq/workflow"
)

func TestACalendarIsShownOnceAndRevoked(t *testing.T) {
	each(t, func(w *world) {
		belgium := w.as(belgian)
		for _, wanted := range []string{`{}`, `{"ahq": "` + string(w.ahq.ID) + `"}`} {
			made := as[api.MadeCalendar](belgium.with("Idempotency-Key", wanted).post("/calendars", wanted).want(201))
			again := as[api.MadeCalendar](belgium.with("Idempotency-Key", wanted).post("/calendars", wanted).want(201))
			if again.ID != made.ID || again.URL != "" || made.URL == "" {
				t.Errorf("made %+v, then %+v", made, again)
			}
			belgium.get("/calendars").want(200).says(string(made.ID)).silent(made.URL).silent("hash")
			secret := strings.TrimSuffix(made.URL[strings.LastIndex(made.URL, "/")+1:], ".ics")
			if _, err := w.flow.Calendar(t.Context(), secret); err != nil {
				t.Errorf("at its address: %v", err)
			}
			w.as("the Austrian coordinator").send("DELETE", "/calendars/"+string(made.ID), "").want(404)
			for range 2 {
				belgium.send("DELETE", "/calendars/"+string(made.ID), "").want(204)
			}
			belgium.get("/calendars").want(200).silent(string(made.ID))
			if _, err := w.flow.Calendar(t.Context(), secret); !errors.Is(err, workflow.ErrRevoked) {
				t.Errorf("revoked: %v", err)
			}
		}
		belgium.post("/calendars", `{"ahq": "none"}`).want(404)
	})
}

func TestTheFeedOfPublicEditions(t *testing.T) {
	each(t, func(w *world) {
		empty := w.as(nobody).get("/editions").want(200)
		if kind := empty.Header.Get("Content-Type"); kind != "application/feed+json" {
			t.Errorf("it is a %s", kind)
		}
		if feed := as[api.JSONFeed](empty); feed.Items == nil || len(feed.Items) != 0 || feed.Version != "https://jsonfeed.org/version/1.1" {
			t.Errorf("before there is one it is %+v", feed)
		}
		w.submitted()
		for _, audience := range []string{"internal", "public"} {
			w.as("the compiler").post(w.asked("editions"), `{"audience": "`+audience+`", "early": "It is urgent."}`).want(200)
		}
		feed := as[api.JSONFeed](w.as(nobody).get("/editions").want(200))
		if len(feed.Items) != 1 {
			t.Fatalf("it tells of %d editions", len(feed.Items))
		}
		item := feed.Items[0]
		if !strings.HasPrefix(item.ID, "urn:ahq:edition:") || !strings.HasSuffix(item.Title, "public edition 1") || item.Authors[0].Name != "Norway" {
			t.Errorf("it tells of %+v", item)
		}
		at := strings.TrimPrefix(item.Attachments[0].URL, w.flow.URL+api.Prefix)
		if got := w.as(nobody).get(at).want(200).Header.Get("Content-Type"); got != item.Attachments[0].MIMEType {
			t.Errorf("%s is a %s", at, got)
		}
	})
}
