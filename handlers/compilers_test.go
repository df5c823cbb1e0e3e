package handlers

import (
	"net/url"
	"strings"
	"testing"
)

func TestCompilersAreNamed(t *testing.T) {
	w := newWorld(t)
	at := w.at("compilers")
	compiler := string(w.actor("the compiler").Person.ID)
	if got := checked(t, w.as(norway).page(at)); len(got) != 1 || got[0] != compiler {
		t.Errorf("chosen are %q, not the compiler %q", got, compiler)
	}
	for _, v := range []visit{
		{what: "an address that nobody has", send: url.Values{"email": {"who@ahq.example"}}, code: 422, says: `value="who@ahq.example"`},
		{what: "somebody that there is not", send: url.Values{"person": {"none"}}, code: 422, says: "nobody like that"},
		{what: "somebody else, by address", send: url.Values{"email": {" " + strings.ToUpper(address(finland))}}, code: 303, to: w.at()},
	} {
		v.who, v.path = norway, at
		w.visit(v)
	}
	w.visit(visit{what: "who was named compiles", who: finland, path: w.at("compile"), code: 200})
	w.visit(visit{what: "who was, no longer", who: "the compiler", path: w.at(), code: 404})
	w.visit(visit{what: "nobody named", who: norway, path: at, send: url.Values{}, code: 303})
	w.visit(visit{what: "it is the requester", who: norway, path: w.at("compile"), code: 200})
}
