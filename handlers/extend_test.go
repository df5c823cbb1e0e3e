package handlers

import (
	"net/url"
	"strings"
	"testing"
)

func TestAReplyByDateMoves(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		to := func(day, ncp string, more ...string) url.Values {
			form := url.Values{"reply_by": {day}, "ncp": {ncp}}
			for _, name := range more {
				form.Set(name, "yes")
			}
			return form
		}
		_ = w.delivered("yes")
		for _, v := range []visit{
			{what: "31 April", send: to("2017-04-31", ""), code: 422, says: "April 2017 has 30 days"},
			{what: "a day of the past", send: to("2017-01-18", ""), code: 422, says: "18 January 2017 is not in the future: choose a day after today, 19 January 2017"},
			{what: "the lost hour", send: to("2017-03-26T02:30", ""), code: 422, says: "Give the day alone, 2017-03-26"},
			{what: "the day that it is", send: to("2017-01-23", ""), code: 422, says: "The reply-by date is 23 January 2017 already"},
			{what: "an earlier day is asked about", send: to("2017-01-20", ""), code: 409, says: "Give less time?"},
			{what: "who has less is said", send: to("2017-01-20", ""), code: 409, says: "Denmark: had until 23 January 2017."},
			{what: "and who has answered", send: to("2017-01-20", ""), code: 409, says: "Belgium: had until 23 January 2017. Its answer is in."},
			{what: "one that is meant is set", send: to("2017-01-20", "DK", "less"), code: 303, to: w.at()},
			{what: "it is tracked", path: w.at(), code: 200, says: "has until 20 January 2017"},
			{what: "and told in the history", path: w.at("history"), code: 200, says: "set the reply-by date of Denmark to 20 January 2017"},
			{what: "all can be extended", send: to("2017-01-30", ""), code: 303, to: w.at()},
			{what: "which is told in the history", path: w.at("history"), code: 200, says: "set the reply-by date to 30 January 2017"},
		} {
			v.who = norway
			if v.path == "" {
				v.path = w.at("extend")
			}
			w.visit(v)
		}
	})
}

func TestThePageThatAsksAboutLessTimeSendsWhatItShows(t *testing.T) {
	w := newWorld(t)
	a := w.visit(visit{what: "asked", who: norway, path: w.at("extend"), send: url.Values{"reply_by": {"2017-01-21"}, "ncp": {"DK"}}, code: 409})
	checkStructure(t, a.Body)
	form := fields(t, a.Body)
	if form.Get("reply_by") != "2017-01-21" || form.Get("ncp") != "DK" || !strings.Contains(a.Body, "<title>Error: Less time: ") {
		t.Errorf("it would send %v", form)
	}
	if strings.Contains(words(a.Body), "Belgium") {
		t.Error("it names who keeps its time")
	}
}
