package forms

import "strings"

// linkUnsafe looks into every text, for a link may stand in any.
func linkUnsafe(c *cell) finding {
	links := c.reading.Links
	if links == nil && mayBeScheme(c.answer.Text) {
		links = readLinks(c.answer.Text).Links
	}
	if links == nil || len(links.Unsafe) == 0 {
		return finding{}
	}
	return found(Warning, links.Unsafe[0])
}

// mayBeScheme spares most texts the search for links: an unsafe scheme ends in a
// letter and a colon with something directly behind it.
func mayBeScheme(text string) bool {
	for {
		before, after, ok := strings.Cut(text, ":")
		if !ok || after == "" {
			return false
		}
		web := strings.HasPrefix(after, "//") && (strings.HasSuffix(before, "http") || strings.HasSuffix(before, "https"))
		if !web && after[0] > ' ' && endsInLetter(before) {
			return true
		}
		text = after
	}
}

func endsInLetter(text string) bool {
	if text == "" {
		return false
	}
	last := text[len(text)-1] | 0x20 // a capital letter is as good
	return 'a' <= last && last <= 'z'
}

func linkNone(c *cell) finding {
	links := c.reading.Links
	switch {
	case links == nil || c.silent() || len(links.Links) > 0 || len(links.Unsafe) > 0:
		return finding{}
	case links.Named:
		return found(Note)
	}
	return found(Warning)
}
