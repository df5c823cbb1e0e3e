package document

import (
	"io"
	"strings"
	"unicode/utf8"
)

// byteOrderMark lets Excel know that a file is UTF-8.
const byteOrderMark = "\uFEFF"

// writeCSV writes the flat sheet of a workbook as RFC 4180 has it. A text that
// could be taken for a formula, or that begins with an apostrophe, gets an
// apostrophe before it; who takes the first apostrophe off every text that has
// one in front, has the texts again.
func writeCSV(w io.Writer, b Workbook) error {
	p := newPen(w)
	sheet := b.Sheets[b.Flat].fitting()
	titles := make([]Value, len(sheet.Columns))
	for i, c := range sheet.Columns {
		titles[i] = Words(c.Title)
	}
	p.markup(byteOrderMark)
	p.record(titles)
	for row := range sheet.Rows {
		p.record(row)
	}
	return p.done()
}

// record is one row.
func (p pen) record(values []Value) {
	for i, v := range values {
		if i > 0 {
			p.markup(",")
		}
		p.field(v)
	}
	p.markup("\r\n")
}

// field is one value, in quotes where it needs them.
func (p pen) field(v Value) {
	text := readable(v.text)
	number := v.use == counting && isDecimal(text)
	if !number && (formula(text) || strings.HasPrefix(text, "'")) {
		text = "'" + text
	}
	if !strings.ContainsAny(text, "\",\n ") {
		p.markup(text)
		return
	}
	p.markup(`"`, strings.ReplaceAll(text, `"`, `""`), `"`)
}

// readable is a text as files have it: one line end, and U+FFFD for what XML could
// not hold.
func readable(s string) string {
	if sayable(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unfit(r) {
			return '\uFFFD'
		}
		return r
	}, lineEnds.Replace(s))
}

// sayable says whether a text can be shown as it is.
func sayable(s string) bool {
	for at := 0; at < len(s); {
		if c := s[at]; c >= ' ' && c < utf8.RuneSelf || c == '\n' {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == '\r' || unfit(r) {
			return false
		}
		at += size
	}
	return true
}
