package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ahq/workflow"
)

func TestSigningIn(t *testing.T) {
	w := newWorld(t)
	right := address("the Belgian coordinator")
	for _, c := range []struct {
		what            string
		email, password string
		to              string
		code            int
		leads, says     string
	}{
		{"the right password leads home", right, password, "", 303, "/", ""},
		{"however the address is written", " " + strings.ToUpper(right), password, "", 303, "/", ""},
		{"and to where one wanted to go", right, password, "/responses/x?y=1", 303, "/responses/x?y=1", ""},
		{"but never to another site", right, password, "//elsewhere.example/", 303, "/", ""},
		{"nor by a trick with a backslash", right, password, `/\elsewhere.example`, 303, "/", ""},
		{"a wrong password keeps the address", right, "not the right one", "", 422, "", "value=\"" + right},
		{"an unknown address is told the same", "nobody@ahq.example", password, "", 422, "", "The e-mail address or the password is not right"},
	} {
		t.Run(c.what, func(t *testing.T) {
			a := newBrowser(t, w.server).post("/sign-in", url.Values{"email": {c.email}, "password": {c.password}, "to": {c.to}})
			if a.Code != c.code || a.To != c.leads || !strings.Contains(a.Body, c.says) {
				t.Errorf("got %d to %q:\n%s\nwant %d to %q saying %q", a.Code, a.To, words(a.Body), c.code, c.leads, c.says)
			}
		})
	}
}

func TestTheSessionCookieIsSafe(t *testing.T) {
	w := newWorld(t)
	a := newBrowser(t, w.server).post("/sign-in", url.Values{"email": {address("the compiler")}, "password": {password}})
	cookie := a.Header.Get("Set-Cookie")
	for _, want := range []string{"ahq=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("the cookie %q lacks %q", cookie, want)
		}
	}
}

func TestASessionEnds(t *testing.T) {
	for _, c := range []struct {
		what string
		end  func(*world, *browser)
	}{
		{"by signing out", func(_ *world, b *browser) { b.post("/sign-out", nil) }},
		{"when the person is blocked", func(w *world, _ *browser) {
			w.must(w.flow.Block(w.t.Context(), w.actor("the administrator"), w.actor("the Belgian coordinator").Person.ID, true))
		}},
	} {
		t.Run(c.what, func(t *testing.T) {
			w := newWorld(t)
			b := w.as("the Belgian coordinator")
			b.page("/")
			c.end(w, b)
			if a := b.get("/"); a.Code != http.StatusSeeOther || a.To != "/sign-in" {
				t.Errorf("home answers %d %q, not the way in", a.Code, a.To)
			}
		})
	}
}

func TestGuessingPasswordsIsSlowedDown(t *testing.T) {
	w := newWorld(t)
	b := newBrowser(t, w.server)
	guess := url.Values{"email": {address("the Belgian coordinator")}, "password": {"a guess at a password"}}
	for range 20 {
		if a := b.post("/sign-in", guess); a.Code != http.StatusUnprocessableEntity {
			t.Fatalf("a guess was answered with %d", a.Code)
		}
	}
	if a := b.post("/sign-in", guess); a.Code != http.StatusTooManyRequests || a.Header.Get("Retry-After") == "" {
		t.Errorf("one guess more was answered with %d", a.Code)
	}
	guess.Set("email", address("the Danish coordinator"))
	if a := b.post("/sign-in", guess); a.Code != http.StatusUnprocessableEntity {
		t.Errorf("somebody else's first try was answered with %d", a.Code)
	}
}

func TestAnInvitationLetsInOnce(t *testing.T) {
	w := newWorld(t)
	_, secret, err := w.flow.Invite(t.Context(), w.actor("the administrator"), workflow.NewPerson{Name: "the newcomer", Email: "new@ahq.example"})
	w.must(err)
	b, link := newBrowser(t, w.server), "/invitation/"+secret
	b.page(link)
	b.page(link) // a mail program has looked at it first
	for _, c := range []struct {
		what          string
		choose, again string
		code          int
		says          string
	}{
		{"two that differ", "one long password", "another long one", 422, "The two passwords differ"},
		{"one that is too short", "short", "short", 422, "at least 12 characters"},
		{"a good one", "a good long password", "a good long password", 303, ""},
		{"the link a second time", "a good long password", "a good long password", 404, "Page not found"},
	} {
		t.Run(c.what, func(t *testing.T) {
			a := b.post(link, url.Values{"password": {c.choose}, "again": {c.again}})
			if a.Code != c.code || !strings.Contains(a.Body, c.says) {
				t.Errorf("got %d, want %d saying %q:\n%s", a.Code, c.code, c.says, words(a.Body))
			}
		})
	}
	if body := b.page("/"); !strings.Contains(body, "the newcomer") {
		t.Error("the newcomer is not signed in")
	}
}

func TestForgettingAPasswordTellsNobodyWhoIsKnown(t *testing.T) {
	w := newWorld(t)
	known := newBrowser(t, w.server).post("/forgotten", url.Values{"email": {address("the compiler")}})
	unknown := newBrowser(t, w.server).post("/forgotten", url.Values{"email": {"who@ahq.example"}})
	if known.Code != http.StatusOK || known.Body != unknown.Body {
		t.Errorf("a known address got %d, an unknown one %d, and the pages differ: %v", known.Code, unknown.Code, known.Body != unknown.Body)
	}
}
