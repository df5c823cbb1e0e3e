package workflow

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"ahq/models"
)

// parsed is a calendar as another library than ours reads it. What breaks a rule
// of iCalendar fails the test.
func parsed(t testing.TB, file []byte) *ical.Calendar {
	t.Helper()
	decoder := ical.NewDecoder(bytes.NewReader(file))
	cal, err := decoder.Decode()
	if err != nil {
		t.Fatalf("it does not parse: %v\n%s", err, file)
	}
	if _, err := decoder.Decode(); !errors.Is(err, io.EOF) {
		t.Fatalf("there is more than one calendar in it: %v", err)
	}
	if err := ical.NewEncoder(io.Discard).Encode(cal); len(cal.Children) > 0 && err != nil { // it checks what must be there, and how often
		t.Fatalf("it breaks a rule: %v\n%s", err, file)
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("a line of %d bytes: %q", len(line), line)
		}
	}
	return cal
}

// shownAs is one day as a calendar of that name, read again.
func shownAs(t testing.TB, w *Workflow, name string, d calendarDay) *ical.Calendar {
	t.Helper()
	file, err := w.calendar(name, d)
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, file)
}

// prop is a property as text, "" for none.
func prop(t testing.TB, c *ical.Component, name string) string {
	t.Helper()
	text, err := c.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func openAHQ() models.AHQ {
	reference := "2016.14"
	return models.AHQ{ID: "campaigns", Reference: &reference, Topic: "information campaigns", ReplyBy: "2017-01-23", State: models.Open, Version: 2}
}

var belgian = models.Addressee{NCP: "BE", Name: "Belgium"}

func TestOneDateIsACalendarOfItsOwn(t *testing.T) {
	w := &Workflow{URL: "https://ahq.example/"}
	at := time.Date(2016, 12, 16, 9, 0, 0, 0, time.UTC)
	cal := shownAs(t, w, "AHQ 2016.14", dayOf(openAHQ(), belgian, at))
	for name, want := range map[string]string{"METHOD": "PUBLISH", "VERSION": "2.0", "CALSCALE": "GREGORIAN", "X-PUBLISHED-TTL": "PT1H", "X-WR-CALNAME": "AHQ 2016.14"} {
		if got := prop(t, cal.Component, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if every, err := cal.Props.Get("REFRESH-INTERVAL").Duration(); err != nil || every != time.Hour {
		t.Errorf("it is looked at again every %v: %v", every, err)
	}
	event := cal.Events()[0]
	for name, want := range map[string]string{
		"UID": "campaigns-be@ahq", "STATUS": "CONFIRMED", "TRANSP": "TRANSPARENT",
		"SUMMARY":     "Reply due: AHQ 2016.14, information campaigns (Belgium)",
		"DESCRIPTION": "The reply-by date is the end of 23 January 2017 in Brussels.\nhttps://ahq.example/ahqs/campaigns",
	} {
		if got := prop(t, event.Component, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if u, err := event.Props.URI("URL"); err != nil || u.String() != "https://ahq.example/ahqs/campaigns" {
		t.Errorf("it leads to %v: %v", u, err)
	}
	if n, err := event.Props.Get("SEQUENCE").Int(); err != nil || n != 2 {
		t.Errorf("it is number %d: %v", n, err)
	}
	if stamp, err := event.Props.DateTime("DTSTAMP", nil); err != nil || !stamp.Equal(at) {
		t.Errorf("it is of %v: %v", stamp, err)
	}
	if len(event.Children) != len(calls) {
		t.Errorf("it calls %d times", len(event.Children))
	}
}

// A day without a zone is the same day wherever it is read, when clocks change too.
func TestADateStaysItsDayInEveryZone(t *testing.T) {
	for _, c := range []struct{ name, day, end string }{
		{"an ordinary day", "2017-01-23", "2017-01-24"},
		{"the day that loses an hour", "2017-03-26", "2017-03-27"},
		{"the day that gains an hour", "2017-10-29", "2017-10-30"},
		{"a leap day", "2016-02-29", "2016-03-01"},
		{"the day before a leap day", "2016-02-28", "2016-02-29"},
		{"the last of a year", "2016-12-31", "2017-01-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := openAHQ()
			a.ReplyBy = c.day
			event := shownAs(t, &Workflow{}, "an AHQ", dayOf(a, belgian, time.Now())).Events()[0]
			for _, zone := range []string{"Europe/Brussels", "Atlantic/Reykjavik", "Asia/Nicosia", "America/Los_Angeles"} {
				place, err := time.LoadLocation(zone)
				if err != nil {
					t.Fatal(err)
				}
				start, err := event.DateTimeStart(place)
				if err != nil || start.Format(time.DateOnly) != c.day || start.Hour() != 0 {
					t.Errorf("in %s it begins at %v: %v", zone, start, err)
				}
				if end, err := event.DateTimeEnd(place); err != nil || end.Format(time.DateOnly) != c.end {
					t.Errorf("in %s it ends at %v: %v", zone, end, err)
				}
			}
			if kind := event.Props.Get("DTSTART").ValueType(); kind != ical.ValueDate {
				t.Errorf("it begins at a %s", kind)
			}
		})
	}
}

func TestWhatHappensToADateIsSaid(t *testing.T) {
	changed := func(change func(*models.AHQ)) models.AHQ { a := openAHQ(); change(&a); return a }
	moved := time.Date(2017, 1, 20, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name     string
		ahq      models.AHQ
		ncp      models.Addressee
		response *models.Response
		says     string
		status   string
		sequence int
		calls    int
	}{
		{"asked", openAHQ(), belgian, &models.Response{State: models.Draft, Version: 1}, "Reply due", "CONFIRMED", 3, 2},
		{"handed in", openAHQ(), belgian, &models.Response{State: models.Submitted, SubmittedAt: &moved, Version: 2}, "Handed in", "CONFIRMED", 4, 0},
		{"given back", openAHQ(), belgian, &models.Response{State: models.Draft, ReturnedAt: &moved, Version: 3}, "Reply due", "CONFIRMED", 5, 2},
		{"nothing to report", openAHQ(), belgian, &models.Response{State: models.Draft, DeclinedAt: &moved, Version: 2}, "Nothing to report", "CONFIRMED", 4, 0},
		{"for who asks", openAHQ(), models.Addressee{}, nil, "Answers due", "CONFIRMED", 2, 0},
		{"closed", changed(func(a *models.AHQ) { a.State, a.Version = models.Closed, 5 }), belgian, &models.Response{State: models.Draft}, "Closed", "CONFIRMED", 5, 0},
		{"cancelled", changed(func(a *models.AHQ) { a.State, a.Version = models.Cancelled, 6 }), belgian, &models.Response{State: models.Draft}, "Cancelled", "CANCELLED", 6, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := dayOf(c.ahq, c.ncp, moved).ofOthers()
			if c.response != nil {
				d = dayOf(c.ahq, c.ncp, moved).answeredBy(*c.response)
			}
			event := shownAs(t, &Workflow{}, "mine", d).Events()[0]
			if got := prop(t, event.Component, "SUMMARY"); !strings.HasPrefix(got, c.says+": AHQ 2016.14") {
				t.Errorf("it is called %q", got)
			}
			if got := prop(t, event.Component, "STATUS"); got != c.status {
				t.Errorf("it is %s", got)
			}
			if n, err := event.Props.Get("SEQUENCE").Int(); err != nil || n != c.sequence {
				t.Errorf("it is number %d: %v", n, err)
			}
			if len(event.Children) != c.calls {
				t.Errorf("it calls %d times", len(event.Children))
			}
		})
	}
}

// A topic is what people type. Nothing in it ends a line, or begins another event.
func TestATopicCannotBreakACalendar(t *testing.T) {
	for _, topic := range []string{
		"a; b, c: \\d \"e\"", "first\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:another", "bell\a and null\x00", "\u2028 and \u0085",
		strings.Repeat("Ψηφιακή ενημέρωση ", 40), strings.Repeat("✓", 300), "\\n is two signs",
	} {
		a := openAHQ()
		a.Topic = topic
		cal := shownAs(t, &Workflow{URL: "https://ahq.example"}, "an AHQ", dayOf(a, belgian, time.Now()))
		if len(cal.Events()) != 1 {
			t.Fatalf("%q makes %d events", topic, len(cal.Events()))
		}
		if got, want := prop(t, cal.Events()[0].Component, "SUMMARY"), "Reply due: AHQ 2016.14, "+oneLine(topic)+" (Belgium)"; got != want {
			t.Errorf("it is called %q, want %q", got, want)
		}
	}
}

func TestADateOfItsOwnHolds(t *testing.T) {
	x := belgian
	x.ReplyBy = "2017-02-06"
	start, err := shownAs(t, &Workflow{}, "an AHQ", dayOf(openAHQ(), x, time.Now())).Events()[0].DateTimeStart(time.UTC)
	if err != nil || start.Format(time.DateOnly) != "2017-02-06" {
		t.Errorf("it begins at %v: %v", start, err)
	}
}
