package forms

// readMoney reads the sums of money in a text, whatever the notation. Years,
// counts and shares are none. A number without a currency is one where its line
// or its text says so: "Estimated 180.000", "35.000 € + 75.000".
func readMoney(raw string) Reading {
	m := moneyReader{raw: raw, ts: tokenize(raw)}
	m.find()
	m.link()
	m.keep()
	m.price()
	m.estimate()
	m.describe()
	m.total()
	return Reading{Money: m.money()}
}

// A moneyReader reads one text, a step at a time.
type moneyReader struct {
	raw  string
	ts   tokens
	sums []sum
}

// A sum is a number that may be an amount, and where it stands.
type sum struct {
	Amount
	n        numeral
	from, to int // its tokens, currency included
	line     int
	printed  bool  // a currency stands beside it
	noughts  int32 // of the words for thousand or million
	hinted   bool  // a word before it on its line says what it is: "Estimated"
	linked   bool  // a sign or word ties it to the one before: "+", "–"
	ranged   bool  // one end of "10 000 – 15 000"
	rate     bool  // per month, each
}

// word is what the token says about money. With a dot behind it a word may say
// something else: "est." is no French verb.
func (m *moneyReader) word(i int) moneyWord {
	t := m.ts.at(i)
	if t.kind != wordToken && t.kind != signToken {
		return moneyWord{}
	}
	if dot := m.ts.at(i + 1); t.kind == wordToken && len(t.text) <= longestDotted && dot.sign(".") && dot.spaces == 0 {
		if w, known := moneyWords()[t.text+"."]; known {
			return w
		}
	}
	return moneyWords()[t.text]
}

// find collects every number that could be an amount.
func (m *moneyReader) find() {
	line, used, hinted := 0, 0, false
	for i := 0; i < len(m.ts); {
		switch t := m.ts[i]; t.kind {
		case lineToken:
			line, hinted = line+1, false
		case digitsToken:
			s, next := m.sumAt(i, used)
			if s.to > 0 {
				s.line, s.hinted = line, hinted
				m.sums, used, hinted = append(m.sums, s), s.to, false
			}
			i = next
			continue
		case wordToken, signToken:
			if s := m.spelledAt(i, used); s.to > 0 {
				s.line = line
				m.sums, used, hinted = append(m.sums, s), s.to, false
				i = s.to
				continue
			}
			hinted = hinted || m.hints(i)
		}
		i++
	}
}

// hints says whether a word makes the number after it an amount.
func (m *moneyReader) hints(i int) bool {
	switch m.word(i).role {
	case hedgeWord, nearWord, totalWord, costWord, partsWord:
		return true
	}
	return m.ts[i].text == "which" && m.ts.at(i-1).text == "of"
}

// sumAt reads the number at a token with what stands around it, and the token
// to go on from. What cannot be an amount gives an empty sum.
func (m *moneyReader) sumAt(i, used int) (sum, int) {
	if end := max(m.fractionEnd(i), m.callEnd(i)); end > i {
		return sum{}, end
	}
	if m.counts(i) {
		return sum{}, i + 1
	}
	n, ok := numeralAt(m.ts, i)
	if !ok || m.ts.at(n.next).sign("%") || n.year && m.labels(n.next) {
		return sum{}, n.next
	}
	s := sum{n: n, from: i, to: n.next}
	m.close(&s)
	before := m.currencyBefore(&s, used)
	m.scaleAfter(&s, before)
	if !before {
		m.currencyAfter(&s)
	}
	m.close(&s)
	m.multiply(&s, used)
	return s, s.to
}

// fractionEnd passes over "1/9/2012" and "2015/16".
func (m *moneyReader) fractionEnd(i int) int {
	end := i
	for m.ts.at(end+1).sign("/") && m.ts[end+1].spaces == 0 && m.ts.at(end+2).kind == digitsToken && m.ts[end+2].spaces == 0 {
		end = groupsAt(m.ts, end+2).next - 1
	}
	if end > i {
		end++
	}
	return end
}

// spelledAt reads a sum of millions or thousands in words, with its currency:
// "one million euro", "half a million EUR".
func (m *moneyReader) spelledAt(i, used int) sum {
	number, next := m.spelledCount(i)
	if scale := m.word(next); next == 0 || scale.role != scaleWord || len(m.ts[next].text) < 2 {
		return sum{}
	}
	if _, first := countAt(m.ts, i-2); first > 0 && first == i-1 {
		return sum{} // "one to two million"
	}
	s := sum{n: number, from: i, to: next}
	before := m.currencyBefore(&s, used)
	if m.scaleAfter(&s, before); !before {
		m.currencyAfter(&s)
	}
	if !s.printed {
		return sum{}
	}
	return s
}

// spelledCount reads "one", "half a", "eine halbe" and the token after it.
func (m *moneyReader) spelledCount(i int) (n numeral, next int) {
	count, next := countAt(m.ts, i)
	if at := max(i, next); timeRole(m.ts.at(at)) == halfWord {
		_, article := countAt(m.ts, at+1)
		return numeral{digits: 5, decimals: 1}, max(at+1, article)
	}
	return numeral{digits: int64(count)}, next
}

// callEnd passes over a telephone number: "+32 2 793 80 00". In "20 000 +30 000"
// no more figures follow the number.
func (m *moneyReader) callEnd(i int) int {
	if !m.ts.at(i-1).sign("+") || m.ts[i].spaces > 0 {
		return i
	}
	end := groupsAt(m.ts, i).next
	if t := m.ts.at(end); t.kind != digitsToken || len(t.text) == 4 {
		return i
	}
	for m.ts.at(end).kind == digitsToken || m.ts.at(end).sign("-./()") && m.ts.at(end+1).kind == digitsToken {
		end++
	}
	return end
}

// counts says whether a small number only counts: "Phase 2 500 EUR", "2 x 500".
func (m *moneyReader) counts(i int) bool {
	next := m.ts.at(i + 1)
	switch {
	case len(m.ts[i].text) > 2:
		return false
	case next.text == "x":
		return m.ts.at(i+2).kind == digitsToken || m.word(i+2).role == currencyWord
	}
	return m.word(i-1).role == phaseWord && (next.kind == digitsToken || next.sign(":)-"))
}

// labels says whether the token after a year makes it the name of a sum.
func (m *moneyReader) labels(i int) bool {
	return m.ts.at(i).sign(":") && i+1 < len(m.ts)
}

// close takes the dash that stands for no cents: "500.000,-". The dot before it
// is then sure to part the thousands.
func (m *moneyReader) close(s *sum) {
	mark, dash := m.ts.at(s.to), m.ts.at(s.to+1)
	if !mark.sign(".,") || mark.spaces > 0 || !dash.sign("-=") || dash.spaces > 0 {
		return
	}
	if s.to += 2; m.ts.at(s.to).sign("-") && m.ts[s.to].spaces == 0 {
		s.to++
	}
	if s.n.doubt == Mild {
		s.n.doubt = Sure
	}
}

// multiply takes the count before a sum: "2 x 10 000 EUR".
func (m *moneyReader) multiply(s *sum, used int) {
	at := s.from - 2
	if at < used || m.ts[at+1].text != "x" || m.ts[at].kind != digitsToken || len(m.ts[at].text) > 2 || s.n.digits > 1e15 {
		return
	}
	s.n.digits *= int64(m.ts[at].figure())
	s.from = at
}
