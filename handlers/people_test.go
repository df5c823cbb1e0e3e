package handlers

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

// invitation is a form in which nothing is wrong.

var invitation = url.Values{
	"name": {"the Austrian coordinator"}, "email": {"at@ahq.example"},
	"ncp": {"AT", "", "DK"}, "role": {"coordinator", "reader", "reader"},
}

func TestSomebodyIsInvited(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, c := range []struct {
			what string
			send url.Values
			says string
		}{
			{"no name", with(invitation, "name", " "), "Say what they are called"},
			{"no address", with(invitation, "email", "nowhere"), "is not an e-mail address"},
			{"all that is missing at once", with(with(invitation, "email", ""), "name", ""), "this is not an e-mail address: write it like office@example.org. Say what they are called"},
			{"an address in use", with(invitation, "email", address(belgium)), "somebody has this address already"},
			{"the same NCP twice", url.Values{"name": {"x"}, "email": {"x@ahq.example"}, "ncp": {"AT", "AT"}, "role": {"reader", "reader"}}, "one role an NCP"},
			{"a role that there is not", url.Values{"name": {"x"}, "email": {"x@ahq.example"}, "ncp": {"AT"}, "role": {"king"}}, "a role is coordinator"},
		} {
			t.Run(c.what, func(t *testing.T) {
				a := w.visit(visit{what: c.what, who: admin, path: "/people", send: c.send, code: 422})
				if !strings.Contains(strings.ToLower(words(a.Body)), strings.ToLower(c.says)) {
					t.Errorf("it does not say %q:\n%s", c.says, words(a.Body))
				}
				checkStructure(t, a.Body)
				if back := fields(t, a.Body); back.Get("email") != c.send.Get("email") || !strings.Contains(a.Body, `<option value="AT" dir="auto" selected>`) {
					t.Errorf("what was typed did not come back: %v", back)
				}
			})
		}
		a := w.visit(visit{what: "a good one", who: admin, path: "/people", send: invitation, code: 200, says: "is invited"})
		checkStructure(t, a.Body)
		_, link, _ := strings.Cut(a.Body, "<code>"+w.flow.URL)
		link, _, _ = strings.Cut(link, "<")
		newBrowser(t, w.server).page(link)
		if outbox := w.visit(visit{what: "the letter stands in the outbox", who: admin, path: "/outbox", code: 200, says: "Choose a password"}); strings.Contains(outbox.Body, link) {
			t.Error("the outbox shows a link that lets somebody in")
		}
		w.visit(visit{what: "they are listed", who: admin, path: "/people", code: 200, says: "Austria: CoordinatorDenmark: Reader Invited"})
	})
}

func TestMembershipsAreChanged(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		at := personURL(w.actor(finland).Person.ID)
		for _, v := range []visit{
			{what: "an NCP that there is not", send: url.Values{"ncp": {"QQ"}, "role": {"reader"}}, code: 422, says: "There is no NCP"},
			{what: "two at once", send: url.Values{"ncp": {"FI", "AT", ""}, "role": {"reader", "coordinator", "reader"}}, code: 303, to: at},
		} {
			v.who, v.path = admin, at+"/memberships"
			w.visit(v)
		}
		want := []string{"AT coordinator", "FI reader"}
		var got []string
		for _, m := range w.actor(finland).Memberships {
			got = append(got, m.NCP+" "+string(m.Role))
		}
		if !slices.Equal(got, want) {
			t.Errorf("they are %q, not %q", got, want)
		}
		w.visit(visit{what: "and it holds at once", who: finland, path: w.at(), code: 200, says: "Austria"})
	})
}

func TestSomebodyIsBlocked(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		at := personURL(w.actor(finland).Person.ID)
		w.as(finland).page("/")
		for _, v := range []visit{
			{what: "they are blocked", who: admin, path: at + "/block", send: url.Values{"blocked": {"yes"}}, code: 303, to: at},
			{what: "which is shown", who: admin, path: at, code: 200, says: "Let them in again"},
			{what: "they are out", who: finland, path: "/", code: 303, to: "/sign-in"},
			{what: "they are let in again", who: admin, path: at + "/block", send: url.Values{"blocked": {"no"}}, code: 303},
			{what: "nobody blocks themselves", who: admin, path: personURL(w.actor(admin).Person.ID) + "/block", send: url.Values{"blocked": {"yes"}}, code: 409},
			{what: "nor somebody who is not there", who: admin, path: "/people/none/block", send: url.Values{"blocked": {"yes"}}, code: 404},
		} {
			w.visit(v)
		}
	})
}
