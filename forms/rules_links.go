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

// mayBeScheme spares most texts the search for links: an unsafe scheme is a
// letter, a colon and something directly behind it.
func mayBeScheme(text string) bool {
	for {
		at := strings.IndexByte(text, ':')
		if at < 0 || at+1 == len(text) {
			return false
		}
		letter := at > 0 && (text[at-1]|0x20) >= 'a' && (text[at-1]|0x20) <= 'z'
		if text = text[at+1:]; letter && text[0] > ' ' && !strings.HasPrefix(text, "//") {
			return true
		}
	}
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
