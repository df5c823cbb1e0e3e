package handlers

import (
	"net/url"
	"slices"
	"testing"

	"ahq/models"
)

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
	w.visit(visit{what: "which was sent twice", who: admin, path: "/participants/HR", send: form, code: 303})
	form.Set("until_day", "2017-12-31")
	w.visit(visit{what: "an old page is refused", who: admin, path: "/participants/HR", send: form, code: 409, says: "changed while you had it open"})
	stored, err := w.flow.Store.NCP(t.Context(), "HR")
	w.must(err)
	if stored.Role != models.Member || !slices.Equal(stored.Aliases, []string{"Hrvatska", "Kroatien"}) {
		t.Errorf("stored is %v", stored)
	}
}
