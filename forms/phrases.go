package forms

import "strings"

// phrases finds the longest known phrase at a word of a text. It is built once
// and then only read.
type phrases[T any] struct {
	next  map[string]*phrases[T]
	value T
	ends  bool // a phrase ends here
}

// add makes a phrase known; the one that was there first stays.
func (p *phrases[T]) add(phrase string, value T) {
	for _, w := range words(phrase) {
		if p.next == nil {
			p.next = map[string]*phrases[T]{}
		}
		if p.next[w.text] == nil {
			p.next[w.text] = &phrases[T]{}
		}
		p = p.next[w.text]
	}
	if !p.ends {
		p.value, p.ends = value, true
	}
}

// addAll makes every phrase of a list known: "yes, of course, indeed".
func (p *phrases[T]) addAll(list string, value T) {
	for phrase := range strings.SplitSeq(list, ",") {
		p.add(phrase, value)
	}
}

// at is the longest phrase that these words begin with, and how many of them
// it takes; none is 0.
func (p *phrases[T]) at(found []word) (value T, taken int) {
	for i, w := range found {
		if p = p.next[w.text]; p == nil {
			break
		}
		if p.ends {
			value, taken = p.value, i+1
		}
	}
	return value, taken
}
