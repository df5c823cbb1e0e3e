package main

import "time"

// realTime is the clock of real use.
func realTime() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// startingAt is a clock that says begin now, and ticks on from there.
func startingAt(begin time.Time) func() time.Time {
	started := time.Now()
	return func() time.Time {
		return begin.Add(time.Since(started)).UTC().Truncate(time.Microsecond)
	}
}
