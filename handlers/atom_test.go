package handlers

import (
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
	"time"

	"ahq/models"
)

// atom reads the feed as anybody does.
func (w *world) atom() (feed atomFeed, tag string) {
	w.t.Helper()
	a := w.as("nobody").get("/editions.atom")
	if kind := a.Header.Get("Content-Type"); a.Code != http.StatusOK || kind != "application/atom+xml; charset=utf-8" {
		w.t.Fatalf("the feed answers with %d, a %s", a.Code, kind)
	}
	w.must(xml.Unmarshal([]byte(a.Body), &feed))
	if _, err := time.Parse(time.RFC3339, feed.Updated); err != nil || feed.ID == "" || feed.Title == "" {
		w.t.Errorf("it lacks what every feed has: %+v", feed)
	}
	return feed, a.Header.Get("ETag")
}

func TestAnybodyFollowsThePublicEditions(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		empty, none := w.atom()
		if len(empty.Entries) != 0 {
			t.Fatalf("before there is one it has %d", len(empty.Entries))
		}
		w.delivered(models.WiderYes)
		inside, err := w.flow.Compile(t.Context(), w.actor("the compiler"), w.ahq.ID, models.Internal, "it is urgent")
		w.must(err)
		if _, tag := w.atom(); tag != none {
			t.Error("an internal edition changes it")
		}
		edition, err := w.flow.Compile(t.Context(), w.actor("the compiler"), w.ahq.ID, models.Public, "it is urgent")
		w.must(err)
		feed, tag := w.atom()
		if len(feed.Entries) != 1 || tag == none || feed.Updated != edition.MadeAt.Format(time.RFC3339) {
			t.Fatalf("it has %d, updated %s", len(feed.Entries), feed.Updated)
		}
		entry := feed.Entries[0]
		if entry.ID != "urn:ahq:edition:"+string(edition.ID) || entry.Author != "Norway" || !strings.Contains(entry.Title, "information campaigns (2017.1), public edition 1") {
			t.Errorf("it tells of %+v", entry)
		}
		if a := w.as("nobody").get(strings.TrimPrefix(entry.Links[0].URL, "http://ahq.example")); a.Code != http.StatusOK {
			t.Errorf("it leads to %s: %d", entry.Links[0].URL, a.Code)
		}
		whole := w.as("nobody").get("/editions.atom").Body
		if strings.Contains(whole, string(inside.ID)) || strings.Contains(whole, "A campaign") {
			t.Error("it tells what is not public, or an answer")
		}
		w.must(w.flow.Store.Tx(t.Context(), func(tx *models.Tx) error { return tx.FailCompilation(t.Context(), edition.ID, "found") }))
		if after, _ := w.atom(); len(after.Entries) != 0 {
			t.Error("it tells of one that is not handed out")
		}
	})
}
