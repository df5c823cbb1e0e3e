package workflow

import "strings"

// longestName is what still fits into a list, in bytes.
const longestName = 500

// named is a name as it is kept: one line, without the space around it. When
// there is none, missing says what to do.
func named(pointer, name, missing string) (string, error) {
	name = strings.TrimSpace(name)
	if name == "" {
		return "", invalid(pointer, "%s", missing)
	}
	if len(name) > longestName || strings.ContainsAny(name, "\r\n") {
		return "", invalid(pointer, "a name is one line of at most %d characters", longestName)
	}
	return normal(pointer, name)
}
