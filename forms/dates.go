package forms

import (
	"fmt"
	"strconv"
	"time"
)

// A when is a day, a month or a year; what is not known of it is 0.
type when struct{ year, month, day int }

// String writes as much as is known: "2009", "2009-10", "2009-10-01".
func (w when) String() string {
	switch {
	case w.month == 0:
		return fmt.Sprintf("%04d", w.year)
	case w.day == 0:
		return fmt.Sprintf("%04d-%02d", w.year, w.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", w.year, w.month, w.day)
}

// possible says whether there is such a day, month or year.
func (w when) possible() bool {
	if w.year != 0 && !isYear(w.year) || w.month < 0 || w.month > 12 || w.day < 0 {
		return false
	}
	return w.day == 0 || w.month > 0 && w.day <= w.lastDay()
}

// lastDay is how many days its month has; without a year February has 29.
func (w when) lastDay() int {
	year := w.year
	if year == 0 {
		year = 2000
	}
	return time.Date(year, time.Month(w.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// after says whether it is later, as far as both are known.
func (w when) after(v when) bool {
	switch {
	case w.year != v.year:
		return w.year > v.year
	case w.month == 0 || v.month == 0 || w.month != v.month:
		return w.month > v.month && v.month != 0
	}
	return w.day > v.day && v.day != 0
}

// A dated is a date as printed. It lasts from one when to another: a quarter has
// three months, everything else begins and ends with itself.
type dated struct{ from, to when }

func onDate(w when) dated { return dated{w, w} }

// dateForms are the ways to print a date, tried in turn. Each gives the date at
// a token and the token after it: the same token when there is none, and no
// year when there is one that cannot be (31/02/2016).
var dateForms = []func(tokens, int) (dated, int){partAt, figuresAt, dayAt, monthAt, yearAt}

// dateAt reads the date that begins at a token.
func dateAt(ts tokens, i int) (dated, int) {
	for _, form := range dateForms {
		if d, next := form(ts, i); next > i {
			return d, next
		}
	}
	return dated{}, i
}

// yearAt reads a year by itself: "2016", also before its month and day: "2016
// March", "2016. március 31.", "2016 m. kovo 1".
func yearAt(ts tokens, i int) (dated, int) {
	year, ok := yearOf(ts.at(i))
	if !ok || measuresAt(ts, i+1) {
		return dated{}, i
	}
	at := afterDot(ts, i+1)
	if monthOf(ts.at(at)) == 0 && timeRole(ts.at(at)) == fillWord {
		at = afterDot(ts, at+1)
		if w, next := dayAndMonth(ts, at); next > at { // "2015. gada 1. oktobris"
			w.year = year
			return onDate(w.orNone()), next
		}
	}
	month := monthOf(ts.at(at))
	if _, dated := yearOf(ts.at(at + 1)); month == 0 || dated {
		return onDate(when{year: year}), i + 1
	}
	day := ts.at(at + 1)
	if day.kind != digitsToken || len(day.text) > 2 || isUnit(ts, at+2) {
		return onDate(when{year: year, month: month}), at + 1
	}
	next := afterOrdinal(ts, at+1)
	if ts.at(next).text == "d" { // "kovo 31 d."
		next = afterDot(ts, next+1)
	}
	return onDate(when{year, month, day.figure()}.orNone()), next
}

// dayAndMonth reads a day and its month that no year follows.
func dayAndMonth(ts tokens, i int) (w when, next int) {
	if ts.at(i).kind != digitsToken || len(ts[i].text) > 2 {
		return w, i
	}
	at := afterOrdinal(ts, i)
	w = when{month: monthOf(ts.at(at)), day: ts[i].figure()}
	if _, dated := yearOf(ts.at(at + 1)); w.month == 0 || dated {
		return when{}, i
	}
	return w, at + 1
}

// afterDot passes over a dot that stands close.
func afterDot(ts tokens, i int) int {
	if t := ts.at(i); t.sign(".") && t.spaces == 0 {
		return i + 1
	}
	return i
}

// measuresAt says whether what follows makes a number something else than a
// year: "2000 EUR", "2000 persons".
func measuresAt(ts tokens, i int) bool {
	unit := unitWords()[ts.at(i).text]
	return moneyWords()[ts.at(i).text].role == currencyWord || timeRole(ts.at(i)) == thingWord || isUnit(ts, i) && unit < 12
}

func yearOf(t token) (int, bool) {
	if t.kind != digitsToken || len(t.text) != 4 {
		return 0, false
	}
	year := t.figure()
	return year, isYear(year)
}

// figure is the value of a short run of digits, or -1.
func (t token) figure() int {
	if t.kind != digitsToken || len(t.text) > 4 {
		return -1
	}
	n, err := strconv.Atoi(t.text)
	if err != nil {
		return -1
	}
	return n
}

// DateIn is the one day that a text names, "2016-12-16"; "" of none, or of several.
func DateIn(text string) string {
	date := readDate(text).Date.Date
	if date == nil || !isDay(*date) {
		return ""
	}
	return *date
}

// readDate reads the one date in a text; of several, none.
func readDate(raw string) Reading {
	only := ""
	for _, p := range piecesOf(raw) {
		from := p.dated.from
		if p.role != datePiece || from.year == 0 && from.day == 0 {
			continue
		}
		if from.year == 0 || p.dated.from != p.dated.to || only != "" && only != from.String() {
			return Reading{Date: &Date{}} // a range, or "16 or 17 December 2016"
		}
		only = from.String()
	}
	if only == "" {
		return Reading{Date: &Date{}}
	}
	return Reading{Date: &Date{Date: &only}}
}
