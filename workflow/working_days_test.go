package workflow

import (
	"testing"
	"time"
)

func TestWorkingDays(t *testing.T) {
	for _, c := range []struct {
		what, ncp, day string
		by             int
		want           string
	}{
		{"two before a Monday", "BE", "2017-01-23", -2, "2017-01-19"},
		{"seven before a Monday", "BE", "2017-01-23", -7, "2017-01-12"},
		{"three after a Monday", "BE", "2017-01-23", 3, "2017-01-26"},
		{"a working day is its own", "BE", "2017-01-23", 0, "2017-01-23"},
		{"a Sunday is the Friday before", "BE", "2017-01-22", 0, "2017-01-20"},
		{"two before a Sunday: Thursday", "BE", "2017-01-22", -2, "2017-01-19"},
		{"over a year's end, with Christmas and New Year", "DE", "2017-01-02", -3, "2016-12-28"},
		{"the same in Ireland, which moves what falls on a Sunday", "IE", "2017-01-03", -1, "2016-12-30"},
		{"over Epiphany in Austria", "AT", "2017-01-09", -1, "2017-01-05"},
		{"which Belgium does not keep", "BE", "2017-01-09", -1, "2017-01-06"},
		{"over a leap day", "FR", "2020-03-02", -2, "2020-02-27"},
		{"through a leap day", "FR", "2024-03-01", -1, "2024-02-29"},
		{"over Easter in the west", "FI", "2018-04-03", -1, "2018-03-29"},
		{"over Easter in Greece, a week later", "GR", "2018-04-10", -1, "2018-04-05"},
		{"over Midsummer", "SE", "2019-06-24", -1, "2019-06-20"},
		{"the Commission keeps Belgium's days", "COM", "2017-07-24", -1, "2017-07-20"},
		{"Denmark kept the Great Day of Prayer", "DK", "2023-05-08", -1, "2023-05-04"},
		{"until 2023", "DK", "2024-04-29", -1, "2024-04-26"},
		{"Kosovo moves what falls on a weekend", "XK", "2019-02-19", -1, "2019-02-15"},
		{"Ireland's St Brigid in 2030, a Friday", "IE", "2030-02-04", -1, "2030-01-31"},
	} {
		if got := (&calendar{}).workingDay(c.ncp, c.day, c.by); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestEaster(t *testing.T) {
	for year, want := range map[int][2]string{ // in the west, in the east
		2016: {"2016-03-27", "2016-05-01"}, 2017: {"2017-04-16", "2017-04-16"}, 2019: {"2019-04-21", "2019-04-28"},
		2024: {"2024-03-31", "2024-05-05"}, 2027: {"2027-03-28", "2027-05-02"}, 2038: {"2038-04-25", "2038-04-25"},
	} {
		got := [2]string{easter(year).Format(time.DateOnly), orthodoxEaster(year).Format(time.DateOnly)}
		if got != want {
			t.Errorf("%d: %v, want %v", year, got, want)
		}
	}
}

func TestWhenPeopleAreAwake(t *testing.T) {
	for _, c := range []struct{ what, ncp, now, want string }{
		{"in the morning", "BE", "2017-01-19T08:00:00Z", "2017-01-19T08:00:00Z"},
		{"before eight in Brussels", "BE", "2017-01-19T05:00:00Z", "2017-01-19T07:00:00Z"},
		{"before eight in Helsinki", "FI", "2017-01-19T05:00:00Z", "2017-01-19T06:00:00Z"},
		{"at six in the evening", "BE", "2017-01-19T17:00:00Z", "2017-01-20T07:00:00Z"},
		{"on Friday night", "BE", "2017-01-20T22:00:00Z", "2017-01-23T07:00:00Z"},
		{"on a holiday", "BE", "2017-07-21T10:00:00Z", "2017-07-24T06:00:00Z"},
		{"on the Friday before the clocks go forward", "BE", "2017-03-24T20:00:00Z", "2017-03-27T06:00:00Z"},
		{"on the Friday before they go back", "BE", "2017-10-27T20:00:00Z", "2017-10-30T07:00:00Z"},
	} {
		now, _ := time.Parse(time.RFC3339, c.now)
		if got := (&calendar{}).awake(c.ncp, now, 8, 18).Format(time.RFC3339); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// What is written in the table must mean something.
func TestHolidayRules(t *testing.T) {
	for _, rule := range []string{"", "13-45", "easter+x", "monday from 99-99", "12-25 sometimes", "12-25 -x"} {
		if _, err := parseHoliday(rule); err == nil {
			t.Errorf("%q is taken for a rule", rule)
		}
	}
	for code, c := range countries {
		if len(code) != 2 || c.zone == nil {
			t.Errorf("%s: %+v", code, c)
		}
	}
}
