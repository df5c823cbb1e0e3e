package forms

import (
	"fmt"
	"time"
)

func periodUnread(c *cell) finding {
	p := c.reading.Period
	if p == nil || c.silent() || p.Start != nil || p.End != nil {
		return finding{}
	}
	return found(Warning)
}

func periodReversed(c *cell) finding {
	p := c.reading.Period
	switch {
	case p == nil || c.silent() || !p.Reversed && !p.Backward:
		return finding{}
	case p.Reversed:
		return found(Error)
	}
	return found(Warning)
}

// periodLength allows a month of difference: people count from the middle of
// one month to the middle of another.
func periodLength(c *cell) finding {
	p := c.reading.Period
	if p == nil || p.Months == nil || p.Span <= 0 || c.silent() || c.corrected().Months != nil {
		return finding{}
	}
	if difference := *p.Months - p.Span; difference >= -1 && difference <= 1 {
		return finding{}
	}
	return found(Warning, months(*p.Months), months(p.Span))
}

func months(n int) string {
	if n == 1 {
		return "1 month"
	}
	return fmt.Sprintf("%d months", n)
}

// earlier says whether a date comes before another, as far as both are known:
// "2016" and "2016-05" are not apart.
func earlier(a, b string) bool {
	known := min(len(a), len(b))
	return a[:known] < b[:known]
}

// monthsFrom counts the months that two dates span, both included; 0 where one
// of them is not known by month.
func monthsFrom(start, end string) int {
	first, err := time.Parse("2006-01", start[:min(len(start), len("2006-01"))])
	if err != nil {
		return 0
	}
	last, err := time.Parse("2006-01", end[:min(len(end), len("2006-01"))])
	if err != nil {
		return 0
	}
	return max(0, 12*(last.Year()-first.Year())+int(last.Month()-first.Month())+1)
}
