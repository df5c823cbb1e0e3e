package workflow

import (
	"bytes"
	"slices"

	"ahq/workflow/document"
)

// A listener hears what a file says, word by word.
type listener struct {
	index  *wordIndex
	known  []bool // runs that were found
	found  []finding
	text   wordWindow
	beside wordWindow
	here   []string // the addresses in this piece, once they are asked for
}

// A wordWindow is the words of one piece, behind the last ones of the piece
// before it: words of one part follow each other over all its sentences.
type wordWindow struct {
	wordList
	part string
}

func (l *listener) hear(s document.Said) {
	w := &l.text
	if s.Aside {
		w = &l.beside
	}
	w.turnTo(s.Part)
	l.here = nil
	heard := len(w.ends)
	l.index.reader.read(s.Text, &w.wordList)
	l.longRuns(w, heard, s)
	l.shortRuns(w, heard, s)
}

// turnTo leaves of the words only as many as a run may begin with.
func (w *wordWindow) turnTo(part string) {
	drop := max(0, len(w.ends)-(runLength-1))
	if part != w.part {
		w.part, drop = part, len(w.ends)
	}
	if drop == 0 {
		return
	}
	gone := w.ends[drop-1]
	w.text = append(w.text[:0], w.text[gone:]...)
	w.ends = append(w.ends[:0], w.ends[drop:]...)
	w.hashes = append(w.hashes[:0], w.hashes[drop:]...)
	for i := range w.ends {
		w.ends[i] -= gone
	}
}

// longRuns are the runs of eight words that end in this piece.
func (l *listener) longRuns(w *wordWindow, heard int, s document.Said) {
	rolled := uint64(0)
	for i, h := range w.hashes {
		if rolled = roll(rolled, h); i < runLength-1 {
			continue
		}
		if i >= heard && l.index.sieve.may(rolled+runLength) {
			l.compare(w, i, rolled+runLength, s)
		}
		rolled -= w.hashes[i-runLength+1] * lastRoll
	}
}

// shortRuns are the others that do.
func (l *listener) shortRuns(w *wordWindow, heard int, s document.Said) {
	for i := heard; i < len(w.hashes); i++ {
		if !l.index.closes.may(w.hashes[i]) {
			continue
		}
		for _, n := range l.index.lengths {
			if n > i+1 {
				continue
			}
			hash := uint64(0)
			for _, h := range w.hashes[i+1-n : i+1] {
				hash = roll(hash, h)
			}
			l.compare(w, i, hash+uint64(n), s)
		}
	}
}

// compare keeps the runs with this hash whose words are those that end here: a
// hash alone proves nothing. An address must stand there as an address, and not
// be the beginning of another.
func (l *listener) compare(w *wordWindow, last int, hash uint64, s document.Said) {
	for i := range l.index.at(hash) {
		r := &l.index.runs[i]
		if l.known[i] || !w.says(l.index, r, last) || r.address > 0 && !l.addressed(r, s) {
			continue
		}
		l.known[i] = true
		l.found = append(l.found, finding{i, s.Part})
	}
}

func (l *listener) addressed(r *wordRun, s document.Said) bool {
	if l.here == nil {
		l.here = append(addressesIn(s.Text), "")
	}
	return slices.Contains(l.here, l.index.said(r))
}

// says: these are the words of the run, up to this one.
func (w *wordWindow) says(x *wordIndex, r *wordRun, last int) bool {
	n := int(r.n)
	for i := range n {
		if !bytes.Equal(w.word(last+1-n+i), x.words.word(int(r.from)+i)) {
			return false
		}
	}
	return true
}
