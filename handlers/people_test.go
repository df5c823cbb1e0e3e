package handlers

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"ahq/models"
)

// invitation is a form in which nothing is wrong.
var invitation = url.Values{
	"name": {"the Austrian coordinator"}, "email": {"at@ahq.example"},
	"ncp": {"AT", "", "DK"}, "role": {"coordinator", "reader", "reader"},
}

func TestSomebodyIsInvited(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		what string
		send url.Values
		says string
	}{
		{"no name", with(invitation, "name", " "), "Say what they are called"},
		{"no address", with(invitation, "email", "nowhere"), "is not an e-mail address"},
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
			if back := fields(t, a.Body); back.Get("email") != c.send.Get("email") || !strings.Contains(a.Body, `<option value="AT" selected>`) {
				t.Errorf("what was typed did not come back: %v", back)
			}
		})
	}
	a := w.visit(visit{what: "a good one", who: admin, path: "/people", send: invitation, code: 200, says: "is invited"})
	checkStructure(t, a.Body)
	_, link, _ := strings.Cut(a.Body, "<code>"+w.flow.URL)
	link, _, _ = strings.Cut(link, "<")
	newBrowser(t, w.server).page(link)
	w.visit(visit{what: "the link stands in the outbox too", who: admin, path: "/outbox", code: 200, says: link})
	w.visit(visit{what: "they are listed", who: admin, path: "/people", code: 200, says: "Austria, coordinatorDenmark, reader Invited"})
}

func TestMembershipsAreChanged(t *testing.T) {
	w := newWorld(t)
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
}

func TestSomebodyIsBlocked(t *testing.T) {
	w := newWorld(t)
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
}

func TestParticipantsComeAndGo(t *testing.T) {
	w := newWorld(t)
	croatia := url.Values{"code": {" hr"}, "name": {"Croatia"}, "aliases": {"Hrvatska\r\n\r\nKroatien "}, "role": {"member"}, "from_day": {"2013-07-01"}, "version": {"0"}}
	for _, v := range []visit{
		{what: "a code that is none", path: "/participants", send: with(croatia, "code", "Croatia"), code: 422, says: "two capital letters"},
		{what: "no name", path: "/participants", send: with(croatia, "name", ""), code: 422, says: "English name"},
		{what: "days the wrong way round", path: "/participants", send: with(croatia, "until_day", "2012-01-01"), code: 422, says: "ends before it begins"},
		{what: "one that is there", path: "/participants", send: with(croatia, "code", "DK"), code: 409, says: "a participant with this code already"},
		{what: "a new one", path: "/participants", send: croatia, code: 303, to: "/participants"},
		{what: "is listed", path: "/participants", code: 200, says: "Since 1 July 2013"},
	} {
		v.who = admin
		a := w.visit(v)
		if v.code == 422 || v.code == 409 {
			checkStructure(t, a.Body)
			if back := fields(t, a.Body); back.Get("from_day") != "2013-07-01" || back.Get("aliases") != "Hrvatska\nKroatien" {
				t.Errorf("%s: what was typed came back as %v", v.what, back)
			}
		}
	}
	form := w.as(admin).form("/participants/HR")
	form.Set("until_day", "2016-12-31")
	w.visit(visit{what: "it leaves", who: admin, path: "/participants/HR", send: form, code: 303})
	w.visit(visit{what: "which is said", who: admin, path: "/participants", code: 200, says: "1 July 2013 to 31 December 2016 not today"})
	w.visit(visit{what: "an old page is refused", who: admin, path: "/participants/HR", send: form, code: 409, says: "changed while you had it open"})
	stored, err := w.flow.Store.NCP(t.Context(), "HR")
	w.must(err)
	if stored.Role != models.Member || !slices.Equal(stored.Aliases, []string{"Hrvatska", "Kroatien"}) {
		t.Errorf("stored is %v", stored)
	}
}

func TestTheOutboxSaysWhatBecameOfAMessage(t *testing.T) {
	at := time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		what  string
		m     models.Message
		mails bool
		want  string
	}{
		{"no mail goes out", models.Message{}, false, "Only here"},
		{"it is to go out", models.Message{}, true, "Waiting"},
		{"it went out", models.Message{SentAt: &at}, true, "Sent"},
		{"it could not", models.Message{Failed: "no such host"}, true, "Failed"},
		{"it could, the second time", models.Message{SentAt: &at, Failed: ""}, true, "Sent"},
	} {
		if got := messageState(c.m, c.mails).Text; got != c.want {
			t.Errorf("%s: it is %q, not %q", c.what, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	w := newWorld(t)
	for _, v := range []visit{
		{what: "without a name", send: url.Values{"name": {""}, "days": {"30"}}, code: 422, says: "Say what the token is for"},
		{what: "for too long", send: url.Values{"name": {"a script"}, "days": {"4000"}}, code: 422, says: "1 to 366 days"},
		{what: "for no number of days", send: url.Values{"name": {"a script"}, "days": {"soon"}}, code: 422, says: `value="soon"`},
	} {
		v.who, v.path = belgium, "/tokens"
		checkStructure(t, w.visit(v).Body)
	}
	a := w.visit(visit{what: "a good one", who: belgium, path: "/tokens", send: url.Values{"name": {"a script"}, "days": {"30"}}, code: 200, says: "it is not shown again"})
	_, secret, _ := strings.Cut(a.Body, "<code>")
	secret, _, _ = strings.Cut(secret, "<")
	if by, err := w.flow.BearerActor(t.Context(), secret); err != nil || by.Person.Email != address(belgium) {
		t.Fatalf("the secret %q is of %q: %v", secret, by.Person.Email, err)
	}
	revoke := ""
	for _, n := range readPage(t, w.as(belgium).page("/tokens")).all("form") {
		if strings.HasSuffix(attr(n, "action"), "/revoke") {
			revoke = attr(n, "action")
		}
	}
	for _, v := range []visit{
		{what: "it is not shown again", who: belgium, path: "/tokens", code: 200, says: "a script"},
		{what: "somebody else's is not there", who: finland, path: revoke, send: url.Values{}, code: 404},
		{what: "it is revoked", who: belgium, path: revoke, send: url.Values{}, code: 303, to: "/tokens"},
		{what: "which is shown", who: belgium, path: "/tokens", code: 200, says: "Revoked"},
	} {
		if a := w.visit(v); strings.Contains(a.Body, secret) {
			t.Errorf("%s: the secret is shown", v.what)
		}
	}
	if _, err := w.flow.BearerActor(t.Context(), secret); err == nil {
		t.Error("a revoked token still works")
	}
}
