package forms

// A piece is what a text about time is made of: a date, a length, or the part a
// word or sign plays between them.
type piece struct {
	role   dateRole
	dated  dated // of a date
	months int   // of a length; unsure when it is no whole number
}

// unsure is a length that is not one number of months: "6 to 9 months".
const unsure = -1

// piecesOf takes a text apart. Lines do not matter: a date may be broken over two.
func piecesOf(raw string) []piece {
	ts := withoutLines(tokenize(raw))
	pieces := make([]piece, 0, len(ts))
	for i := 0; i < len(ts); {
		p, next := pieceAt(ts, i)
		pieces = append(pieces, p)
		i = next
	}
	return pieces
}

func withoutLines(ts tokens) tokens {
	kept := ts[:0]
	broken := 0
	for _, t := range ts {
		if t.kind == lineToken {
			broken = 1
			continue
		}
		t.spaces += broken
		broken = 0
		kept = append(kept, t)
	}
	return kept
}

func pieceAt(ts tokens, i int) (piece, int) {
	if next := callEnd(ts, i); next > i {
		return piece{}, next
	}
	if ts[i].kind == signToken {
		return piece{role: signRole(ts[i].text)}, i + 1
	}
	if months, next := lengthAt(ts, i); next > i {
		return lengthPieceOf(ts, i, next, months), next
	}
	if d, next := dateAt(ts, i); next > i {
		return datePieceOf(d), next
	}
	if w, next := bareAt(ts, i); next > i {
		return datePieceOf(onDate(w)), next
	}
	if times(ts, i) {
		return piece{role: eachWord}, i + 1
	}
	return piece{role: timeRole(ts[i])}, i + 1
}

func signRole(sign string) dateRole {
	switch sign {
	case "-", "/":
		return throughWord
	case ",", "&":
		return alsoWord
	case "+":
		return plusSign
	case ":":
		return colonSign
	case "'", "~":
		return fillWord
	}
	return pauseSign
}

// lengthPieceOf leaves out ages, and what is "ago".
func lengthPieceOf(ts tokens, i, next, months int) piece {
	if months == 0 || timeRole(ts.at(next)) == ageWord || timeRole(ts.at(i-1)) == ageWord {
		return piece{}
	}
	return piece{role: lengthPiece, months: months}
}

func datePieceOf(d dated) piece {
	if d == (dated{}) {
		return piece{} // impossible
	}
	return piece{role: datePiece, dated: d}
}

// times says whether an x multiplies: "2 x 6 months".
func times(ts tokens, i int) bool {
	return ts[i].text == "x" && ts.at(i-1).kind == digitsToken
}

// callEnd is where a telephone number ends, if one begins here.
func callEnd(ts tokens, i int) int {
	next := ts.at(i + 1)
	plus := ts[i].sign("+") && next.kind == digitsToken && next.spaces == 0 && (ts.at(i+2).kind == digitsToken || len(next.text) > 4)
	if !plus && timeRole(ts[i]) != callWord {
		return i
	}
	end := i + 1
	for ts.at(end).kind == digitsToken || ts.at(end).sign("./-()+:") {
		end++
	}
	return end
}

// bareAt reads the day or month that begins a range and shares the rest of its
// date with the end: "1 – 15 March 2016", "23rd to 25 May", "07-08/2015".
func bareAt(ts tokens, i int) (w when, next int) {
	if ts[i].kind != digitsToken || len(ts[i].text) > 2 {
		return w, i
	}
	end := afterOrdinal(ts, i)
	if !tiesDays(ts.at(end)) {
		return w, i
	}
	n := ts[i].figure()
	switch d, _ := dateAt(ts, end+1); {
	case d.from.month == 0 || n == 0:
		return w, i
	case d.from.day > 0 && n <= 31:
		return when{day: n}, end
	case d.from.day == 0 && n <= 12 && ts.at(end+1).kind == digitsToken && d.from == d.to:
		return when{month: n}, end
	}
	return w, i
}

func tiesDays(t token) bool {
	role := timeRole(t)
	return t.sign("-/&") || role == throughWord || role == untilWord || role == alsoWord
}
