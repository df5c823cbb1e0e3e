package workflow

import (
	"regexp"
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
	if err := checkReal(pointer, day); err != nil {
		return err
	}
	if today := Day(now); day <= today {
		return invalid(pointer, "%s is not in the future: choose a day after today, %s", longDay(day), longDay(today))
	}
	return nil
}

// checkReal says why a text is no day, and what would be one. A day has no hour:
// it lasts until its end in Brussels, also when an hour of it is lost or comes
// twice.
func checkReal(pointer, day string) error {
	if _, err := time.Parse(time.DateOnly, day); err == nil {
		return nil
	}
	if found := inMonth.FindStringSubmatch(day); found != nil {
		if month, err := time.Parse("2006-01", found[1]); err == nil {
			return invalid(pointer, "%s is not a day: %s has %d days", day, month.Format("January 2006"), month.AddDate(0, 1, -1).Day())
		}
	}
	if found := withHour.FindStringSubmatch(day); found != nil {
		return invalid(pointer, "give the day alone, %s: it lasts until its end in Brussels", found[1])
	}
	return invalid(pointer, "%q is not a day: write it like 2017-01-23", day)
}

// What a text looks like that is almost a day.
var (
	inMonth  = regexp.MustCompile(`^(\d{4}-\d{2})-\d{2}$`)
	withHour = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]`)
)
