package pdf

// escapes of a text in brackets.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal is a text in brackets, which may hold brackets in pairs.
func (t *tokens) literal() (raw []byte) {
	for depth := 1; t.at < len(t.program); {
		c := t.program[t.at]
		t.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return raw
			}
		case '\\':
			raw = t.escaped(raw)
			continue
		}
		raw = append(raw, c)
	}
	return raw
}

// escaped adds what a backslash says: a letter, three digits to the base of eight,
// a line that goes on, or the byte itself.
func (t *tokens) escaped(raw []byte) []byte {
	if t.at == len(t.program) {
		return raw
	}
	c := t.program[t.at]
	t.at++
	if e, ok := escapes[c]; ok {
		return append(raw, e)
	}
	switch {
	case c == '\r' && t.at < len(t.program) && t.program[t.at] == '\n':
		t.at++
		return raw
	case c == '\r', c == '\n':
		return raw
	case c < '0' || c > '7':
		return append(raw, c)
	}
	code := int(c - '0')
	for i := 0; i < 2 && t.at < len(t.program) && '0' <= t.program[t.at] && t.program[t.at] <= '7'; i++ {
		code = 8*code + int(t.program[t.at]-'0')
		t.at++
	}
	return append(raw, byte(code))
}
