package workflow

import (
	"time"
	_ "time/tzdata" // days end in Brussels, on a machine that knows no zones too
)

// brussels is where a reply-by date ends.
var brussels = zone("Europe/Brussels")

func zone(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return z
}

// Day is the day it is in Brussels at an instant: "2017-01-23".
func Day(at time.Time) string { return at.In(brussels).Format(time.DateOnly) }

// Deadline is the instant at which a day is over in Brussels.
func Deadline(day string) (time.Time, error) {
	d, err := time.ParseInLocation(time.DateOnly, day, brussels)
	return d.AddDate(0, 0, 1).UTC(), err
}

// late says whether the day was over at an instant.
func late(at time.Time, day string) bool { return Day(at) > day }

// longDay is a day as people write it: "23 January 2017".
func longDay(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return d.Format("2 January 2006")
}

// checkDay says what is wrong with a reply-by date: it must be a day that is
// still to come.
func checkDay(pointer, day string, now time.Time) error {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return invalid(pointer, "%q is not a day: write it like 2017-01-23", day)
	}
	if day <= Day(now) {
		return invalid(pointer, "%s is not in the future: choose a later day", longDay(day))
	}
	return nil
}
