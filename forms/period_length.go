package forms

// lengthAt reads a length of time, in months, and the token after it: "6 months",
// "one year and six months", "half a year". Weeks and days give none.
func lengthAt(ts tokens, i int) (months, next int) {
	tenths, at := amountOfTime(ts, i)
	if at == i {
		return 0, i
	}
	unit, at := unitAt(ts, at)
	if at == 0 {
		return 0, i
	}
	months, next = wholeMonths(tenths, unit), at
	if unit != 12 || months < 0 {
		return months, next
	}
	if end := halfAt(ts, next); end > next {
		return months + 6, end
	}
	if more, end := moreMonths(ts, next); end > next && more > 0 {
		return months + more, end
	}
	return months, next
}

func wholeMonths(tenths, unit int) int {
	if tenths < 0 || tenths*unit%10 != 0 {
		return unsure
	}
	return tenths * unit / 10
}

// amountOfTime reads how many units, in tenths: "6", "1,5", "six", "half a",
// "6 (six)", "5 + 5", "one and a half"; unsure for "6 to 9".
func amountOfTime(ts tokens, i int) (tenths, next int) {
	if timeRole(ts.at(i)) == halfWord {
		_, article := countAt(ts, i+1)
		return 5, max(i+1, article)
	}
	tenths, next = tenthsAt(ts, i)
	if next == i {
		return 0, i
	}
	if _, end := tenthsAt(ts, next+1); ts.at(next).sign("(") && ts.at(end).sign(")") {
		return tenths, end + 1
	}
	if more, end := tenthsAt(ts, next+1); ts.at(next).sign("+") && end > next+1 {
		return tenths + more, end
	}
	if end := halfAt(ts, next); end > next {
		return tenths + 5, end
	}
	if upper, end := upperAt(ts, next); end > next && upper > tenths {
		return unsure, end
	}
	return tenths, next
}

// tenthsAt reads a number below a thousand, in tenths.
func tenthsAt(ts tokens, i int) (tenths, next int) {
	t := ts.at(i)
	if t.kind == wordToken {
		n, end := countAt(ts, i)
		return 10 * n, max(i, end)
	}
	if t.kind != digitsToken || len(t.text) > 3 {
		return 0, i
	}
	mark, tenth := ts.at(i+1), ts.at(i+2)
	if mark.sign(".,") && mark.spaces == 0 && tenth.kind == digitsToken && tenth.spaces == 0 && len(tenth.text) == 1 {
		return 10*t.figure() + tenth.figure(), i + 3
	}
	return 10 * t.figure(), i + 1
}

// upperAt reads the other end of "6 to 9".
func upperAt(ts tokens, i int) (tenths, next int) {
	if role := timeRole(ts.at(i)); !ts.at(i).sign("-/") && role != throughWord && role != untilWord && ts.at(i).text != "or" {
		return 0, i
	}
	tenths, next = tenthsAt(ts, i+1)
	if next == i+1 {
		return 0, i
	}
	return tenths, next
}

// unitAt reads the unit, also behind a hyphen: "6-month". Without one the token
// is 0.
func unitAt(ts tokens, i int) (unit, next int) {
	if !isUnit(ts, i) {
		return 0, 0
	}
	if ts[i].sign("-") {
		i++
	}
	return unitWords()[ts[i].text], i + 1
}

// halfAt passes over "and a half".
func halfAt(ts tokens, i int) int {
	at := i
	if timeRole(ts.at(at)) != alsoWord {
		return i
	}
	if at++; countWords()[ts.at(at).text] == 1 {
		at++
	}
	if timeRole(ts.at(at)) != halfWord {
		return i
	}
	return at + 1
}

// moreMonths reads the months behind some years: "and 6 months".
func moreMonths(ts tokens, i int) (months, next int) {
	at := i
	if ts.at(at).sign(",") || timeRole(ts.at(at)) == alsoWord {
		at++
	}
	tenths, end := tenthsAt(ts, at)
	if end == at {
		return 0, i
	}
	if unit, after := unitAt(ts, end); after > 0 && unit == 1 {
		return wholeMonths(tenths, 1), after
	}
	return 0, i
}
