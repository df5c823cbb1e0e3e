package reading

import "strings"

// A Cell is what was found under a label.
type Cell struct {
	Question string
	Text     string
	Line     int // of the text, from 1
}

// A Pasted table is what was found in a text, and what was not placed.
type Pasted struct {
	Cells  []Cell
	Before string // the first label
	After  string // the table: another one begins there
}

// Table reads a table that was pasted as text: each answer stands behind its
// label, in the same line or below it. Where the first label comes again, another
// table begins; any other label that comes again is part of an answer.
func (all Labels) Table(text string) Pasted {
	places := all.places(text)
	if len(places) == 0 {
		return Pasted{Before: text}
	}
	p := Pasted{Before: text[:places[0].from]}
	for i, here := range places {
		if i > 0 && here.label.question == places[0].label.question {
			p.After = text[here.from:]
			break
		}
		end := len(text)
		if i+1 < len(places) {
			end = places[i+1].from
		}
		p.Cells = append(p.Cells, Cell{here.label.question, here.label.answer(text[here.to:end]), lineOf(text, here.from)})
	}
	return p
}

// A place is where a label stands in a text, in bytes.
type place struct {
	label    *label
	from, to int
}

// places are where labels begin a line: each the first time, and the first label
// whenever it comes.
func (all Labels) places(text string) (found []place) {
	letters := lettersOf(text)
	seen := map[string]bool{}
	for i := 0; i < len(letters); i++ {
		if !letters[i].begins {
			continue
		}
		m := all.first(letters[i:])
		if m.taken == 0 || seen[m.question] && m.question != found[0].label.question {
			continue
		}
		seen[m.question] = true
		last := i + m.taken - 1
		found = append(found, place{m.label, strings.LastIndexByte(text[:letters[i].at], '\n') + 1, letters[last].end})
		i = last
	}
	return found
}

func lineOf(text string, at int) int { return 1 + strings.Count(text[:at], "\n") }
