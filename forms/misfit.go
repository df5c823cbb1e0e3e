package forms

import (
	"fmt"
	"strings"
)

// A Misfit is a place where a questionnaire does not hold together, or where a
// content has something that its questionnaire has not. Unlike a Problem it
// cannot be saved: no page leads to it.
type Misfit struct {
	Pointer string `json:"pointer"` // RFC 6901
	Text    string `json:"text"`
}

// Misfits are in the order of the document.
type Misfits []Misfit

// Error names each place and what is wrong there.
func (m Misfits) Error() string {
	lines := make([]string, len(m))
	for i, one := range m {
		lines[i] = one.Pointer + ": " + one.Text
	}
	return strings.Join(lines, "; ")
}

// err is nil when all fits.
func (m Misfits) err() error {
	if len(m) == 0 {
		return nil
	}
	return m
}

func (m *Misfits) add(pointer, format string, about ...any) {
	*m = append(*m, Misfit{pointer, fmt.Sprintf(format, about...)})
}
