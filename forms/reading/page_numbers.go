package reading

import (
	"strings"
	"unicode"
)

// numbers marks the numbers of pages: below furniture, or counting up.
func (s *sift) numbers() {
	s.countUp()
	s.pairs(func(above, below int) {
		if s.furniture[above] && s.keys[below] == "#" {
			s.furniture[below] = true
		}
	})
}

// pageNumber says whether a line is nothing but the number of a page.
func pageNumber(line string) bool {
	if len(line) > longestNumber || !strings.ContainsAny(line, "0123456789") {
		return false
	}
	fields := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	numbers := 0
	for _, f := range fields {
		switch {
		case strings.Trim(f, "0123456789") == "" && len(f) < 5:
			numbers++
		case !pageWords[f]:
			return false
		}
	}
	return numbers == 1 && len(fields) <= 2 || numbers == 2 && (len(fields) > 2 || strings.Contains(line, "/"))
}

// longestNumber of a page, in bytes: "Page 112 of 1000".
const longestNumber = 30

var pageWords = map[string]bool{"page": true, "p": true, "of": true, "seite": true, "von": true, "sur": true, "de": true, "pagina": true, "van": true, "side": true, "av": true}

// countUp marks the longest row of lines that are nothing but numbers, each one more
// than the one before.
func (s *sift) countUp() {
	type link struct{ before, length int }
	chain, last, longest := map[int]link{}, map[int]int{}, -1
	for i := range s.keys {
		if s.keys[i] != "#" || s.Lines[i].Cell != (Spot{}) {
			continue
		}
		n := numberOf(s.line(i))
		l := link{-1, 1}
		if before, ok := last[n-1]; ok {
			l = link{before, chain[before].length + 1}
		}
		chain[i], last[n] = l, i
		if longest < 0 || l.length > chain[longest].length {
			longest = i
		}
	}
	if longest < 0 || chain[longest].length < mostOften {
		return
	}
	for i := longest; i >= 0; i = chain[i].before {
		s.furniture[i] = true
	}
}

// numberOf is the first number in a line.
func numberOf(line string) (n int) {
	from := max(0, strings.IndexAny(line, "0123456789"))
	for _, r := range line[from:] {
		if r < '0' || r > '9' || n > 1e6 {
			break
		}
		n = 10*n + int(r-'0')
	}
	return n
}
