package forms

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ahq/forms/formstest"
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

// periodCell is what stands between the label of the period and the next, in the
// plain text of the response.
var periodCell = regexp.MustCompile(`(?s)Year\(s\) of\s+implementa\s*tio\s*n\s+and\s+duration\s(.*?)\n(?:Costs|Targeted)`)

func TestSeedPeriodsOfAllCampaigns(t *testing.T) {
	expected := []string{
		"2009-10..2010-01 4", "2010-09..2011-01 5", "2015-10..2016-01 3", "2009..2010 18", "2011-09..2012-06 10", "2012..2013 6",
		"2014..2015 6", "2013..2014 6", ".. 6", "2017..2018 6", "2017..2018 6", "2015-02..2015-09", "2012-09-01..2013-02-28 6",
		"2013-06..2014-12 12", "2016-05-23..2016-11-22 6", "2013-01-01..2014-03-31 6", "2016-03..2018-08 30", "2011-12-12..2012-09-30",
		"2011-10-01..2011-12-31 3", "2015-04..2015-12 9", "2009..2011", "2016-08..2017-01 6", "2010-02..2010-05 4", "2009-10..2009-12 3",
	}
	var read []string
	for _, cell := range periodCell.FindAllStringSubmatch(string(formstest.Seed(t, "be-response.txt")), -1) {
		read = append(read, sketchedPeriod(readPeriod(cell[1]).Period))
	}
	if diff := cmp.Diff(expected, read); diff != "" {
		t.Errorf("expected and read:\n%s", diff)
	}
}

// agrees says whether a date is the expected one, or a finer one within it.
func agrees(found *string, expected string) bool {
	if found == nil || expected == "" {
		return found == nil && expected == ""
	}
	return strings.HasPrefix(*found, expected)
}
