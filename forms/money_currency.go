package forms

// currencyBefore takes the currency that stands before a number: "EUR 40 000",
// "kr. 500", "(in EUR) 40", "k€ 100". What an earlier sum used is not free.
func (m *moneyReader) currencyBefore(s *sum, used int) bool {
	at := s.from - 1
	if m.ts.at(at).sign(".:)") {
		at--
	}
	w := m.word(at)
	if at < used || w.role != currencyWord || s.n.year && m.between(at, s.from) {
		return false
	}
	s.Currency, s.printed = w.code, true
	s.scale(w.noughts)
	if m.ts.at(at-1).sign("(") && m.ts.at(at+1).sign(")") {
		at--
	}
	s.from = m.prefix(s, at, used)
	return true
}

// between says whether a sign stands between a currency and a year: "EUR. 2016".
func (m *moneyReader) between(at, from int) bool { return at+1 < from }

// prefix takes a letter or two glued to the currency: "k€", "US$".
func (m *moneyReader) prefix(s *sum, at, used int) int {
	glued := m.ts.at(at).kind == signToken && m.ts[at].spaces == 0
	if !glued || at-1 < used {
		return at
	}
	switch before := m.ts.at(at - 1).text; before {
	case "k", "t", "m":
		s.scale(letterNoughts[before])
	case "us", "s":
	default:
		return at
	}
	return at - 1
}

// scaleAfter takes the word for many noughts: "1.2 million", "1,5 Mio.", "40k".
func (m *moneyReader) scaleAfter(s *sum, currency bool) {
	noughts := m.noughtsAt(s.to, currency)
	if noughts == 0 {
		return
	}
	s.scale(noughts)
	if noughts == 3 && m.ts[s.to].text == "mil" {
		s.n.doubt = Ambiguous // a thousand in Lisbon, a million in Prague, where a dot ends it as a rule
	}
	s.to++
	if next := m.word(s.to + 1).role; m.ts.at(s.to).sign(".") && (next == currencyWord || next == nationWord) {
		s.to++
	}
}

// noughtsAt is how many noughts the word at a token stands for. A single letter
// counts only where a currency does, too: "100 k€", "€1.2m"; but so does "15k".
func (m *moneyReader) noughtsAt(i int, currency bool) int32 {
	t, w := m.ts.at(i), m.word(i)
	if t.kind == wordToken && len(t.text) == 1 {
		glued := t.spaces == 0 && (currency || t.text == "k")
		if glued || m.word(i+1).role == currencyWord && (t.text != "t" || m.ts.at(i+1).kind == signToken) {
			return letterNoughts[t.text]
		}
		return 0
	}
	if w.role != scaleWord {
		return 0
	}
	return w.noughts
}

func (s *sum) scale(noughts int32) {
	s.n, s.noughts = s.n.scaled(noughts), s.noughts+noughts
}

// currencyAfter takes the currency that stands after a number: "40 000 Euro",
// "12 kEUR", "40.000 (EUR)", "5 millions d'euros", "100 norske kroner".
func (m *moneyReader) currencyAfter(s *sum) {
	at, closed := m.beforeCurrency(s)
	nation, w := m.word(at), m.word(at)
	if nation.role == nationWord {
		at++
		w = m.word(at)
	}
	if closed && !m.ts.at(at+1).sign(")") || w.role != currencyWord || s.n.year && m.ts.at(at+1).kind == digitsToken {
		return
	}
	if s.to = at + 1; closed {
		s.to++
	}
	if nation.role != nationWord && w.code == "" && m.word(s.to).role == nationWord {
		nation = m.word(s.to)
		s.to++
	}
	if s.Currency, s.printed = w.code, true; nation.role == nationWord {
		s.Currency = nation.code
	}
	s.scale(w.noughts)
}

// beforeCurrency passes over what may stand between a number and its currency;
// closed is an open bracket.
func (m *moneyReader) beforeCurrency(s *sum) (at int, closed bool) {
	switch t := m.ts.at(s.to).text; {
	case t == "(":
		return s.to + 1, true
	case t == "d" && m.ts.at(s.to+1).sign("'"):
		return s.to + 2, false
	case s.noughts > 0 && (t == "de" || t == "of"), m.ts.at(s.to+1).text == "cfa": // "5 000 francs CFA"
		return s.to + 1, false
	}
	return s.to, false
}
