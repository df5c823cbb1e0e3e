package handlers

import (
	"net/url"
	"strings"
	"testing"

	"ahq/workflow"
)

func TestEveryOptionalLetterHasWords(t *testing.T) {
	for _, id := range workflow.OptionalLetters() {
		if worded(letterWords, id).empty() {
			t.Errorf("the page does not say when %q comes", id)
		}
	}
	if len(letterWords) != len(workflow.OptionalLetters()) {
		t.Error("there are words of letters that nobody can stop")
	}
}

func TestLettersAreChosen(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		b := w.as(finland)
		a := w.visit(visit{what: "all come", who: finland, path: "/letters", code: 200, says: "an edition is ready"})
		checkStructure(t, a.Body)
		if n := strings.Count(a.Body, " checked"); n != len(letterWords) {
			t.Errorf("at first %d letters come", n)
		}
		w.visit(visit{what: "one is kept", who: finland, path: "/letters", send: url.Values{"letter": {"receipt"}}, code: 303, to: "/letters"})
		if got := fields(t, b.page("/letters"))["letter"]; len(got) != 1 || got[0] != "receipt" {
			t.Errorf("after one was chosen, %v come", got)
		}
		w.visit(visit{what: "one that there is not", who: finland, path: "/letters", send: url.Values{"letter": {"issued"}}, code: 422, says: "There is no letter"})
		w.visit(visit{what: "nobody", who: "nobody", path: "/letters", code: 303, to: "/sign-in?to=%2Fletters"})
	})
}

func TestALinkInALetterStopsItsKind(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		me := w.actor(norway).Person.ID
		link, err := w.flow.StopPath(t.Context(), me, "submitted")
		w.must(err)
		stopped := func() int {
			all, err := w.flow.Store.Silences(t.Context(), me)
			w.must(err)
			return len(all)
		}
		for _, c := range []struct {
			visit
			stopped int
		}{
			{visit{what: "looking changes nothing", path: link, code: 200, says: "an NCP has answered an AHQ of mine"}, 0},
			{visit{what: "another kind", path: strings.Replace(link, "submitted", "edition", 1), send: url.Values{}, code: 404}, 0},
			{visit{what: "a letter that must be", path: strings.Replace(link, "submitted", "issued", 1), send: url.Values{}, code: 404}, 0},
			{visit{what: "somebody else", path: strings.Replace(link, string(me), string(w.actor(finland).Person.ID), 1), send: url.Values{}, code: 404}, 0},
			{visit{what: "one click in a mail program", path: link, send: url.Values{"List-Unsubscribe": {"One-Click"}}, code: 200, says: "You are not written to any more"}, 1},
			{visit{what: "another click", path: link, send: url.Values{"List-Unsubscribe": {"One-Click"}}, code: 200, says: "You are not written to any more"}, 1},
		} {
			c.who = "nobody"
			a := w.visit(c.visit)
			checkStructure(t, a.Body)
			if n := stopped(); n != c.stopped {
				t.Errorf("%s: %d kinds are stopped, not %d", c.what, n, c.stopped)
			}
		}
	})
}
