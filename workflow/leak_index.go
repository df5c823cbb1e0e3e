package workflow

import (
	"bytes"
	"hash/maphash"
	"iter"
	"slices"
	"strings"

	"ahq/workflow/document"
)

// The measures of what is looked for.
const (
	runLength       = 8  // words
	shortestText    = 3  // words, of a text that counts as a whole
	fewestLetters   = 20 // in it
	fewestInAddress = 8  // letters, of an address
)

// A wordIndex finds runs of words in a stream of words, in one pass.
type wordIndex struct {
	reader    wordReader
	words     wordList // of all texts; their hashes only until it is settled
	sources   []source
	runs      []wordRun
	addresses []string
	table     []uint64 // the runs by hash, with gaps: half of the hash, and 1 + where in runs
	sieve     sieve    // of the runs of eight
	closes    sieve    // of the last words of shorter runs
	lengths   []int    // of shorter runs, that there are
}

// A source is where a text was taken from.
type source struct{ ncp, place string }

// A wordRun is words that must not be found.
type wordRun struct {
	hash    uint64
	from    uint32 // its first word
	source  uint32
	address uint32 // 1 + where in addresses; 0: it is no address
	n       uint8
}

// A finding is a run, and the part of the file in which it was found first.
type finding struct {
	run  uint32
	part string
}

func newWordIndex() *wordIndex { return &wordIndex{reader: wordReader{seed: maphash.MakeSeed()}} }

// add gathers what must not be found of one text.
func (x *wordIndex) add(ncp, place, text string) {
	if text == "" {
		return
	}
	x.sources = append(x.sources, source{ncp, place})
	x.addWords(text)
	if printed := unnumbered(text); printed != "" {
		x.addWords(printed)
	}
	for _, a := range addressesIn(text) {
		if from, n := x.take(a); n > 0 && n < runLength && x.letters(from) >= fewestInAddress {
			x.addresses = append(x.addresses, a)
			x.addRun(from, n, len(x.addresses))
		}
	}
}

func (x *wordIndex) addWords(text string) {
	from, n := x.take(text)
	x.runs = slices.Grow(x.runs, max(n-runLength+1, 1))
	for i := range n - runLength + 1 {
		x.addRun(from+i, runLength, 0)
	}
	if shortestText <= n && n < runLength && x.letters(from) >= fewestLetters {
		x.addRun(from, n, 0)
	}
}

// take puts the words of a text behind the others.
func (x *wordIndex) take(text string) (from, n int) {
	from = len(x.words.ends)
	x.reader.read(text, &x.words)
	return from, len(x.words.ends) - from
}

// letters is how many bytes the words have, from this one to the last.
func (x *wordIndex) letters(from int) int {
	n := 0
	for i := from; i < len(x.words.ends); i++ {
		n += len(x.words.word(i))
	}
	return n
}

// said are the words of a run, for people.
func (x *wordIndex) said(r *wordRun) string {
	if r.address > 0 {
		return x.addresses[r.address-1]
	}
	said := make([]string, r.n)
	for i := range said {
		said[i] = string(x.words.word(int(r.from) + i))
	}
	return strings.Join(said, " ")
}

func (x *wordIndex) addRun(from, n, address int) {
	x.runs = append(x.runs, wordRun{from: uint32(from), n: uint8(n), source: uint32(len(x.sources) - 1), address: uint32(address)})
}

// settle makes the runs findable, once all texts are there.
func (x *wordIndex) settle() {
	size := 1024
	for size < 2*len(x.runs) {
		size *= 2
	}
	x.table, x.sieve, x.closes = make([]uint64, size), make(sieve, size/16), make(sieve, 1<<12)
	for i := range x.runs {
		r := &x.runs[i]
		for _, h := range x.words.hashes[r.from : r.from+uint32(r.n)] {
			r.hash = roll(r.hash, h)
		}
		r.hash += uint64(r.n)
		if !x.insert(uint32(i)) {
			continue
		}
		if r.n == runLength {
			x.sieve.let(r.hash)
			continue
		}
		x.closes.let(x.words.hashes[r.from+uint32(r.n)-1])
		if !slices.Contains(x.lengths, int(r.n)) {
			x.lengths = append(x.lengths, int(r.n))
		}
	}
	x.words.hashes = nil
}

// insert puts a run into the table, unless the same words stand there.
func (x *wordIndex) insert(i uint32) bool {
	r := &x.runs[i]
	for other := range x.at(r.hash) {
		if x.same(&x.runs[other], r) {
			return false
		}
	}
	at := spread(r.hash)
	for x.table[at&uint64(len(x.table)-1)] != 0 {
		at++
	}
	x.table[at&uint64(len(x.table)-1)] = r.hash>>32<<32 | uint64(i+1)
	return true
}

func (x *wordIndex) same(a, b *wordRun) bool {
	if a.n != b.n || (a.address == 0) != (b.address == 0) || a.address > 0 && x.said(a) != x.said(b) {
		return false
	}
	for i := range int(a.n) {
		if !bytes.Equal(x.words.word(int(a.from)+i), x.words.word(int(b.from)+i)) {
			return false
		}
	}
	return true
}

// at are the runs with this hash.
func (x *wordIndex) at(hash uint64) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for at := spread(hash); ; at++ {
			entry := x.table[at&uint64(len(x.table)-1)]
			if entry == 0 {
				return
			}
			if i := uint32(entry) - 1; entry>>32 == hash>>32 && x.runs[i].hash == hash && !yield(i) {
				return
			}
		}
	}
}

const (
	rollBy   = 0x9E3779B97F4A7C15
	spreadBy = 0xD6E8FEB86659FD93
)

// roll is the hash of words with one more behind.
func roll(hash, word uint64) uint64 { return hash*rollBy + word }

// lastRoll is by how much the first of eight words counts.
var lastRoll = func() uint64 {
	factor := uint64(1)
	for range runLength - 1 {
		factor *= rollBy
	}
	return factor
}()

// spread makes all bits of a hash count.
func spread(hash uint64) uint64 {
	hash ^= hash >> 32
	hash *= spreadBy
	return hash ^ hash>>32
}

// A sieve lets all through that it was told to, and little else: two bits of one
// number for each hash.
type sieve []uint64

func (s sieve) let(hash uint64) {
	at := spread(hash)
	s[at>>12&uint64(len(s)-1)] |= 1<<(at&63) | 1<<(at>>6&63)
}

func (s sieve) may(hash uint64) bool {
	at := spread(hash)
	bits := uint64(1)<<(at&63) | 1<<(at>>6&63)
	return s[at>>12&uint64(len(s)-1)]&bits == bits
}

// found is every run that is said, in the order in which it is said first.
func (x *wordIndex) found(said iter.Seq2[document.Said, error]) ([]finding, error) {
	l := listener{index: x, known: make([]bool, len(x.runs))}
	for s, err := range said {
		if err != nil {
			return nil, err
		}
		l.hear(s)
	}
	return l.found, nil
}
