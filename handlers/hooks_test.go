package handlers

import (
	"context"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// hook is one that somebody registers in the page, and its secret.
func (w *world) hook(who, ncp string) (at, secret string) {
	w.t.Helper()
	a := w.visit(visit{what: "registering", who: who, path: "/hooks", code: 200, says: "it is not shown again", send: registering(ncp)})
	secret = regexp.MustCompile(`whsec_[A-Za-z0-9+/=]+`).FindString(words(a.Body))
	hooks, err := w.flow.Store.Hooks(w.t.Context(), models.Scope{Unlimited: true})
	w.must(err)
	return hookURL(hooks[len(hooks)-1].ID), secret
}

func registering(ncp string) url.Values {
	return url.Values{"name": {"the registry of " + ncp}, "url": {"https://receiver.example/ahq"}, "ncp": {ncp}, "events": {"ahq.closed", "response.submitted"}}
}

func TestHooksAreKeptInTheirPages(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.visit(visit{what: "at first", who: admin, path: "/hooks", code: 200, says: "There is none yet"})
		checkStructure(t, w.visit(visit{what: "the form", who: admin, path: "/hooks/new", code: 200, says: "Everything"}).Body)
		for _, v := range []visit{
			{what: "an address inside", send: with(registering(""), "url", "https://10.0.0.1/"), says: "private network"},
			{what: "no event", send: with(registering(""), "events", "else"), says: "There is no event"},
			{what: "no name", send: with(registering(""), "name", " "), says: "Say what it is for"},
		} {
			v.who, v.path, v.code = admin, "/hooks", 422
			checkStructure(t, w.visit(v).Body)
		}
		at, secret := w.hook(admin, "")
		if secret == "" {
			t.Fatal("no secret is shown")
		}
		a := w.visit(visit{what: "later", who: admin, path: at, code: 200, says: "Nothing yet"})
		checkStructure(t, a.Body)
		if strings.Contains(a.Body, secret) {
			t.Error("the secret is shown again")
		}
		w.delivered(models.WiderYes)
		w.visit(visit{what: "a test", who: admin, path: at + "/test", send: url.Values{}, code: 303, to: at})
		a = w.visit(visit{what: "what it was told", who: admin, path: at, code: 200, says: "Waiting"})
		checkStructure(t, a.Body)
		for _, says := range []string{"A response is submitted", "Belgium", "Test", "Nothing is sent from here"} {
			if !strings.Contains(words(a.Body), says) {
				t.Errorf("the page does not say %q", says)
			}
		}
		if got := w.visit(visit{what: "another secret", who: admin, path: at + "/rotate", send: url.Values{}, code: 200, says: "still signs beside the new one"}); strings.Contains(got.Body, secret) {
			t.Error("the secret before is shown")
		}
		form := w.as(admin).form(at + "/edit")
		form.Set("name", "the archive")
		w.visit(visit{what: "renamed", who: admin, path: at + "/edit", send: form, code: 303, to: at})
		form.Set("name", "something else")
		form.Del(onceField)
		w.visit(visit{what: "an old page is refused", who: admin, path: at + "/edit", send: form, code: 409, says: "changed while you had it open"})
		w.visit(visit{what: "switched off", who: admin, path: at + "/switch", send: url.Values{"on": {"no"}}, code: 303, to: at})
		w.visit(visit{what: "which is said", who: admin, path: at, code: 200, says: "It was switched off by the administrator"})
		w.visit(visit{what: "and in the list", who: admin, path: "/hooks", code: 200, says: "the archive Everything"})
	})
}

func TestACoordinatorKeepsTheHooksOfItsNCP(t *testing.T) {
	w := newWorld(t)
	a := w.visit(visit{what: "the form", who: belgium, path: "/hooks/new", code: 200, says: "Belgium"})
	if strings.Contains(words(a.Body), "Denmark") || strings.Contains(words(a.Body), "Everything") {
		t.Error("others are offered")
	}
	w.visit(visit{what: "for all", who: belgium, path: "/hooks", send: registering(""), code: 422, says: "an NCP that you coordinate"})
	at, _ := w.hook(belgium, "BE")
	for _, path := range []string{"", "/edit"} {
		w.visit(visit{what: "ours", who: belgium, path: at + path, code: 200})
		w.visit(visit{what: "of an NCP", who: admin, path: at + path, code: 200, says: "Belgium"})
		w.visit(visit{what: "another's", who: finland, path: at + path, code: 404})
	}
	w.visit(visit{what: "not a coordinator", who: "the Belgian contributor", path: at, code: 403})
	for _, act := range []string{"/test", "/rotate", "/switch", "/edit"} {
		w.visit(visit{what: act + " of another's", who: finland, path: at + act, send: registering("FI"), code: 404})
	}
}

func TestADeliverySaysWhatBecameOfIt(t *testing.T) {
	w := newWorld(t)
	at, _ := w.hook(admin, "")
	answers := make(chan workflow.HookAnswer, 1)
	w.flow.Post = func(context.Context, workflow.HookPost) (workflow.HookAnswer, error) { return <-answers, nil }
	w.works()
	w.delivered(models.WiderYes)
	answers <- workflow.HookAnswer{Status: 503, Text: "<b>busy</b>"}
	w.until(at, "Tried again 1 attempt. Next at")
	a := w.visit(visit{who: admin, path: at, code: 200, says: "The receiver answered 503"})
	checkStructure(t, a.Body)
	if strings.Contains(a.Body, "<b>busy") || !strings.Contains(words(a.Body), "<b>busy</b>") {
		t.Error("what a receiver says is not shown as it is")
	}
	again := regexp.MustCompile(at + `/deliveries/[a-z0-9]+/again`).FindString(a.Body)
	w.visit(visit{what: "once more", who: finland, path: again, send: url.Values{}, code: 404})
	w.visit(visit{what: "once more", who: admin, path: again, send: url.Values{}, code: 303, to: at})
	answers <- workflow.HookAnswer{Status: 204}
	w.until(at, "Delivered 2 attempts.")
}

// until a page says something.
func (w *world) until(path, says string) {
	w.t.Helper()
	for range 200 {
		if strings.Contains(words(w.as(admin).get(path).Body), says) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.t.Fatalf("%s does not say %q:\n%s", path, says, words(w.as(admin).get(path).Body))
}
