package forms

import (
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// isHost says whether a name is one that people mean as an address: it ends in
// a known domain, and is no abbreviation, number or end of a sentence.
func isHost(name string, followed bool) bool {
	if len(name) < 4 || len(name) > 253 || strings.IndexByte(name, '.') <= 0 || strings.Contains(name, "..") {
		return false
	}
	ascii, err := idna.Lookup.ToASCII(strings.ToLower(name))
	if err != nil {
		return false
	}
	suffix, known := publicsuffix.PublicSuffix(ascii)
	if !known || len(ascii) <= len(suffix)+1 {
		return false
	}
	owner := ascii[:len(ascii)-len(suffix)-1]
	owner = owner[strings.LastIndexByte(owner, '.')+1:]
	www := strings.HasPrefix(ascii, "www.")
	return !allDigits(owner) && (followed || www || len(owner) > 1 && !newSentence(name))
}

// newSentence tells "the campaign.It was" and "film.mov" from an address.
func newSentence(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	return capital(last, 0) && strings.ToUpper(name) != name || last == "zip" || last == "mov"
}
