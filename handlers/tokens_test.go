package handlers

import (
	"net/url"
	"strings"
	"testing"
)

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
