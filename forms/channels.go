package forms

import (
	"slices"
	"strings"
	"unicode"
)

// readChannels reads by which channels people were reached. What stands in a
// statement with a denial is not read: what was not used is not guessed from what
// the rest may mean.
func readChannels(raw string) Reading {
	s := channelScan{raw: raw, found: words(raw), read: &Channels{Channels: []Channel{}}}
	for s.at < len(s.found) {
		s.statement()
	}
	return Reading{Reason: readReason(raw), Channels: s.read}
}

// A channelScan goes through a text statement by statement.
type channelScan struct {
	raw   string
	found []word
	at    int
	read  *Channels
}

// statement reads to the next end of a sentence, of an item of a list, or to
// where the sentence turns.
func (s *channelScan) statement() {
	var named []Channel
	denied, known := false, channelPhrases()
	for first := s.at; s.at < len(s.found); {
		role, taken := known.at(s.found[s.at:])
		if role.turns && s.at > first {
			break
		}
		s.at += max(taken, 1)
		denied = denied || role.denies
		if role.channel != "" {
			named = append(named, role.channel)
		}
		if s.ends(s.at - 1) {
			break
		}
	}
	if denied {
		return
	}
	for _, c := range named {
		if !slices.Contains(s.read.Channels, c) {
			s.read.Channels = append(s.read.Channels, c)
		}
	}
}

// ends says whether a statement ends with this word. A colon does not end one:
// "Not used: radio". Nor does a line that is only wrapped.
func (s *channelScan) ends(last int) bool {
	if last+1 == len(s.found) {
		return true
	}
	w, next := s.found[last], s.found[last+1]
	between := s.raw[w.end:next.start]
	switch {
	case strings.Contains(between, ":"):
		return false
	case w.gap&stopGap != 0:
		return true
	case w.gap&lineGap == 0:
		return false
	}
	return w.gap&pauseGap != 0 || beginsItem(s.raw[next.start:next.end])
}

// beginsItem says whether a word may begin an item of a list: it has a capital, or
// is its number or letter.
func beginsItem(word string) bool {
	first := []rune(word)[0]
	return unicode.IsUpper(first) || unicode.IsDigit(first) || len(word) == 1
}
