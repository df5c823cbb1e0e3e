package workflow

import (
	"time"
)

// A ReplyTime is how long those who are asked have for an answer.
type ReplyTime struct {
	Days    int    // from today; 0 today, less when the day is over
	Working int    // of them on which people work, where they are fewest
	NCP     string // that is there: the one with the fewest
}

// twoWeeks is how long an AHQ gives at least, in days.
const twoWeeks = 14

// Short says whether it is less than an AHQ usually gives.
func (r ReplyTime) Short() bool { return r.Days < twoWeeks }

// TimeToReply is how long these NCPs have from now until the end of a day; false
// when that is no day.
func TimeToReply(ncps []string, day string, now time.Time) (r ReplyTime, known bool) {
	last, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return r, false
	}
	today, err := time.Parse(time.DateOnly, Day(now))
	if err != nil {
		return r, false
	}
	r.Days = int(last.Sub(today).Hours() / 24)
	var days calendar
	for i, ncp := range ncps {
		working := days.between(ncp, today, last)
		if i == 0 || working < r.Working {
			r.Working, r.NCP = working, ncp
		}
	}
	return r, true
}

// between counts the working days of an NCP after a day, until another.
func (c *calendar) between(ncp string, after, until time.Time) (n int) {
	const far = 366 // days: nobody counts them further
	for d, i := after.AddDate(0, 0, 1), 0; !d.After(until) && i < far; d, i = d.AddDate(0, 0, 1), i+1 {
		if c.works(ncp, d) {
			n++
		}
	}
	return n
}
