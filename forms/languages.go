package forms

import (
	"slices"
	"strings"
)

// readLanguages reads the languages that a text on an audience names, as
// printed. The name of a language is often that of a nationality, so it counts
// only with a sign: "in French", "Rom language", "Languages: ...", a line of
// nothing but names.
func readLanguages(raw string) Reading {
	s := languageScan{raw: raw, read: &Languages{Languages: []string{}, Tags: []string{}}}
	s.spot(words(raw))
	for i := 0; i < len(s.spots); {
		if !s.spots[i].isName() {
			i++
			continue
		}
		i = s.list(i)
	}
	return Reading{Reason: readReason(raw), Languages: s.read}
}

// A spot is one phrase of the text, and what it is to this reader.
type spot struct {
	languageWord
	start, end int
	gap        gap
}

func (s spot) isName() bool {
	return s.role == languageName || s.role == sureLanguage || s.role == peopleLanguage
}

type languageScan struct {
	raw   string
	spots []spot
	read  *Languages
}

func (s *languageScan) spot(found []word) {
	known := languagePhrases()
	s.spots = make([]spot, 0, len(found))
	for i := 0; i < len(found); {
		w, taken := known.at(found[i:])
		last := i + max(taken, 1) - 1
		if w.proper && !capital(s.raw, found[i].start) {
			w = languageWord{}
		}
		s.spots = append(s.spots, spot{w, found[i].start, found[last].end, found[last].gap})
		i = last + 1
	}
}

// list reads the names that stand together from one on, and says where to go on.
func (s *languageScan) list(from int) int {
	l := nameList{from: from, to: from + 1, names: []int{from}, sure: s.spots[from].role == sureLanguage}
	for at := from + 1; at < min(len(s.spots), from+longestList) && !s.parted(at); {
		next := s.spots[at]
		switch {
		case s.bracketed(at):
			at = s.closed(at)
			l.behind = at
			continue
		case next.isName():
			l.names = append(l.names, at)
			l.sure = l.sure || next.role == sureLanguage
			l.to = at + 1
		case next.role == languageNoun:
			l.certain, l.to = len(l.names), at+1
		case next.role != joinsLanguages:
			return s.judge(l, at)
		}
		at++
	}
	return s.judge(l, l.to)
}

// A nameList is some names of languages, or so it seems.
type nameList struct {
	from, to int
	names    []int
	certain  int  // so many have "language" behind them
	sure     bool // one of them can mean nothing else
	behind   int  // the last bracket in it
}

// judge adds what the signs allow, and says where to go on. What stands behind
// the list tells whether its last name is an adjective: "in Armenian and
// Georgian cities".
func (s *languageScan) judge(l nameList, at int) int {
	switch {
	case s.explains(l.from):
	case s.adjective(l, at):
		s.add(l.names[:l.certain])
	case s.meant(l):
		s.add(l.names)
		return max(l.to, l.behind) // a bracket only says more of the same: "Kurdish (Sorani)"
	}
	return l.to
}

// meant says whether something tells that these are languages.
func (s *languageScan) meant(l nameList) bool {
	if l.certain > 0 || l.sure || s.labelled(l.from) || s.used(l.to) {
		return true
	}
	return !s.peopleOnly(l) && (s.led(l.from) || s.alone(l))
}

func (s *languageScan) add(names []int) {
	for _, i := range names {
		printed := s.raw[s.spots[i].start:s.spots[i].end]
		if !slices.ContainsFunc(s.read.Languages, func(there string) bool { return strings.EqualFold(there, printed) }) {
			s.read.Languages = append(s.read.Languages, printed)
			s.read.Tags = append(s.read.Tags, s.spots[i].tag)
		}
	}
}

// parted says whether a sentence or a paragraph ends before that spot.
func (s *languageScan) parted(at int) bool {
	g, next := s.spots[at-1].gap, s.spots[at]
	return g&stopGap != 0 || g&lineGap != 0 && next.role == noLanguage && capital(s.raw, next.start)
}

// bracketed says whether a bracket opens before that spot.
func (s *languageScan) bracketed(at int) bool {
	return s.spots[at-1].gap&pauseGap != 0 && strings.Contains(s.between(at), "(")
}

// between is what stands before a spot.
func (s *languageScan) between(at int) string {
	if at == 0 {
		return s.raw[:s.spots[0].start]
	}
	return s.raw[s.spots[at-1].end:s.spots[at].start]
}

// How many spots a list may span, and a bracket within it.
const (
	longestList    = 100
	longestBracket = 12
)

// closed is the spot behind the bracket that opens before this one.
func (s *languageScan) closed(at int) int {
	for end := at + 1; end < len(s.spots) && end-at < longestBracket; end++ {
		if s.spots[end-1].gap&pauseGap != 0 && strings.Contains(s.between(end), ")") {
			return end
		}
	}
	return len(s.spots)
}

// adjective says whether an ordinary word follows the last name directly.
func (s *languageScan) adjective(l nameList, at int) bool {
	last := l.names[len(l.names)-1]
	if last+1 != l.to || l.to >= len(s.spots) || s.spots[last].gap&(pauseGap|stopGap) != 0 {
		return false
	}
	next := s.spots[min(at, len(s.spots)-1)]
	return at == l.to && next.role == noLanguage && !s.parted(at)
}

// How many spots back or on a sign may stand.
const (
	signBefore = 5
	signBehind = 4
)

// led: "in local languages and English".
func (s *languageScan) led(from int) bool {
	for back := from - 1; back >= 0 && from-back <= signBefore && s.spots[back].gap&stopGap == 0; back-- {
		switch s.spots[back].role {
		case leadsToLanguage:
			return true
		case joinsLanguages:
		default:
			return false
		}
	}
	return false
}

// labelled: "Languages used: ...", "the languages were ...".
func (s *languageScan) labelled(from int) bool {
	for back := from - 1; back >= 0 && from-back <= signBefore; back-- {
		before := s.spots[back]
		if before.gap&stopGap != 0 && !strings.Contains(s.between(back+1), ":") {
			return false
		}
		switch before.role {
		case languageNoun:
			return true
		case joinsLanguages, usesLanguage, followsLanguage, leadsToLanguage:
		default:
			return false
		}
	}
	return false
}

// used: "... were used", "... (a dialect) will be used".
func (s *languageScan) used(to int) bool {
	for at, seen := to, 0; at < len(s.spots) && seen < signBehind && !s.parted(at); seen++ {
		switch {
		case s.bracketed(at):
			at = s.closed(at)
			continue
		case s.spots[at].role == usesLanguage, s.spots[at].role == languageNoun: // "Portuguese was the language"
			return true
		case s.spots[at].role != followsLanguage && s.spots[at].role != joinsLanguages:
			return false
		}
		at++
	}
	return false
}

// alone: the list is all that its line or its sentence says.
func (s *languageScan) alone(l nameList) bool {
	opens := l.from == 0 || s.spots[l.from-1].gap&(stopGap|lineGap) != 0
	closes := l.to >= len(s.spots) || s.spots[l.to-1].gap&(stopGap|lineGap) != 0
	return opens && closes
}

func (s *languageScan) peopleOnly(l nameList) bool {
	for _, i := range l.names {
		if s.spots[i].role != peopleLanguage {
			return false
		}
	}
	return true
}

// explains: "(meaning Europe in Lingala language)" says what a word means, not
// what was spoken.
func (s *languageScan) explains(from int) bool {
	for back := from - 1; back >= 0 && from-back <= 2*signBefore; back-- {
		before := s.spots[back]
		if before.gap&stopGap != 0 || strings.Contains(s.between(back+1), ")") {
			return false
		}
		if before.role == explainsWord {
			return true
		}
	}
	return false
}
