package handlers

import (
	"net/http"
	"strings"
	"testing"
)

func TestEveryAnswerCarriesTheHeaders(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/sign-in", "/", "/nothing-here", "/static/of-old/ahq.css", "/healthz"} {
		a := newBrowser(t, w.server).get(path)
		for name, value := range headers {
			if got := a.Header.Get(name); got != value {
				t.Errorf("%s: %s is %q, not %q", path, name, got, value)
			}
		}
	}
}

func TestAPostFromAnotherSiteIsRefused(t *testing.T) {
	for _, c := range []struct {
		from, header, value string
		code                int
	}{
		{"another site", "Sec-Fetch-Site", "cross-site", http.StatusForbidden},
		{"another origin", "Origin", "https://elsewhere.example", http.StatusForbidden},
		{"our own page", "Sec-Fetch-Site", "same-origin", http.StatusSeeOther},
		{"a program", "User-Agent", "curl", http.StatusSeeOther},
	} {
		t.Run(c.from, func(t *testing.T) {
			w := newWorld(t)
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.server.URL+"/sign-out", http.NoBody)
			w.must(err)
			r.Header.Set(c.header, c.value)
			if a := w.as("the compiler").send(r); a.Code != c.code {
				t.Errorf("answered %d, not %d", a.Code, c.code)
			}
		})
	}
}

func TestOurOwnMistakesAreLoggedAndNotShown(t *testing.T) {
	w := newWorld(t)
	b := w.as("the Belgian coordinator")
	w.must(w.flow.Store.Close())
	a := b.get("/")
	if a.Code != http.StatusInternalServerError || strings.Contains(a.Body, "sql") || strings.Contains(a.Body, "database") {
		t.Errorf("answered %d:\n%s", a.Code, a.Body)
	}
	if n := strings.Count(w.log.String(), "level=ERROR"); n != 1 {
		t.Errorf("it was logged %d times:\n%s", n, w.log)
	}
}
