package forms

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// dayFormats print a day; the number of a month may be replaced by its name.
var dayFormats = []string{"2/1/2006", "02/01/2006", "2.1.2006", "02.01.2006", "2. 1. 2006", "02-01-2006", "2006-01-02", "2006/01/02"}

var rangeFormats = []string{"%s – %s", "%s - %s", "%s-%s", "%s\n%s", "from %s to %s", "%s until %s", "du %s au %s", "vom %s bis %s", "van %s tot %s", "fra %s til %s", "%s / %s"}

func drawDay(t *rapid.T, label string) time.Time {
	return time.Date(2000, 1, 1+rapid.IntRange(0, 12000).Draw(t, label), 0, 0, 0, 0, time.UTC)
}

// withMonthName prints a day or month with its name in one of the languages.
func withMonthName(t *rapid.T, day time.Time, pattern string) string {
	names := strings.Fields(rapid.SampledFrom(monthNames).Draw(t, "language"))
	name := names[day.Month()-1]
	if strings.HasPrefix(name, "listopad") { // October in Croatia, November in Poland: read as the latter
		name = day.Month().String()
	}
	return strings.NewReplacer("D", fmt.Sprint(day.Day()), "M", name, "Y", fmt.Sprint(day.Year())).Replace(pattern)
}

func TestPeriodsReadBackInEveryConvention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start, end := drawDay(t, "start"), drawDay(t, "end")
		if end.Before(start) {
			start, end = end, start
		}
		connect := rapid.SampledFrom(rangeFormats).Draw(t, "range")
		if strings.Contains(connect, "\n") {
			connect = "%s –\n%s"
		}
		var first, last, form string
		switch precision := rapid.SampledFrom([]string{"figures", "days", "months"}).Draw(t, "precision"); precision {
		case "figures":
			layout := rapid.SampledFrom(dayFormats).Draw(t, "layout")
			first, last, form = start.Format(layout), end.Format(layout), "2006-01-02"
		case "days":
			pattern := rapid.SampledFrom([]string{"D M Y", "D. M Y", "Dth of M Y", "M D, Y"}).Draw(t, "pattern")
			first, last, form = withMonthName(t, start, pattern), withMonthName(t, end, pattern), "2006-01-02"
		case "months":
			pattern := rapid.SampledFrom([]string{"M Y", "M, Y", "M. Y", "Y M"}).Draw(t, "pattern")
			first, last, form = withMonthName(t, start, pattern), withMonthName(t, end, pattern), "2006-01"
		}
		raw := fmt.Sprintf(connect, first, last)
		p := readPeriod(raw).Period
		if p.Start == nil || p.End == nil || *p.Start != start.Format(form) || *p.End != end.Format(form) || p.Reversed || p.Backward {
			t.Fatalf("%q is %s, expected %s..%s", raw, sketchedPeriod(p), start.Format(form), end.Format(form))
		}
	})
}

func TestLengthsReadBackInEveryLanguage(t *testing.T) {
	patterns := []string{"%d months", "%d-month", "%d mois", "%d Monate", "%d maanden", "%d måneder", "%d månader", "%d kuukautta", "%d miesięcy", "(%d months)", "duration: %d months."}
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.IntRange(1, 99).Draw(t, "months")
		raw := fmt.Sprintf(rapid.SampledFrom(patterns).Draw(t, "pattern"), months)
		if p := readPeriod(raw).Period; p.Months == nil || *p.Months != months {
			t.Fatalf("%q is %s", raw, sketchedPeriod(p))
		}
	})
}

func FuzzPeriod(f *testing.F) {
	for _, raw := range []string{
		"4 Months – October 2009 / January 2010", "5 Months + 5 Months of extension\nSeptember 2011- June 2012", "1/9/2012 – 28/2/2013(6 months)",
		"I: 12.12.2011 – 01.08.2012 (8 months); prolonged until  30.09.2012", "1 October – 31 December 2011", "2015/16, Q1-Q3 2017, 07-08/2015",
		"since mid-2014; half a year and a half", "tel. +32 2 793 2016", "31/02/2016 – 13/2016", "May\u0301 2016 \u00ad– 2\u200b016",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		p := readPeriod(raw).Period
		for _, date := range []*string{p.Start, p.End, readDate(raw).Date.Date} {
			if date == nil {
				continue
			}
			if _, err := time.Parse("2006-01-02"[:len(*date)], *date); err != nil {
				t.Errorf("%q is no date", *date)
			}
		}
		if p.Months != nil && *p.Months <= 0 || p.Span < 0 {
			t.Errorf("%v months, span %d", p.Months, p.Span)
		}
		if n := readNumber(raw).Number.Number; n != nil && n.Exponent() < -mostDigits {
			t.Errorf("number %s", n)
		}
	})
}

func FuzzTokens(f *testing.F) {
	f.Add("40 000,- € – ça\u0301\r\n1’000")
	f.Add("\xff1\u2028é\u00ad2")
	f.Fuzz(func(t *testing.T, raw string) {
		end := 0
		for _, token := range tokenize(raw) {
			if token.kind == 0 || token.start < end || token.end <= token.start || token.end > len(raw) {
				t.Fatalf("token %v after %d", token, end)
			}
			if between := raw[end:token.start]; utf8.ValidString(raw) && strings.ContainsAny(between, "0123456789abcxyzABCXYZ.,€\n") {
				t.Fatalf("%q was lost", between)
			}
			end = token.end
		}
	})
}
