package forms

import "github.com/shopspring/decimal"

// estimate marks the sums that a word calls estimated, or that are the ends of a
// range.
func (m *moneyReader) estimate() {
	heading := false
	for k := range m.sums {
		s := &m.sums[k]
		own, above := m.hedgedBefore(k)
		heading = heading || above
		s.Estimated = own || heading || s.ranged || m.hedgedAfter(k)
	}
}

// hedgedBefore sees the word before a sum: "estimated" anywhere on its line, or
// above as the heading of all that follow; "about" only beside it.
func (m *moneyReader) hedgedBefore(k int) (own, heading bool) {
	line, last, beside := m.sums[k].line, -1, true
	if k > 0 {
		last = m.sums[k-1].line
	}
	for i := m.sums[k].from - 1; i >= m.floor(k); i-- {
		switch role := m.word(i).role; {
		case role == hedgeWord && line == m.sums[k].line:
			own = true
		case role == hedgeWord:
			heading = heading || line > last
		case role == nearWord, m.ts[i].sign("/") && m.ts.at(i-1).sign("+") && m.ts.at(i+1).sign("-"): // "+/-"
			own = own || beside
		case m.ts[i].kind == lineToken:
			line, beside = line-1, false
		case m.ts[i].sign(")") && line == last:
			return own, heading // what it closes speaks of the sum before
		case role == 0 && m.ts[i].kind != signToken:
			beside = false
		}
	}
	return own, heading
}

// hedgedAfter sees "(estimated)" behind a sum, unless it speaks of the next.
func (m *moneyReader) hedgedAfter(k int) bool {
	s := m.sums[k]
	at := s.to
	bracket := m.ts.at(at).sign("(")
	if bracket || m.ts.at(at).sign(",") {
		at++
	}
	role := m.word(at).role
	last := k+1 == len(m.sums) || m.sums[k+1].line != s.line
	return (role == hedgeWord || role == nearWord) && (last || bracket && m.ts.at(at+1).sign(")"))
}

// total marks the sums that are the whole: as stated, else by how they stand.
func (m *moneyReader) total() {
	used := -1 // the word that speaks of the next sum
	for k := len(m.sums) - 1; k >= 0; k-- {
		s := &m.sums[k]
		after := m.totalAfter(k)
		before := m.totalBefore(k)
		s.Total = before >= 0 || after >= 0 && after != used || m.divides(k) || m.equals(k)
		used = before
	}
	if m.contradicted() {
		for k := range m.sums {
			m.sums[k].Total = false
		}
	}
	if len(m.sums) > 1 && len(m.stated()) == 0 {
		m.totalByPlace()
	}
}

// totalBefore is the word before a sum that makes it the total, or -1.
func (m *moneyReader) totalBefore(k int) int {
	floor, from := m.floor(k), m.sums[k].from
	for i := from - 1; i >= max(floor, from-mostOfName); i-- {
		if m.word(i).role == totalWord {
			return i
		}
		if m.separates(i, k) {
			break
		}
	}
	return -1
}

// separates says whether a token parts the words before it from a sum. A line end
// does not, below a heading such as "Total:".
func (m *moneyReader) separates(i, k int) bool {
	if t := m.ts[i]; t.kind == lineToken {
		free := k == 0 || m.sums[k-1].line < m.sums[k].line-1
		return !free || !m.ts.at(i-1).sign(":") && m.word(i-1).role != totalWord
	} else if t.sign(",;.()") {
		return i < m.sums[k].from-1
	}
	return m.word(i).role == andWord
}

// totalAfter is the word behind a sum that makes it the total, or -1.
func (m *moneyReader) totalAfter(k int) int {
	for i := m.sums[k].to; i < m.sums[k].to+4; i++ {
		switch role := m.word(i).role; {
		case role == totalWord:
			return i
		case role != smallWord && role != costWord && !m.ts.at(i).sign("(,"):
			return -1
		}
	}
	return -1
}

// divides says whether parts are announced behind a sum: "of which". Behind the
// last sum that makes the one before it the whole.
func (m *moneyReader) divides(k int) bool {
	last := len(m.sums) - 1
	return k < last && m.partsFollow(k) || k == last-1 && m.partsFollow(last)
}

func (m *moneyReader) partsFollow(k int) bool {
	i := m.sums[k].to
	for m.word(i).role == totalWord || m.ts.at(i).text == "in" || m.ts.at(i).sign(",(") || m.ts.at(i).kind == lineToken {
		i++
	}
	return m.word(i).role == partsWord || m.ts.at(i).text == "of" && m.ts.at(i+1).text == "which"
}

// equals says whether an equals sign sets a sum against two or more others.
func (m *moneyReader) equals(k int) bool {
	s := m.sums[k]
	if m.ts.at(s.from - 1).sign("=") {
		return k >= 2 && m.sums[k-2].line == s.line || k == 1 && m.sums[0].sameAs(s) // "4 x 2 500 = 10 000"
	}
	return m.ts.at(s.to).sign("=") && k+2 < len(m.sums) && m.sums[k+2].line == s.line && (k == 0 || m.sums[k-1].line != s.line)
}

func (s sum) sameAs(other sum) bool {
	return s.line == other.line && s.Currency == other.Currency && s.Amount.Amount.Equal(other.Amount.Amount.Decimal)
}

// contradicted says whether two different totals in one currency are stated:
// they are parts then, of two years perhaps.
func (m *moneyReader) contradicted() bool {
	stated := m.stated()
	for i := 1; i < len(stated); i++ {
		if stated[i].Currency == stated[0].Currency && !stated[i].Amount.Amount.Equal(stated[0].Amount.Amount.Decimal) {
			return true
		}
	}
	return false
}

func (m *moneyReader) stated() []sum {
	var stated []sum
	for _, s := range m.sums {
		if s.Total {
			stated = append(stated, s)
		}
	}
	return stated
}

// totalByPlace marks a sum without a name that the others add up to, or that
// stands before them like a heading.
func (m *moneyReader) totalByPlace() {
	last := len(m.sums) - 1
	switch first := &m.sums[0]; {
	case first.Label == "" && (m.addsUp(0) || m.heads()):
		first.Total = true
		m.sums[last].Total = last == 1 && m.sums[last].Currency != first.Currency // the same in another currency
	case m.sums[last].Label == "" && m.addsUp(last):
		m.sums[last].Total = true
	}
}

// addsUp says whether a sum is that of two or more others in its currency.
func (m *moneyReader) addsUp(k int) bool {
	rest := decimal.Zero
	for i, s := range m.sums {
		if s.Currency != m.sums[k].Currency {
			return false
		}
		if i != k {
			rest = rest.Add(s.Amount.Amount.Decimal)
		}
	}
	return len(m.sums) > 2 && rest.Equal(m.sums[k].Amount.Amount.Decimal)
}

// heads says whether the first sum stands alone before the others: on a line
// above theirs, which have names, or before a bracket or colon that holds them.
func (m *moneyReader) heads() bool {
	first := m.sums[0]
	if first.ranged || first.Payer != "" {
		return false
	}
	if opens := m.ts.at(first.to); opens.sign("(:") {
		return m.sums[1].line == first.line && m.insideBracket(first.to)
	}
	for _, s := range m.sums[1:] {
		if s.line == first.line || s.Label == "" && s.Payer == "" {
			return false
		}
	}
	return len(m.sums) > 2
}

// insideBracket says whether all the other sums stand before the bracket closes.
func (m *moneyReader) insideBracket(open int) bool {
	last := m.sums[len(m.sums)-1]
	for i := open; i < last.from; i++ {
		if m.ts[i].sign(")") && m.ts[open].sign("(") {
			return false
		}
	}
	return last.line == m.sums[0].line
}

// money is what was understood.
func (m *moneyReader) money() *Money {
	if len(m.sums) == 1 {
		m.sums[0].Total = !m.sums[0].ranged
	}
	money := &Money{Amounts: make([]Amount, len(m.sums))}
	several, printed := false, false
	for i, s := range m.sums {
		money.Amounts[i] = s.Amount
		if !s.printed {
			continue
		}
		several = several || printed && s.Currency != money.Currency // "F CFA" too is another than EUR
		money.Currency, printed = s.Currency, true
	}
	if several {
		money.Currency = ""
	}
	money.Total = m.whole()
	return money
}

// whole is the stated total, else the sum of the parts. Totals or parts in
// several currencies, and the ends of a range, have none.
func (m *moneyReader) whole() *Decimal {
	if stated := m.stated(); len(stated) > 0 {
		return added(stated[:1], stated)
	}
	var parts []sum
	for _, s := range m.sums {
		if s.ranged {
			return nil
		}
		if !s.rate || len(m.sums) == 1 {
			parts = append(parts, s)
		}
	}
	return added(parts, parts)
}

// added adds some sums up, if all have one currency.
func added(some, all []sum) *Decimal {
	if len(some) == 0 {
		return nil
	}
	total := decimal.Zero
	for _, s := range all {
		if s.Currency != all[0].Currency {
			return nil
		}
	}
	for _, s := range some {
		total = total.Add(s.Amount.Amount.Decimal)
	}
	return &Decimal{total}
}
