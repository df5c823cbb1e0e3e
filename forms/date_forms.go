package forms

// figuresAt reads dates in figures: 1/9/2012, 12.12.2011, 2016-03-01, 03/2016,
// 2016-03. The day comes first, unless only the American order is possible.
func figuresAt(ts tokens, i int) (dated, int) {
	sep, count := figures(ts, i)
	if count == 3 || count == 6 { // two days with a dash between, perhaps
		if w, ok := threeFigures(ts[i], ts[i+2], ts[i+4]); ok {
			return onDate(w.orNone()), i + 5
		}
	}
	if count == 2 || count == 4 && alike(ts, i) {
		return twoFigures(ts, i, sep)
	}
	if count > 3 && !yearsIn(ts, i) {
		return dated{}, i + 2*count - 1 // a telephone number
	}
	return dated{}, i
}

// alike says whether four figures are two months: "03-2016-09-2016".
func alike(ts tokens, i int) bool {
	_, a := yearOf(ts[i])
	_, b := yearOf(ts[i+2])
	_, c := yearOf(ts[i+4])
	_, d := yearOf(ts[i+6])
	return a != b && a == c && b == d
}

// orNone is the date if there can be one, else none.
func (w when) orNone() when {
	if !w.possible() {
		return when{}
	}
	return w
}

// mostFigures is how far a chain of figures is followed.
const mostFigures = 8

// figures counts the runs of digits that one separator joins.
func figures(ts tokens, i int) (sep string, count int) {
	if ts.at(i).kind != digitsToken {
		return "", 0
	}
	for count = 1; count < mostFigures; count++ {
		at := i + 2*count - 1
		mark, next := ts.at(at), ts.at(at+1)
		tight := mark.spaces == 0 && next.spaces == 0
		if !mark.sign("./-") || next.kind != digitsToken || !tight && mark.text == "-" || count > 1 && mark.text != sep {
			return sep, count
		}
		if isUnit(ts, at+2) {
			return sep, count // "2016-6 months"
		}
		sep = mark.text
	}
	return sep, count
}

// yearsIn says whether two years stand first: a list of years, no telephone number.
func yearsIn(ts tokens, i int) bool {
	_, first := yearOf(ts[i])
	_, second := yearOf(ts[i+2])
	return first && second
}

// threeFigures is the day that three figures name; ok also if there is no such day.
func threeFigures(a, b, c token) (w when, ok bool) {
	short := len(a.text) <= 2 && len(b.text) <= 2
	first, yearFirst := yearOf(a)
	last, yearLast := yearOf(c)
	switch {
	case yearFirst && len(b.text) <= 2 && len(c.text) <= 2:
		return when{first, b.figure(), c.figure()}, true
	case short && yearLast:
		w = when{last, b.figure(), a.figure()}
	case short && len(c.text) == 2:
		w = when{century(c.figure()), b.figure(), a.figure()}
	default:
		return when{}, short && len(c.text) == 4
	}
	if american := (when{w.year, w.day, w.month}); !w.possible() && american.possible() {
		return american, true
	}
	return w, true
}

// century completes a year of two figures.
func century(year int) int {
	if year >= 50 {
		return 1900 + year
	}
	return 2000 + year
}

// twoFigures reads a month and a year, or a day and a month whose year follows
// later: "1/9 – 28/2/2013".
func twoFigures(ts tokens, i int, sep string) (dated, int) {
	a, b := ts[i], ts[i+2]
	if sep == "." && b.spaces > 0 {
		return dated{}, i
	}
	if year, ok := yearOf(b); ok && len(a.text) <= 2 {
		return onDate(monthIn(year, a.figure())), i + 3
	}
	if year, ok := yearOf(a); ok {
		return monthOrYears(ts, i, year)
	}
	w := when{month: b.figure(), day: a.figure()}
	if sep == "-" || len(a.text) > 2 || len(b.text) > 2 || w.month == 0 || w.day == 0 || !w.possible() {
		return dated{}, i
	}
	next := i + 3
	if t := ts.at(next); t.sign(".") && t.spaces == 0 {
		next++
	}
	if year, ok := yearOf(ts.at(next)); ok && sep == "/" && !measuresAt(ts, next+1) {
		w.year, next = year, next+1 // "20/9 2016"
	}
	return onDate(w.orNone()), next
}

// monthOrYears tells 2016-03 from 2015-16 and 2015/16: two figures that follow
// those of the year are the next year, unless other dates beside it are in
// figures, too.
func monthOrYears(ts tokens, i, year int) (dated, int) {
	second, tight := ts[i+2], ts[i+1].spaces == 0 && ts[i+2].spaces == 0
	if len(second.text) != 2 && ts[i+1].text == "-" || len(second.text) > 2 || !tight {
		return dated{}, i
	}
	n := second.figure()
	if next := year - year%100 + n; n > 12 && next > year || next == year+1 && !besideMonth(ts, i) {
		return dated{when{year: year}, when{year: next}}, i + 3
	}
	return onDate(monthIn(year, n)), i + 3
}

// besideMonth says whether a date such as 2016-03 stands before or after this
// one, so that this is a month as well.
func besideMonth(ts tokens, i int) bool {
	before, after := ts.at(i-4), ts.at(i+4)
	_, yearBefore := yearOf(before)
	_, yearAfter := yearOf(after)
	return yearBefore && ts.at(i-3).sign("-") && len(ts.at(i-2).text) == 2 ||
		yearAfter && ts.at(i+5).sign("-") && len(ts.at(i+6).text) == 2
}

func monthIn(year, month int) when {
	if month < 1 {
		return when{}
	}
	return when{year: year, month: month}.orNone()
}

// dayAt reads a day and its month by name: "1 October", "1st of May 2016", "1er
// mai", "1. Mai 2016".
func dayAt(ts tokens, i int) (dated, int) {
	if ts.at(i).kind != digitsToken || len(ts[i].text) > 2 {
		return dated{}, i
	}
	at := afterOrdinal(ts, i)
	if timeRole(ts.at(at)) == fillWord {
		at++
	}
	month := monthOf(ts.at(at))
	if month == 0 {
		return dated{}, i
	}
	year, next := yearAfter(ts, at+1)
	return onDate(when{year, month, ts[i].figure()}.orNone()), next
}

// afterOrdinal passes over "st", "er" or the dot behind a day.
func afterOrdinal(ts tokens, i int) int {
	next := ts.at(i + 1)
	if next.spaces == 0 && (next.sign(".°º") || timeRole(next) == nthWord) {
		return i + 2
	}
	return i + 1
}

// monthAt reads a month by name, with what follows: "October 2009", "May 1, 2016",
// "Oct '09".
func monthAt(ts tokens, i int) (dated, int) {
	month := monthOf(ts.at(i))
	if month == 0 {
		return dated{}, i
	}
	if day := ts.at(i + 1); day.kind == digitsToken && len(day.text) <= 2 && !isUnit(ts, i+2) && monthOf(ts.at(i+2)) == 0 {
		return daysAt(ts, i+1, month)
	}
	year, next := yearAfter(ts, i+1)
	return onDate(when{year: year, month: month}), next
}

// daysAt reads the day behind its month, or two: "May 1, 2016", "May 1st – 15th, 2016".
func daysAt(ts tokens, i, month int) (dated, int) {
	first, last := when{0, month, ts[i].figure()}, when{0, month, ts[i].figure()}
	next := afterOrdinal(ts, i)
	if t := ts.at(next + 1); tiesDays(ts.at(next)) && t.kind == digitsToken && len(t.text) <= 2 && !isUnit(ts, next+2) {
		if year, end := yearAfter(ts, afterOrdinal(ts, next+1)); year > 0 {
			last.day, first.year, last.year = t.figure(), year, year
			return dated{first.orNone(), last.orNone()}, end
		}
	}
	year, next := yearAfter(ts, next)
	first.year = year
	return onDate(first.orNone()), next
}

// yearAfter reads the year behind a month, and the token after it; 0 when there
// is none.
func yearAfter(ts tokens, i int) (year, next int) {
	at := i
	if ts.at(at).sign(".") && ts[at].spaces == 0 {
		i, at = i+1, at+1
	}
	if year, ok := shortYear(ts, at); ok {
		return year, at + 2
	}
	if ts.at(at).sign(",-/(") || timeRole(ts.at(at)) == fillWord {
		at++
	}
	year, ok := yearOf(ts.at(at))
	if !ok || measuresAt(ts, at+1) {
		return 0, i
	}
	return year, at + 1
}

// shortYear reads "'09", and "-09" glued to its month.
func shortYear(ts tokens, i int) (int, bool) {
	mark, year := ts.at(i), ts.at(i+1)
	if year.kind != digitsToken || len(year.text) != 2 || year.spaces > 0 || monthOf(ts.at(i+2)) > 0 {
		return 0, false
	}
	if !mark.sign("'") && !(mark.sign("-/") && mark.spaces == 0) || isUnit(ts, i+2) {
		return 0, false
	}
	return century(year.figure()), true
}

// partAt reads a quarter or a half of a year: "Q1 2016", "2016 Q3", "1st quarter
// of 2016", "second half of 2015".
func partAt(ts tokens, i int) (dated, int) {
	year, first := yearOf(ts.at(i))
	at := i
	if first {
		at++
	}
	n, months, next := partNumber(ts, at)
	if n == 0 {
		return dated{}, i
	}
	if !first {
		year, next = yearAfter(ts, next)
	}
	if year == 0 && months == 6 {
		return dated{}, i // the first half of something else
	}
	return dated{when{year: year, month: months*(n-1) + 1}, when{year: year, month: months * n}}, next
}

// partNumber is which part of a year begins at a token, and how long such a part is.
func partNumber(ts tokens, i int) (n, months, next int) {
	letter, after := ts.at(i), afterOrdinal(ts, i)
	if b := ts.at(i + 1); len(letter.text) == 1 && b.spaces == 0 {
		n, months, next = b.figure(), partMonths(letter), i+2
	}
	if months == 0 {
		n, months, next = max(letter.figure(), ordinalWords()[letter.text]), partMonths(ts.at(after)), after+1
	}
	if months == 6 && n == 4 && ts.at(i).kind == wordToken {
		n = 2 // the last half
	}
	if n < 1 || months == 0 || n*months > 12 {
		return 0, 0, i
	}
	return n, months, next
}

func partMonths(t token) int {
	switch timeRole(t) {
	case quarterWord:
		return 3
	case halfYearWord, halfWord:
		return 6
	}
	return 0
}
