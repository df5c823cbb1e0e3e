package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// keyOf is what two lines are compared by: letters and digits, but for a number at
// either end, which may be that of a page or of a question.
func keyOf(line string) string {
	if pageNumber(line) {
		return "#"
	}
	var key strings.Builder
	key.Grow(len(line) + 1)
	digits := 0 // that may stand at the end
	for at, r := range line {
		switch {
		case r < utf8.RuneSelf && 'a' <= r|0x20 && r|0x20 <= 'z':
			if key.Len() == 0 && digits > 0 {
				key.WriteByte('#')
			} else if digits > 0 {
				key.WriteString(keyDigits(line[:at], digits))
			}
			key.WriteByte(byte(r | 0x20))
			digits = 0
		case '0' <= r && r <= '9':
			digits++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			key.WriteRune(unicode.ToLower(r))
			digits = 0
		}
	}
	if key.Len() == 0 {
		return "=" + strings.TrimSpace(line)
	}
	return key.String()
}

// keyDigits are the last digits of a text.
func keyDigits(text string, digits int) string {
	var last []byte
	for i := len(text) - 1; i >= 0 && len(last) < digits; i-- {
		if '0' <= text[i] && text[i] <= '9' {
			last = append(last, text[i])
		}
	}
	return string(last)
}
