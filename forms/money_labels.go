package forms

import "strings"

// describe finds what each sum was for, and who paid it.
func (m *moneyReader) describe() {
	for k := range m.sums {
		s := &m.sums[k]
		s.Label = m.labelBefore(k)
		m.tail(k)
		if k > 0 && s.Label == "" && s.linked && !s.ranged && s.line == m.sums[k-1].line {
			s.Label = m.sums[k-1].Label
		}
	}
}

// most tokens and bytes of a label or a payer: what is longer is a sentence
const (
	longestName  = 100
	mostOfName   = 16
	mostOfHedges = 4
)

// floor is the first token that belongs to a sum and to none before it.
func (m *moneyReader) floor(k int) int {
	if k == 0 {
		return 0
	}
	return m.sums[k-1].to
}

// labelBefore is what stands before a sum as its name: "2009:", "a)", "Phase 1".
func (m *moneyReader) labelBefore(k int) string {
	floor, at := m.floor(k), m.sums[k].from-1
	for steps := 0; steps < mostOfHedges && at >= floor && (m.hedges(at) || m.ts[at].sign("(")); steps++ {
		at--
	}
	if at < floor {
		return ""
	}
	switch t := m.ts[at]; {
	case t.sign(":"):
		return m.name(m.nameStart(at, floor), at)
	case t.sign("-).,"):
		if m.numbers(at-1, floor) && (!t.sign(",") || m.ts[at-1].kind == digitsToken) {
			return m.name(at-1, at)
		}
	case t.kind == digitsToken && m.word(at-1).role == phaseWord:
		return m.name(at-1, at+1)
	case m.numbers(at, floor):
		return m.name(at, at+1)
	case t.kind == wordToken && len(m.sums) > 1:
		return m.plainName(m.nameStart(at+1, floor), at+1)
	}
	return ""
}

// plainName is a name without a colon: "Belgium 35.000 €", "Staff costs 5 000".
// A sentence is none.
func (m *moneyReader) plainName(from, to int) string {
	if from == to || to-from > 4 || !capital(m.raw, m.ts[from].start) && m.word(to-1).role != costWord {
		return ""
	}
	for i := from; i < to-1; i++ {
		if m.ts[i].kind != wordToken || m.said(i) != 0 {
			return ""
		}
	}
	if role := m.said(to - 1); role != 0 && role != costWord {
		return ""
	}
	return m.name(from, to)
}

// said is the role of a word; two capitals are a country: BE, DE.
func (m *moneyReader) said(i int) moneyRole {
	t := m.ts.at(i)
	if len(t.text) == 2 && t.kind == wordToken && m.raw[t.start:t.end] == strings.ToUpper(t.text) {
		return 0
	}
	return m.word(i).role
}

func (m *moneyReader) hedges(i int) bool {
	role := m.word(i).role
	return role == hedgeWord || role == nearWord || role == totalWord
}

// numbers says whether a token is a year, or what numbers a line: "a", "II".
func (m *moneyReader) numbers(i, floor int) bool {
	t, before := m.ts.at(i), m.ts.at(i-1)
	if i < floor || t.kind != digitsToken && t.kind != wordToken {
		return false
	}
	first := before.kind == 0 || before.kind == lineToken || before.sign("(")
	year := t.kind == digitsToken && len(t.text) == 4 && "1900" <= t.text && t.text <= "2100"
	return year || first && len(t.text) <= 3 && (m.word(i).role == 0 || m.ts.at(i+1).sign(")"))
}

// nameStart goes back from a colon to where the label begins.
func (m *moneyReader) nameStart(colon, floor int) int {
	start := colon
	for start > floor && colon-start < mostOfName {
		if t := m.ts[start-1]; t.kind == lineToken || t.sign(",;:+()|•") {
			break
		}
		start--
	}
	for start < colon-1 && (m.ts[start].sign("-.*·") || m.introduces(start)) {
		start++
	}
	return start
}

// introduces says whether a word only leads to a name: "in 2015", "Budget 2016".
func (m *moneyReader) introduces(i int) bool {
	role := m.said(i)
	return role == smallWord || role == forWord || role == costWord || role == andWord
}

// name is the text of some tokens as printed; nothing if it is too long, or
// says no more than "costs" or "total".
func (m *moneyReader) name(from, to int) string {
	told := false
	for i := from; i < to; i++ {
		told = told || m.tells(i)
	}
	if !told || m.ts[to-1].end-m.ts[from].start > longestName {
		return ""
	}
	return strings.TrimSpace(m.raw[m.ts[from].start:m.ts[to-1].end])
}

// tells says whether a token is more than a word about money.
func (m *moneyReader) tells(i int) bool {
	switch m.ts[i].kind {
	case digitsToken:
		return true
	case wordToken:
		role := m.said(i)
		return role == 0 || role == phaseWord || role == nationWord || len(m.ts[i].text) == 1
	}
	return false
}

// tail reads what follows a sum: "(2009)", "for TV spots", "Ministry of Interior".
func (m *moneyReader) tail(k int) {
	s := &m.sums[k]
	from := s.to
	if m.ts.at(from).sign("(") {
		from++
	}
	to := m.tailEnd(from, k)
	if from >= to || from > s.to && !m.ts.at(to).sign(")") {
		return
	}
	switch role := m.said(from); {
	case role == perWord:
		s.rate = true
	case role == byWord:
		s.Payer = m.name(m.skip(from, to, byWord), to)
	case role == forWord:
		s.setLabel(m.name(from+1, to))
	case role == smallWord && m.ts.at(from+1).kind == digitsToken && m.numbers(from+1, from+1):
		s.setLabel(m.name(from+1, from+2))
	case m.ts[from].text == "in" && from+1 < to && capital(m.raw, m.ts[from+1].start):
		s.setLabel(m.name(from+1, to))
	case role == phaseWord, from > s.to && len(m.ts[from].text) == 4 && m.numbers(from, from):
		s.setLabel(m.name(from, to))
	case role == 0 && m.ts[from].kind == wordToken && capital(m.raw, m.ts[from].start):
		s.Payer = m.name(from, to)
	}
}

func (s *sum) setLabel(name string) {
	if s.Label == "" {
		s.Label = name
	}
}

// tailEnd is where what follows a sum ends: at the next sum, or a sign.
func (m *moneyReader) tailEnd(from, k int) int {
	limit := len(m.ts)
	if k+1 < len(m.sums) {
		limit = m.sums[k+1].from
	}
	to := from
	for ; to < limit && to-from < 2*mostOfName; to++ {
		if t := m.ts[to]; t.kind == lineToken || t.sign(",;+=.()|:") {
			break
		}
	}
	if k+1 < len(m.sums) && m.ts.at(to).sign(":") && m.sums[k+1].line == m.sums[k].line {
		return from // it is the name of the next sum
	}
	return m.trimTail(from, to)
}

// trimTail drops what joins a sum to the next: "Belgium and", "Belgium –".
func (m *moneyReader) trimTail(from, to int) int {
	for to > from && (m.ts[to-1].sign("-/&~") || m.word(to-1).role == andWord) {
		to--
	}
	return to
}

// skip passes over words of one role, and articles: "paid by the".
func (m *moneyReader) skip(from, to int, role moneyRole) int {
	for from < to-1 && (m.word(from).role == role || m.word(from).role == smallWord) {
		from++
	}
	return from
}
