package forms

import (
	"strconv"

	"github.com/shopspring/decimal"
)

// A numeral is a number as printed, in any of the ways Europe writes one:
// 40 000, 59.700,00, 39,894.75, 12'000.50. A dot or comma that stands alone
// before three digits is read as a thousands separator.
type numeral struct {
	digits   int64 // all of them, without the mark
	decimals int32 // how many stand after the mark
	doubt    Doubt // Mild: one separator and three digits
	grouped  bool  // has thousands separators
	year     bool  // could be one: four plain digits, 1900 to 2100
	next     int   // the token after it
}

// most groups and digits a number may have; what is longer is no number
const (
	mostGroups = 8
	mostDigits = 18
)

// numeralAt reads the number that begins at a token. What is not written like a
// number (a date, a telephone number) is passed over whole, and not ok.
func numeralAt(ts tokens, i int) (n numeral, ok bool) {
	g := groupsAt(ts, i)
	n.next = g.next
	if g.count > mostGroups {
		return n, false
	}
	if n.decimals, n.doubt, ok = g.decimals(); !ok {
		return n, false
	}
	n.digits, ok = g.digits(ts, i)
	n.grouped = g.count > 1 && (n.decimals == 0 || g.count > 2)
	n.year = g.count == 1 && g.sizes[0] == 4 && isYear(int(n.digits))
	return n, ok
}

func isYear(n int) bool { return 1900 <= n && n <= 2100 }

// decimal is its value.
func (n numeral) decimal() decimal.Decimal {
	return decimal.New(n.digits, -n.decimals)
}

// scaled is its value with that many noughts added. One separator and three
// digits before "million" are decimals: nobody writes 1.200 million for more
// than a billion.
func (n numeral) scaled(noughts int32) numeral {
	if noughts >= 6 && n.doubt == Mild {
		n.decimals, n.doubt = 3, Ambiguous
	}
	for ; noughts > 0 && n.decimals > 0; noughts-- {
		n.decimals--
	}
	for ; noughts > 0 && n.digits < 1e17 && n.digits > -1e17; noughts-- {
		n.digits *= 10
	}
	return n
}

// groups are the runs of digits of one number, and what separates them.
type groups struct {
	sizes [mostGroups]int
	marks [mostGroups]byte // before each group but the first
	count int              // may exceed what is kept
	zero  bool             // it begins with a nought: no thousands then
	next  int
}

func groupsAt(ts tokens, i int) groups {
	g := groups{count: 1, next: i + 1}
	g.sizes[0], g.zero = len(ts[i].text), ts[i].text[0] == '0'
	for {
		mark, next := g.separator(ts)
		if mark == 0 {
			return g
		}
		if g.count < mostGroups {
			g.sizes[g.count], g.marks[g.count] = len(ts[next-1].text), mark
		}
		g.count, g.next = g.count+1, next
	}
}

// separator is what leads to one more group of digits, and the token after that
// group. A space does so only between thousands.
func (g *groups) separator(ts tokens) (mark byte, next int) {
	t, after := ts.at(g.next), ts.at(g.next+1)
	if t.kind == digitsToken && t.spaces == 1 && len(t.text) == 3 && g.sizes[0] <= 3 && g.spacedSoFar() {
		return ' ', g.next + 1
	}
	if t.sign(".,'") && t.spaces == 0 && after.kind == digitsToken && after.spaces == 0 {
		return t.text[0], g.next + 2
	}
	return 0, g.next
}

func (g *groups) spacedSoFar() bool {
	return g.count == 1 || g.count <= mostGroups && g.marks[g.count-1] == ' '
}

// decimals says how many digits stand after the decimal mark, and whether the
// groups are those of a number at all.
func (g *groups) decimals() (after int32, doubt Doubt, ok bool) {
	last := g.count - 1
	if last == 0 {
		return 0, Sure, true
	}
	mark, size := g.marks[last], g.sizes[last]
	switch {
	case last == 1 && (mark == '.' || mark == ','):
		return g.oneMark(size)
	case g.uniform(last+1) && g.thousands(last+1):
		return 0, Sure, true
	case mark == ' ' || mark == '\'' || !g.uniform(last) || !g.thousands(last):
		return 0, Sure, false
	case mark == g.marks[last-1] || size > 2:
		return int32(size), Ambiguous, size <= 3
	}
	return int32(size), Sure, true
}

// oneMark reads a single dot or comma: thousands before three digits, else
// decimals.
func (g *groups) oneMark(size int) (after int32, doubt Doubt, ok bool) {
	switch {
	case size <= 2:
		return int32(size), Sure, true
	case g.thousands(2):
		return 0, Mild, true
	}
	return int32(size), Ambiguous, true
}

// uniform says whether the first so many groups have the same separator.
func (g *groups) uniform(count int) bool {
	for i := 2; i < count; i++ {
		if g.marks[i] != g.marks[1] {
			return false
		}
	}
	return true
}

// thousands says whether the first so many groups have the sizes of thousands.
func (g *groups) thousands(count int) bool {
	for i := 1; i < count; i++ {
		if g.sizes[i] != 3 {
			return false
		}
	}
	return !g.zero && g.sizes[0] <= 3
}

func (g *groups) digits(ts tokens, i int) (int64, bool) {
	buffer := make([]byte, 0, mostDigits+1)
	for ; i < g.next; i++ {
		if ts[i].kind != digitsToken {
			continue
		}
		if len(buffer)+len(ts[i].text) > mostDigits {
			return 0, false
		}
		buffer = append(buffer, ts[i].text...)
	}
	value, err := strconv.ParseInt(string(buffer), 10, 64)
	return value, err == nil
}

// readNumber reads the one number in a text; of several, none.
func readNumber(raw string) Reading {
	ts := tokenize(raw)
	var only *Decimal
	for i := 0; i < len(ts); {
		if ts[i].kind != digitsToken {
			i++
			continue
		}
		n, ok := numeralAt(ts, i)
		if ok && only != nil {
			return Reading{Number: &Number{}}
		}
		if ok {
			only = valueOf(ts, i, n)
		}
		i = n.next
	}
	if only == nil {
		only = spelledNumber(ts)
	}
	return Reading{Number: &Number{Number: only}}
}

// valueOf is a number with its sign and with the word for thousands or millions
// after it.
func valueOf(ts tokens, i int, n numeral) *Decimal {
	if meaning := moneyWords()[ts.at(n.next).text]; meaning.role == scaleWord && len(ts.at(n.next).text) > 1 {
		n = n.scaled(meaning.noughts)
	}
	if sign := ts.at(i - 1); sign.sign("-") && ts[i].spaces == 0 && (i == 1 || sign.spaces > 0) {
		n.digits = -n.digits
	}
	return &Decimal{n.decimal()}
}

// spelledNumber is the number of a text that is nothing but a number in words.
func spelledNumber(ts tokens) *Decimal {
	n, next := countAt(ts, 0)
	if next == 0 || next < len(ts) && !(next == len(ts)-1 && ts[next].sign(".")) {
		return nil
	}
	return &Decimal{decimal.New(int64(n), 0)}
}
