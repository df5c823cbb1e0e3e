package workflow

import (
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
	for day, sound := range map[string]bool{
		"2017-01-24": true, "2017-01-23": false, "2017-01-22": false, "": false, "24.1.2017": false, "2017-02-30": false,
	} {
		if err := checkDay("/reply_by", day, now); (err == nil) != sound {
			t.Errorf("%q on 23 January: %v", day, err)
		}
	}
}
