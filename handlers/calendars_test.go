package handlers

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/emersion/go-ical"
)

// calendarAt reads a calendar as a calendar program does, with what it has.
func (w *world) calendarAt(address, has string) answered {
	w.t.Helper()
	b := w.as("nobody")
	r := b.request(http.MethodGet, strings.TrimPrefix(address, "http://ahq.example"), nil)
	if has != "" {
		r.Header.Set("If-None-Match", has)
	}
	return b.send(r)
}

var shownAddress = regexp.MustCompile(`<code>([^<]+)</code>`)

// addressOn a page that shows it once.
func addressOn(t *testing.T, page string) string {
	t.Helper()
	found := shownAddress.FindStringSubmatch(page)
	if found == nil {
		t.Fatalf("no address is shown:\n%s", words(page))
	}
	return html.UnescapeString(found[1])
}

func TestACalendarHasASecretAddressUntilItIsRevoked(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, ahq := range []string{"", string(w.ahq.ID)} {
			made := w.visit(visit{what: "it is made", who: belgium, path: "/calendars", send: url.Values{"ahq": {ahq}}, code: 200, says: "Copy it now"})
			checkStructure(t, made.Body)
			address := addressOn(t, made.Body)
			if !strings.Contains(made.Body, `href="webcal://ahq.example/calendars/`) {
				t.Error("no calendar program opens it")
			}
			first := w.calendarAt(address, "")
			if kind := first.Header.Get("Content-Type"); first.Code != 200 || kind != "text/calendar; charset=utf-8" {
				t.Fatalf("it answers with %d, a %s", first.Code, kind)
			}
			if _, err := ical.NewDecoder(strings.NewReader(first.Body)).Decode(); err != nil || strings.Count(first.Body, "BEGIN:VEVENT") != 1 {
				t.Errorf("it is %v:\n%s", err, first.Body)
			}
			tag := first.Header.Get("ETag")
			for has, code := range map[string]int{tag: 304, "W/" + tag: 304, `"older", ` + tag: 304, `"older"`: 200} {
				if again := w.calendarAt(address, has); again.Code != code || code == 304 && again.Body != "" {
					t.Errorf("who has %s is answered with %d", has, again.Code)
				}
			}
			_, err := w.flow.Extend(t.Context(), w.actor(norway), w.ahq.ID, w.later(), "")
			w.must(err)
			if after := w.calendarAt(address, tag); after.Code != 200 || after.Header.Get("ETag") == tag {
				t.Errorf("after an extension it answers with %d", after.Code)
			}
			revoke := regexp.MustCompile(`/calendars/[a-z0-9]+/revoke`).FindString(w.as(belgium).page("/ahqs/" + string(w.ahq.ID)))
			if ahq == "" {
				revoke = regexp.MustCompile(`/calendars/[a-z0-9]+/revoke`).FindString(w.as(belgium).page("/calendars"))
			}
			if page := w.as(belgium).page("/calendars"); strings.Contains(page, address) || strings.Contains(page, "webcal:") {
				t.Error("it is shown again")
			}
			w.visit(visit{what: "somebody else's is not there", who: finland, path: revoke, send: url.Values{}, code: 404})
			w.visit(visit{what: "it is revoked", who: belgium, path: revoke, send: url.Values{}, code: 303, to: "/calendars"})
			if gone := w.calendarAt(address, tag); gone.Code != 410 || !strings.Contains(gone.Body, "This calendar has ended") {
				t.Errorf("a revoked one answers with %d", gone.Code)
			}
		}
	})
}

// later is the day after the reply-by date.
func (w *world) later() string {
	w.t.Helper()
	a, err := w.flow.Store.AHQ(w.t.Context(), w.actor(norway).Scope(), w.ahq.ID)
	w.must(err)
	return a.ReplyBy[:8] + map[string]string{"23": "24", "24": "25"}[a.ReplyBy[8:]]
}

func TestACalendarOfSomebodyWhoIsKeptOutIsGone(t *testing.T) {
	w := newWorld(t)
	address := addressOn(t, w.as(belgium).post("/calendars", url.Values{}).Body)
	w.must(w.flow.Block(t.Context(), w.actor("the administrator"), w.actor(belgium).Person.ID, true))
	for what, c := range map[string]struct {
		at   string
		code int
	}{
		"of somebody who is kept out": {address, 410},
		"a guess":                     {"/calendars/" + strings.Repeat("A", 43) + ".ics", 404},
		"without its ending":          {strings.TrimSuffix(address, ".ics"), 404},
	} {
		if a := w.calendarAt(c.at, ""); a.Code != c.code || strings.Contains(a.Body, "VEVENT") {
			t.Errorf("%s: %d", what, a.Code)
		}
	}
}

func TestOneDateIsOneClick(t *testing.T) {
	w := newWorld(t)
	at := "/ahqs/" + string(w.ahq.ID) + "/reply-by.ics"
	if !strings.Contains(w.as(belgium).page("/ahqs/"+string(w.ahq.ID)), `href="`+at+`"`) {
		t.Error("the page of the AHQ does not lead there")
	}
	for who, uid := range map[string]string{belgium: "-be@ahq", norway: "@ahq", finland: "@ahq"} {
		a := w.visit(visit{what: who, who: who, path: at, code: 200, says: "UID:" + string(w.ahq.ID) + uid})
		if kind, how := a.Header.Get("Content-Type"), a.Header.Get("Content-Disposition"); kind != "text/calendar; charset=utf-8" || !strings.Contains(how, "reply-by.ics") {
			t.Errorf("it is a %s, %s", kind, how)
		}
	}
	draft := w.draft()
	w.visit(visit{what: "a draft has no date", who: norway, path: "/ahqs/" + string(draft.ID) + "/reply-by.ics", code: 404})
	if strings.Contains(w.as(norway).page("/ahqs/"+string(draft.ID)), "reply-by.ics") {
		t.Error("the page of a draft leads there")
	}
}
