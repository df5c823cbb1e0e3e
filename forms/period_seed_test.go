package forms

import (
	"strings"
	"testing"
)

func TestSeedPeriods(t *testing.T) {
	for _, c := range transcribedSeed(t) {
		p, expected := readPeriod(c.Cells.Period).Period, c.Readings.Period
		if !agrees(p.Start, expected.Start) || !agrees(p.End, expected.End) {
			t.Errorf("campaign %d: %q is %s, expected %s..%s", c.Number, c.Cells.Period, sketchedPeriod(p), expected.Start, expected.End)
		}
		if (p.Months == nil) != (expected.Months == nil) || p.Months != nil && *p.Months != *expected.Months {
			t.Errorf("campaign %d: %q is %s", c.Number, c.Cells.Period, sketchedPeriod(p))
		}
	}
}

// agrees says whether a date is the expected one, or a finer one within it.
func agrees(found *string, expected string) bool {
	if found == nil || expected == "" {
		return found == nil && expected == ""
	}
	return strings.HasPrefix(*found, expected)
}
