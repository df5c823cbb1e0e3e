package workflow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/workflow/document"
)

// begins are how an address in a text begins, and what is put before it to make
// it a link.
var begins = []struct{ sign, scheme string }{
	{"http://", ""}, {"https://", ""}, {"mailto:", ""}, {"www.", "http://"},
}

// linked is a text whose addresses are links, and which says where its language
// is another. Its words are as they were.
func linked(text string) document.Text {
	var spans document.Text
	for {
		from, to, link := findLink(text)
		if link == "" {
			break
		}
		if from > 0 {
			spans = append(spans, spoken(document.Span{Text: text[:from]})...)
		}
		spans = append(spans, document.Span{Text: text[from:to], Link: link})
		text = text[to:]
	}
	if text != "" {
		spans = append(spans, spoken(document.Span{Text: text})...)
	}
	return spans
}

// findLink is the first address in a text, and where it leads; "" for none.
func findLink(text string) (from, to int, link string) {
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], "hHmMwW")
		if i < 0 {
			break
		}
		at += i
		if link, size := linkAt(text, at); size > 0 {
			return at, at + size, link
		}
		at++
	}
	return 0, 0, ""
}

// linkAt is the address that begins there, if one does, and its length.
func linkAt(text string, at int) (link string, size int) {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); unicode.IsLetter(before) || unicode.IsDigit(before) || before == '.' || before == '/' {
		return "", 0
	}
	for _, b := range begins {
		if len(text)-at <= len(b.sign) || !strings.EqualFold(text[at:at+len(b.sign)], b.sign) {
			continue
		}
		size = linkSize(text[at:])
		if size > len(b.sign) {
			return b.scheme + text[at:at+size], size
		}
	}
	return "", 0
}

// linkSize is how far an address goes: to the next space, without the
// punctuation of the sentence around it.
func linkSize(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`<>"“”„«»`, r)
	})
	if end < 0 {
		end = len(text)
	}
	unopened := strings.Count(text[:end], ")") - strings.Count(text[:end], "(")
	for end > 0 {
		last, size := utf8.DecodeLastRuneInString(text[:end])
		switch {
		case last == ')' && unopened > 0:
			unopened--
		case !strings.ContainsRune(".,;:!?'’]}", last):
			return end
		}
		end -= size
	}
	return end
}
