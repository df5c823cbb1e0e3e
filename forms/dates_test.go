package forms

import "testing"

func TestDates(t *testing.T) {
	tests := []struct{ raw, date string }{
		{"2016-12-16", "2016-12-16"},
		{"on 16 December 2016", "2016-12-16"},
		{"16 décembre 2016", "2016-12-16"},
		{"December 16, 2016", "2016-12-16"},
		{"16.12.2016 at 10:00", "2016-12-16"},
		{"12/16/2016", "2016-12-16"},
		{"29 February 2016", "2016-02-29"},
		{"December 2016", "2016-12"},
		{"2016", "2016"},
		{"16 December 2016 (16/12/2016)", "2016-12-16"},
		{"29 February 2015", ""},
		{"31/02/2016", ""},
		{"16 or 17 December 2016", ""},
		{"May 2016 or June 2016", ""},
		{"December", ""},
		{"to be announced", ""},
	}
	for _, test := range tests {
		found := ""
		if d := readDate(test.raw).Date.Date; d != nil {
			found = *d
		}
		if found != test.date {
			t.Errorf("%q is %q, expected %q", test.raw, found, test.date)
		}
	}
}
