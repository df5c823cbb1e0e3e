package workflow

import (
	"time"
)

// A calendar says on which days people work. It remembers what it has worked
// out, so one is made for each look at what is due. The zero calendar is ready.
type calendar struct {
	free  map[countryYear]*[367]bool // by the day of the year
	taken map[stepDay]due
}

// A stepDay is a day counted from another one, where an NCP is.
type stepDay struct {
	ncp, about string
	by, hour   int
}

// take is the day so many working days from another one, and an hour of it.
func (c *calendar) take(s stepDay) (day string, at time.Time) {
	d, known := c.taken[s]
	if !known {
		d.day = c.workingDay(s.ncp, s.about, s.by)
		d.at = hourOf(d.day, s.hour, s.ncp)
		if c.taken == nil {
			c.taken = map[stepDay]due{}
		}
		c.taken[s] = d
	}
	return d.day, d.at
}

type countryYear struct {
	country string
	year    int
}

// works says whether people of an NCP work on a day.
func (c *calendar) works(ncp string, day time.Time) bool {
	if weekend(day) {
		return false
	}
	key := countryYear{ncp, day.Year()}
	free := c.free[key]
	if free == nil {
		free = holidaysOf(ncp, day.Year())
		if c.free == nil {
			c.free = map[countryYear]*[367]bool{}
		}
		c.free[key] = free
	}
	return !free[day.YearDay()]
}

// workingDay is the so-manieth working day after a day, or before it when the
// number is negative. For 0 it is the day itself, or the last working day before
// it: who reads a letter on Monday that was due on Sunday can do nothing any more.
func (c *calendar) workingDay(ncp, day string, by int) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	step := 1
	if by <= 0 {
		step = -1
	}
	for left := max(by, -by); left > 0; {
		d = d.AddDate(0, 0, step)
		if c.works(ncp, d) {
			left--
		}
	}
	for by == 0 && !c.works(ncp, d) {
		d = d.AddDate(0, 0, -1)
	}
	return d.Format(time.DateOnly)
}

// hourOf is an hour of a day where an NCP is. An hour that is lost in spring is
// the one after it.
func hourOf(day string, hour int, ncp string) time.Time {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), hour, 0, 0, 0, zoneOf(ncp)).UTC()
}

// awake is the first instant, now or later, at which a letter may reach an NCP: a
// working day there, between two hours.
func (c *calendar) awake(ncp string, now time.Time, from, until int) time.Time {
	local := now.In(zoneOf(ncp))
	for {
		day := local.Format(time.DateOnly)
		begins, ends := hourOf(day, from, ncp), hourOf(day, until, ncp)
		switch {
		case !c.works(ncp, local) || !now.Before(ends):
			local = time.Date(local.Year(), local.Month(), local.Day()+1, 0, 0, 0, 0, local.Location())
			now = local.UTC()
		case now.Before(begins):
			return begins
		default:
			return now
		}
	}
}
