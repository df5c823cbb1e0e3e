package forms

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// readLinks reads addresses in the order of the text, each once: with and
// without scheme, and handles. An e-mail address is none.
func readLinks(raw string) Reading {
	links := &Links{Links: []string{}}
	if reason := readReason(raw); reason != "" {
		return Reading{Reason: reason, Links: links}
	}
	s := linkScan{raw: raw, links: links, seen: map[string]bool{}}
	s.run()
	if len(links.Links) == 0 {
		links.Named = namesPage(raw)
	}
	return Reading{Links: links}
}

// LinksIn are the addresses in a text, whatever was asked, in its order and
// each once.
func LinksIn(text string) []string {
	s := linkScan{raw: text, links: &Links{}, seen: map[string]bool{}}
	s.run()
	return s.links.Links
}

// unsafeSchemes run or open something on the reader's own machine.
var unsafeSchemes = map[string]bool{
	"javascript": true, "data": true, "file": true, "vbscript": true, "blob": true, "about": true, "filesystem": true,
	"livescript": true, "mocha": true, "jar": true, "mhtml": true, "chrome": true, "resource": true, "view-source": true,
}

// A linkScan walks a text from run to run: a run is letters, digits, dots and
// what else a host name is made of. Each byte is looked at a bounded number of times.
type linkScan struct {
	raw   string
	links *Links
	seen  map[string]bool
	at    int
}

func (s *linkScan) run() {
	for s.at < len(s.raw) {
		end := s.at + runLength(s.raw[s.at:])
		if end == s.at {
			s.other()
			continue
		}
		s.take(s.at, end)
	}
}

// other passes what is no run: a handle begins with one.
func (s *linkScan) other() {
	if s.raw[s.at] != '@' {
		_, size := utf8.DecodeRuneInString(s.raw[s.at:])
		s.at += size
		return
	}
	end := s.at + 1
	for end < len(s.raw) && inHandle(s.raw[end]) {
		end++
	}
	if handle := strings.TrimRight(s.raw[s.at:end], "."); len(handle) > 2 && !allDigits(handle[1:]) {
		s.add(handle)
	}
	s.at = end
}

// take looks at one run, and goes on behind what it began.
func (s *linkScan) take(from, end int) {
	rest := s.raw[end:]
	switch {
	case strings.HasPrefix(rest, "@"): // an e-mail address
		s.at = end + 1 + runLength(rest[1:])
	case opensUnsafe(s.raw[from:end], rest):
		s.at = addressEnd(s.raw, from)
		s.links.Unsafe = append(s.links.Unsafe, s.raw[from:s.at])
	case strings.HasPrefix(rest, "://") && isScheme(s.raw[from:end]) && len(rest) > 3 && !stopsAddress(rest[3:]):
		s.address(from)
	default:
		s.host(from, end)
	}
}

// host takes a run that is a known kind of host name, and what follows it.
func (s *linkScan) host(from, end int) {
	name := strings.TrimLeft(s.raw[from:end], "-._+")
	from = end - len(name)
	followed := end < len(s.raw) && strings.IndexByte("/?#:", s.raw[end]) >= 0 && end+1 < len(s.raw) && !stopsAddress(s.raw[end+1:])
	if !isHost(strings.TrimRight(name, "-._+"), followed) {
		s.at = end
		return
	}
	s.address(from)
}

// address takes an address to its end, over the ends of lines where the next
// line can only be its continuation.
func (s *linkScan) address(from int) {
	end := addressEnd(s.raw, from)
	link := s.raw[from:end]
	for range mostBreaks {
		more := continuation(link, s.raw[end:])
		if more == "" {
			break
		}
		end += strings.Index(s.raw[end:], more) + len(more)
		link += more
	}
	s.at = end
	s.add(trimAddress(link))
}

func (s *linkScan) add(link string) {
	if !s.seen[link] {
		s.seen[link] = true
		s.links.Links = append(s.links.Links, link)
	}
}

// runLength is how far letters, digits and the signs of host names go.
func runLength(text string) int {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if !inHandle(c) && c != '-' && c != '+' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			return i
		}
		i += size
	}
	return len(text)
}

func inHandle(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '.'
}

func allDigits(text string) bool {
	return strings.Trim(text, "0123456789.") == ""
}

// opensUnsafe: a scheme counts only directly before something, "Data: 15" is none.
func opensUnsafe(scheme, rest string) bool {
	if len(rest) < 2 || rest[0] != ':' || len(scheme) > 16 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return !unicode.IsSpace(next) && unsafeSchemes[strings.ToLower(strings.TrimLeft(scheme, "-._+"))]
}

func isScheme(text string) bool {
	if text == "" || len(text) > 16 {
		return false
	}
	for i := range len(text) {
		if c := text[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// namesPage says whether a text without address names a page, or says that
// there is none: then nobody forgot it.
func namesPage(raw string) bool {
	known := pageWords()
	for _, w := range words(raw) {
		if known[w.text] {
			return true
		}
	}
	return false
}

var pageWords = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for w := range strings.FieldsSeq(`no none not never without site sites website websites webpage webpages page pages web internet
		facebook twitter youtube instagram linkedin tiktok telegram whatsapp viber snapchat channel channels account accounts profile
		blog app apps hashtag link links online aucun aucune pas kein keine nicht geen niet ingen ikke inte seite seiten compte pagina
		nil nessun nessuno ninguno sin sem brak není nincs nav nema puudub ei`) {
		known[folded(w)] = true
	}
	return known
})
