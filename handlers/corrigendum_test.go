package handlers

import (
	"net/url"
	"strings"
	"testing"
)

func TestACorrigendum(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		at := w.at("corrigendum")
		form := w.as(norway).form(at)
		if form.Get("label.success") != "Was it a success?" || form.Get("background") != "We would like to know." {
			t.Fatalf("the form begins with %v", form)
		}
		changed := with(form, "label.success", "Did it reach people?", "topic", "campaigns online", "why", "It was misunderstood.")
		for _, c := range []struct {
			what string
			who  string
			send url.Values
			code int
			says string
		}{
			{"nothing is different", norway, with(form, "why", "why not"), 422, "Nothing is different"},
			{"no reason is given", norway, with(changed, "why", ""), 422, "Say why"},
			{"a topic of two lines", norway, with(changed, "topic", "a\nb"), 422, "A topic is one line"},
			{"an NCP may not", belgium, changed, 403, "You may not do this"},
			{"the requester may", norway, changed, 303, ""},
		} {
			a := w.visit(visit{what: c.what, who: c.who, path: at, send: c.send, code: c.code, says: c.says})
			if c.code == 422 && fields(t, a.Body).Get("label.success") != c.send.Get("label.success") {
				t.Errorf("%s: the label did not come back", c.what)
			}
		}
		said := words(w.as(belgium).page(w.at()))
		for _, want := range []string{
			"EMN Ad-Hoc Query on campaigns online", "Corrigendum 1", "It was misunderstood.",
			"Topicinformation campaignscampaigns online", "Question 2Was it a success?Did it reach people?",
		} {
			if !strings.Contains(said, want) {
				t.Errorf("all should read %q:\n%s", want, said)
			}
		}
	})
}
