package handlers

import (
	"net/http"
	"strings"
	"testing"
)

func TestTheJobsAreForTheAdministrator(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, c := range []struct {
			who, method, path string
			code              int
			says              string
		}{
			{"the administrator", "GET", "/jobs/", 200, `<div id="root"`},
			{"the administrator", "GET", "/jobs/api/states", 200, `"completed"`},
			{"the administrator", "GET", "/jobs/api/jobs?limit=20&state=available", 200, `"data"`},
			{"the administrator", "GET", "/jobs/api/queues", 200, `"data"`},
			{"the compiler", "GET", "/jobs/api/states", 403, "You may not do this"},
			{norway, "GET", "/jobs/", 403, "You may not do this"},
			{norway, "POST", "/jobs/api/jobs/cancel", 403, "You may not do this"},
			{norway, "PUT", "/jobs/api/queues/default/pause", 403, "You may not do this"},
			{"nobody", "POST", "/jobs/api/jobs/cancel", 401, "You are signed out"},
			{"nobody", "PATCH", "/jobs/api/queues/default", 401, "You are signed out"},
		} {
			a := w.as(c.who).do(c.method, c.path, nil)
			if a.Code != c.code || !strings.Contains(a.Body, c.says) {
				t.Errorf("%s at %s %s: %d\n%s", c.who, c.method, c.path, a.Code, words(a.Body))
			}
		}
	})
}

// What the page of the jobs needs, no other page gets.
func TestOnlyThePageOfTheJobsPutsStylesIntoItself(t *testing.T) {
	w := newWorld(t)
	for path, loose := range map[string]bool{"/jobs/": true, "/": false, "/outbox": false, "/nowhere": false} {
		policy := w.as("the administrator").get(path).Header.Get("Content-Security-Policy")
		if strings.Contains(policy, "style-src 'self' 'unsafe-inline'") != loose || !strings.Contains(policy, "script-src 'self';") {
			t.Errorf("%s: %s", path, policy)
		}
	}
	r := w.as("the administrator").request(http.MethodPost, "/jobs/api/jobs/cancel", nil)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if a := w.as("the administrator").send(r); a.Code != http.StatusForbidden {
		t.Errorf("another site cancels a job: %d", a.Code)
	}
}
