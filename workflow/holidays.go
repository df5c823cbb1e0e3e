package workflow

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
)

//go:embed holidays
var holidayFiles embed.FS

// A country is when its offices are closed beside weekends, and its time.
type country struct {
	Zone  string
	Free  []string // the rules, as holidays/holidays.toml explains them
	zone  *time.Location
	rules []holiday
}

// countries are those of the NCPs, by code. Who has none here, as the
// Commission, keeps the days of Brussels.
var countries = loadCountries("holidays/holidays.toml")

const fallback = "BE"

func countryOf(ncp string) country {
	if c, known := countries[ncp]; known {
		return c
	}
	return countries[fallback]
}

// zoneOf is the time where an NCP is.
func zoneOf(ncp string) *time.Location { return countryOf(ncp).zone }

func loadCountries(name string) map[string]country {
	file, err := holidayFiles.ReadFile(name)
	var all map[string]country
	if err == nil {
		err = toml.Unmarshal(file, &all)
	}
	for code, c := range all {
		c.zone = zone(c.Zone)
		for _, rule := range c.Free {
			h, wrong := parseHoliday(rule)
			if wrong != nil {
				panic(fmt.Errorf("holidays of %s: %w", code, wrong)) // it is embedded
			}
			c.rules = append(c.rules, h)
		}
		all[code] = c
	}
	if err != nil {
		panic(err) // it is embedded
	}
	return all
}

// A holiday is a day that offices are closed, in some years.
type holiday struct {
	on          func(year int) time.Time
	moved       []time.Weekday // from these to the next day that is free for it
	since, till int            // the years, 0 for ever
}

// holidaysOf are those of a country in a year, by the day of the year.
func holidaysOf(ncp string, year int) *[367]bool {
	var free [367]bool
	var moved []time.Time
	for _, h := range countryOf(ncp).rules {
		if year < h.since || h.till > 0 && year > h.till {
			continue
		}
		day := h.on(year)
		if slices.Contains(h.moved, day.Weekday()) {
			moved = append(moved, day)
			continue
		}
		if day.Year() == year {
			free[day.YearDay()] = true
		}
	}
	slices.SortFunc(moved, time.Time.Compare)
	for _, day := range moved {
		for weekend(day) || free[day.YearDay()] {
			day = day.AddDate(0, 0, 1)
		}
		if day.Year() == year {
			free[day.YearDay()] = true
		}
	}
	return &free
}

func weekend(day time.Time) bool {
	return day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
}

// parseHoliday reads a rule: "12-25", "easter+1", "orthodox-2",
// "monday from 05-01", with "moved" and years ("2019-", "-2023", "2017") after it.
func parseHoliday(rule string) (h holiday, err error) {
	words := strings.Fields(rule)
	if len(words) == 0 {
		return h, fmt.Errorf("an empty rule")
	}
	rest := words[1:]
	if weekday := slices.Index(weekdays, words[0]); weekday >= 0 && len(words) > 2 {
		h.on, err = weekdayFrom(time.Weekday(weekday), words[2])
		rest = words[3:]
	} else {
		h.on, err = dayRule(words[0])
	}
	for _, word := range rest {
		if from, is := movedFrom[word]; is {
			h.moved = from
			continue
		}
		if wrong := h.years(word); wrong != nil {
			return h, fmt.Errorf("%q: %w", rule, wrong)
		}
	}
	return h, err
}

// movedFrom are the days from which a holiday is moved.
var movedFrom = map[string][]time.Weekday{
	"moved": {time.Saturday, time.Sunday}, "moved-sunday": {time.Sunday},
}

var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// years reads "2019-", "-2023", "2019-2023" or "2017".
func (h *holiday) years(text string) (err error) {
	since, till, isRange := strings.Cut(text, "-")
	if !isRange {
		till = since
	}
	for _, bound := range []struct {
		text string
		to   *int
	}{{since, &h.since}, {till, &h.till}} {
		if bound.text == "" {
			continue
		}
		if *bound.to, err = strconv.Atoi(bound.text); err != nil {
			return err
		}
	}
	return nil
}

// dayRule reads a day of the year, or one counted from Easter.
func dayRule(text string) (func(int) time.Time, error) {
	for name, sunday := range map[string]func(int) time.Time{"easter": easter, "orthodox": orthodoxEaster} {
		if after, is := strings.CutPrefix(text, name); is {
			days, err := strconv.Atoi("0" + after)
			if after != "" {
				days, err = strconv.Atoi(after)
			}
			return func(year int) time.Time { return sunday(year).AddDate(0, 0, days) }, err
		}
	}
	day, err := time.Parse("01-02", text)
	return func(year int) time.Time { return time.Date(year, day.Month(), day.Day(), 0, 0, 0, 0, time.UTC) }, err
}

// weekdayFrom is the first such day of the week on or after a day of the year.
func weekdayFrom(weekday time.Weekday, text string) (func(int) time.Time, error) {
	from, err := dayRule(text)
	return func(year int) time.Time {
		day := from(year)
		return day.AddDate(0, 0, (int(weekday)-int(day.Weekday())+7)%7)
	}, err
}

// easter is Easter Sunday in the Gregorian calendar, by the anonymous algorithm
// (Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	month := (h + l - 7*m + 90) / 25
	return time.Date(year, time.Month(month), (h+l-7*m+33*month+19)%32, 0, 0, 0, 0, time.UTC)
}

// orthodoxEaster is Easter Sunday in the Julian calendar, as a day of ours: 13
// days later until 2099 (Meeus, in the same chapter).
func orthodoxEaster(year int) time.Time {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	f := d + e + 114
	return time.Date(year, time.Month(f/31), f%31+1+13, 0, 0, 0, 0, time.UTC)
}
