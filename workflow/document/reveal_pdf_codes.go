package document

import "slices"

// A pdfCodes says which characters the codes of a font stand for. Without one they
// are Latin letters.
type pdfCodes struct {
	size   int // bytes of a code
	ranges []pdfCodeRange
	known  [256]*[256]string // meanings that were looked up
}

type pdfCodeRange struct {
	from, to uint32
	means    string // of from, in UTF-16; the last character counts on
}

func pdfCodesOf(tokens pdfTokens) *pdfCodes {
	m := &pdfCodes{size: 2}
	for i := 0; i < len(tokens); i++ {
		switch t := tokens[i]; {
		case t.is("begincodespacerange") && i+1 < len(tokens) && len(tokens[i+1].text) > 0:
			m.size = len(tokens[i+1].text)
		case t.is("beginbfchar"):
			for ; i+2 < len(tokens) && tokens[i+1].kind == pdfStringToken; i += 2 {
				code := pdfCodeNumber(tokens[i+1].text)
				m.ranges = append(m.ranges, pdfCodeRange{code, code, tokens[i+2].text})
			}
		case t.is("beginbfrange"):
			for i+3 < len(tokens) && tokens[i+1].kind == pdfStringToken {
				i += m.bfrange(tokens[i+1:])
			}
		}
	}
	slices.SortStableFunc(m.ranges, func(a, b pdfCodeRange) int { return int(int64(a.from) - int64(b.from)) })
	return m
}

// bfrange reads one range of codes, and says how many tokens it took: the
// meaning of the first, or a list of all meanings.
func (m *pdfCodes) bfrange(ts pdfTokens) int {
	from, to := pdfCodeNumber(ts[0].text), pdfCodeNumber(ts[1].text)
	if ts[2].kind == pdfStringToken {
		m.ranges = append(m.ranges, pdfCodeRange{from, to, ts[2].text})
		return 3
	}
	taken := 3
	for ; taken < len(ts) && ts[taken].kind == pdfStringToken; taken++ {
		code := from + uint32(taken-3)
		m.ranges = append(m.ranges, pdfCodeRange{code, code, ts[taken].text})
	}
	return taken + 1
}

func pdfCodeNumber(s string) (code uint32) {
	for i := range min(len(s), 4) {
		code = code<<8 | uint32(s[i])
	}
	return code
}

// text puts what a string means behind a text. A code that the map does not know
// is taken as the character itself.
func (m *pdfCodes) text(to []byte, s string) []byte {
	if m == nil {
		return append(to, pdfStringText(s)...)
	}
	for ; len(s) >= m.size; s = s[m.size:] {
		to = append(to, m.meaning(pdfCodeNumber(s[:m.size]))...)
	}
	return to
}

// meaning of a code, looked for once.
func (m *pdfCodes) meaning(code uint32) string {
	if code > 0xFFFF {
		return m.lookedUp(code)
	}
	block := m.known[code>>8]
	if block == nil {
		block = new([256]string)
		m.known[code>>8] = block
	}
	if block[code&0xFF] == "" {
		block[code&0xFF] = m.lookedUp(code)
	}
	return block[code&0xFF]
}

func (m *pdfCodes) lookedUp(code uint32) string {
	i, exact := slices.BinarySearchFunc(m.ranges, code, func(r pdfCodeRange, code uint32) int { return int(int64(r.from) - int64(code)) })
	if !exact {
		i--
	}
	means, plus := string([]byte{byte(code >> 8), byte(code)}), uint32(0)
	if i >= 0 && code <= m.ranges[i].to && len(m.ranges[i].means) >= 2 {
		means, plus = m.ranges[i].means, code-m.ranges[i].from
	}
	last := uint32(means[len(means)-2])<<8 | uint32(means[len(means)-1]) + plus
	return fromUTF16(means[:len(means)-2] + string([]byte{byte(last >> 8), byte(last)}))
}
