package forms

// link ties each number to the one before it on its line, where a sign or a word
// does: "20 000 + 30 000", "10.000 – 15.000 €".
func (m *moneyReader) link() {
	for k := 1; k < len(m.sums); k++ {
		a, b := &m.sums[k-1], &m.sums[k]
		if a.line != b.line {
			continue
		}
		between := m.word(a.to).role
		switch direct := a.to+1 == b.from; {
		case direct && (m.ts[a.to].sign("-") || between == toWord), direct && between == andWord && m.word(a.from-1).role == betweenWord:
			b.linked = m.joinRange(a, b)
		case direct && between == andWord, m.ts[b.from-1].sign("+="):
			b.linked = true
		}
	}
}

// joinRange makes one range of two numbers, if they can be its ends: the lower
// first, and no year, which would be the name of the sum after the dash.
func (m *moneyReader) joinRange(a, b *sum) bool {
	lower := a.n
	if a.noughts == 0 && !(a.printed && b.printed) && a.n.digits < 1000 {
		lower = lower.scaled(b.noughts)
	}
	if thousands := lower.scaled(3); !a.printed && b.n.grouped && b.noughts == 0 && thousands.digits < b.n.digits {
		lower = thousands // "20 – 30 000 EUR"
	}
	named := a.n.year && !a.printed && (a.n.digits%100 != 0 || b.n.grouped)
	if named || b.n.year && !b.printed || !lower.decimal().LessThan(b.n.decimal()) {
		return false
	}
	a.n, a.ranged, b.ranged = lower, true, true
	return true
}

// keep drops the numbers that are no amounts.
func (m *moneyReader) keep() {
	printed, alone := m.anyPrinted(), m.onlyNumbers()
	kept := m.sums[:0]
	for from := 0; from < len(m.sums); {
		to, tied := m.chain(from)
		for k := from; k < to; k++ {
			s := m.sums[k]
			if s.printed || alone || !s.n.year && (tied && !m.counted(s, true) || m.stands(s, printed)) {
				kept = append(kept, s)
			}
		}
		from = to
	}
	m.sums = kept
}

// chain is where the numbers linked to this one end, and whether a currency
// stands with one of them.
func (m *moneyReader) chain(from int) (to int, printed bool) {
	to, printed = from+1, m.sums[from].printed
	for ; to < len(m.sums) && m.sums[to].linked; to++ {
		printed = printed || m.sums[to].printed
	}
	return to, printed && to > from+1
}

// stands says whether a number without a currency is an amount by itself:
// because a word says so, or because it has a line or a label of its own.
func (m *moneyReader) stands(s sum, printed bool) bool {
	if m.counted(s, false) {
		return false
	}
	return s.hinted && (s.large() || !printed) || s.large() && (m.hintAfter(s) || m.apart(s))
}

// large says whether a number looks like a sum of money, and not like a count.
func (s sum) large() bool {
	return s.noughts > 0 || s.n.grouped || s.n.decimals > 0 || s.n.digits >= 1000 && !s.n.year
}

// longestDivision is how many tokens the parts of a sum may take in a bracket.
const longestDivision = 40

// counted says whether a number counts what comes next: "300 persons". After a
// sum that was named already a name may come: "+ 75.000 German Office".
func (m *moneyReader) counted(s sum, nameMayFollow bool) bool {
	next := m.ts.at(s.to)
	if next.kind != wordToken {
		return false
	}
	switch m.word(s.to).role {
	case 0:
		return !nameMayFollow || !capital(m.raw, next.start)
	case phaseWord:
		return true
	}
	return false
}

// hintAfter sees the word behind: "180.000 (estimated)", "25 000 in total".
func (m *moneyReader) hintAfter(s sum) bool {
	for i := s.to; i < s.to+3; i++ {
		if m.ts.at(i).kind == lineToken {
			return false
		}
		if role := m.word(i).role; role == hedgeWord || role == totalWord {
			return true
		}
	}
	return false
}

// apart says whether a number is alone on its line, or ends what a colon began.
func (m *moneyReader) apart(s sum) bool {
	before, after := m.ts.at(s.from-1), m.ts.at(s.to)
	begins := before.kind == 0 || before.kind == lineToken || before.sign("(:=") || m.divided(s)
	ends := after.kind == 0 || after.kind == lineToken || after.sign("(),;") || m.word(s.to).role == smallWord
	return begins && ends
}

// divided says whether a number with a name before it stands in the bracket
// behind a sum: "120 000 EUR (Austria 40 000, Germany 80 000)".
func (m *moneyReader) divided(s sum) bool {
	name := m.ts.at(s.from - 1)
	if name.kind != wordToken || m.said(s.from-1) != 0 || !capital(m.raw, name.start) {
		return false
	}
	for i := s.from - 2; i > s.from-longestDivision; i-- {
		switch t := m.ts.at(i); {
		case t.sign("("):
			return m.word(i-1).role == currencyWord
		case t.kind == 0, t.kind == lineToken, t.sign(")"):
			return false
		}
	}
	return false
}

func (m *moneyReader) anyPrinted() bool {
	for _, s := range m.sums {
		if s.printed {
			return true
		}
	}
	return false
}

// onlyNumbers says whether a text is nothing but a number, or several large ones,
// and what may be said of amounts.
func (m *moneyReader) onlyNumbers() bool {
	for _, s := range m.sums {
		if len(m.sums) > 1 && !s.large() {
			return false
		}
	}
	for i, t := range m.ts {
		if t.kind == wordToken && m.word(i).role == 0 {
			return false
		}
	}
	return true
}

// price gives every amount its value and its currency: the one beside it, else that of
// its line, else the only one of the whole text.
func (m *moneyReader) price() {
	var lines map[int]string
	only := ""
	for k := range m.sums {
		s := &m.sums[k]
		if !s.printed && lines == nil {
			lines, only = m.printedCurrencies()
		}
		if code, near := lines[s.line]; !s.printed && near {
			s.Currency, s.printed = code, true
		} else if !s.printed && only != "" {
			s.Currency, s.printed = only, true
		}
		if s.Doubt = s.n.doubt; s.Doubt == Mild && !s.printed {
			s.Doubt = Ambiguous
		}
		s.Amount.Amount = Decimal{s.n.decimal()}
		s.Printed = m.raw[m.ts[s.from].start:m.ts[s.to-1].end]
	}
}

// printedCurrencies is the first currency of each line, and the one of the text,
// if it has only one.
func (m *moneyReader) printedCurrencies() (lines map[int]string, only string) {
	lines = map[int]string{}
	line, several := 0, false
	for i, t := range m.ts {
		if t.kind == lineToken {
			line++
		}
		w := m.word(i)
		if w.role != currencyWord {
			continue
		}
		if _, known := lines[line]; !known {
			lines[line] = w.code
		}
		several = several || only != "" && w.code != only
		only = w.code
	}
	if several {
		only = ""
	}
	return lines, only
}
