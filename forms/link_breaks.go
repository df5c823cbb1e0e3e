package forms

import "strings"

// An address that is too long for its line is broken when a text is copied from
// a page. These rules say when the next line can only be its continuation; a
// doubt leaves it alone.

// mostBreaks is over how many lines one address may go.
const mostBreaks = 16

// continuation is the part of an address that the text goes on with, or "".
func continuation(link, rest string) string {
	spaces := len(rest) - len(strings.TrimLeft(rest, " \t\u00a0\n"))
	if spaces == 0 || spaces > 16 || spaces == len(rest) {
		return ""
	}
	lines := strings.Count(rest[:spaces], "\n")
	more := rest[spaces:addressEnd(rest, spaces)]
	if more == "" || beginsAddress(more) || lines > 2 {
		return ""
	}
	alone := lines > 0 && aloneOnLine(rest[spaces+len(more):])
	if percent(more) && strings.ContainsAny(link[len(link)-1:], "-/%=_&") || alone && goesOn(link, more) {
		return more
	}
	return ""
}

func aloneOnLine(after string) bool {
	after = strings.TrimLeft(after, " \t\u00a0")
	return after == "" || after[0] == '\n'
}

// goesOn looks at the end of one line and at the only thing on the next.
func goesOn(link, more string) bool {
	if isHost(trimAddress(more[:runLength(more)]), false) || more[0] == '-' || !strings.Contains(link, "/") {
		return false
	}
	marks := strings.ContainsAny(more, "%&=")
	switch link[len(link)-1] {
	case '-', '%', '&', '=', '_':
		return marks || '0' <= more[0] && more[0] <= '9' || 'a' <= more[0] && more[0] <= 'z'
	case '/':
		return marks || strings.ContainsAny(more, "_.-") && !allDigits(strings.ReplaceAll(more, "-", ""))
	}
	return marks || strings.Contains(link, "?") && random(more)
}

func percent(text string) bool {
	return len(text) > 2 && text[0] == '%' && hexDigit(text[1]) && hexDigit(text[2])
}

func hexDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// random tells the tail of an identifier from a word.
func random(text string) bool {
	return len(text) >= 8 && strings.ContainsAny(text, "0123456789") && strings.ToLower(text) != text && runLength(text) == len(text)
}
