package document

import "fmt"

// pdfAddress is where a link leads, as PDF writes it: in ASCII alone.
func pdfAddress(link string) string {
	b := []byte{'('}
	for _, c := range []byte(link) {
		switch {
		case c == '(' || c == ')' || c == '\\':
			b = append(b, '\\', c)
		case c <= ' ' || c >= 0x7f:
			b = fmt.Appendf(b, "%%%02X", c)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, ')'))
}
