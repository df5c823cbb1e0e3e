package workflow

import (
	"errors"
	"testing"
	"time"
)

func TestLateByTheClockOfBrussels(t *testing.T) {
	for _, c := range []struct {
		name, at, day string
		late          bool
	}{
		{"the last second in winter", "2017-01-23T22:59:59Z", "2017-01-23", false},
		{"midnight in winter", "2017-01-23T23:00:00Z", "2017-01-23", true},
		{"the last second in summer", "2017-07-03T21:59:59Z", "2017-07-03", false},
		{"midnight in summer", "2017-07-03T22:00:00Z", "2017-07-03", true},
		{"the day that loses an hour ends in summer time", "2017-03-26T21:59:59Z", "2017-03-26", false},
		{"and not an hour later", "2017-03-26T22:00:00Z", "2017-03-26", true},
		{"the day that gains an hour ends in winter time", "2017-10-29T22:59:59Z", "2017-10-29", false},
		{"and not an hour later either", "2017-10-29T23:00:00Z", "2017-10-29", true},
		{"the first of a year", "2016-12-31T23:00:00Z", "2016-12-31", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			at, err := time.Parse(time.RFC3339, c.at)
			if err != nil {
				t.Fatal(err)
			}
			if got := late(at, c.day); got != c.late {
				t.Errorf("%s is late for %s: %t", c.at, c.day, got)
			}
			end, err := Deadline(c.day)
			if err != nil {
				t.Fatal(err)
			}
			if got := !at.Before(end); got != c.late {
				t.Errorf("%s is after the deadline %s: %t", c.at, end, got)
			}
		})
	}
}

func TestADayToReplyBy(t *testing.T) {
	now := time.Date(2017, 1, 22, 23, 30, 0, 0, time.UTC) // the 23rd in Brussels
	for _, c := range []struct{ name, day, refused string }{
		{"tomorrow", "2017-01-24", ""},
		{"the day that loses an hour", "2017-03-26", ""},
		{"a leap day", "2020-02-29", ""},
		{"today", "2017-01-23", "23 January 2017 is not in the future: choose a day after today, 23 January 2017"},
		{"a day in the past", "2017-01-22", "22 January 2017 is not in the future: choose a day after today, 23 January 2017"},
		{"none", "", `"" is not a day: write it like 2017-01-23`},
		{"as some write it", "24.1.2017", `"24.1.2017" is not a day: write it like 2017-01-23`},
		{"31 April", "2017-04-31", "2017-04-31 is not a day: April 2017 has 30 days"},
		{"a leap day of another year", "2017-02-29", "2017-02-29 is not a day: February 2017 has 28 days"},
		{"in a month that is none", "2017-13-01", `"2017-13-01" is not a day: write it like 2017-01-23`},
		{"in the lost hour", "2017-03-26T02:30", "give the day alone, 2017-03-26: it lasts until its end in Brussels"},
		{"in the lost hour, in another zone", "2017-03-26 02:30:00+00:00", "give the day alone, 2017-03-26: it lasts until its end in Brussels"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := checkDay("/reply_by", c.day, now)
			if wrong, is := errors.AsType[*Invalid](err); is != (c.refused != "") || is && wrong.Text != c.refused {
				t.Errorf("%q on 23 January: %v; want %q", c.day, err, c.refused)
			}
		})
	}
}
