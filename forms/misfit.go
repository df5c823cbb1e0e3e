package forms

import (
	"fmt"
	"slices"
	"strings"
)

// A Misfit is a place where a questionnaire does not hold together, or where a
// content has something that its questionnaire has not. Unlike a Problem it
// cannot be saved: no page leads to it. What is only unfinished is kept in a draft,
// and stands in the way of asking.
type Misfit struct {
	Pointer    string `json:"pointer"` // RFC 6901
	Text       string `json:"text"`
	Unfinished bool   `json:"-"` // whoever writes the questionnaire has yet to come to it
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
	*m = append(*m, Misfit{Pointer: pointer, Text: fmt.Sprintf(format, about...)})
}

func (m *Misfits) unfinished(pointer, format string, about ...any) {
	*m = append(*m, Misfit{pointer, fmt.Sprintf(format, about...), true})
}

// Unsound are those that not even a draft may have.
func (m Misfits) Unsound() Misfits {
	return slices.DeleteFunc(slices.Clone(m), func(one Misfit) bool { return one.Unfinished })
}
