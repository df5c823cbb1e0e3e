package reading

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands on every page is furniture and no answer: running titles,
// disclaimers, page numbers, addresses of links that a page was printed with. It is
// found because it repeats in places that have nothing else in common, or by its
// place beside what does.

// A sift tells the furniture of a document from what it says.
type sift struct {
	Document
	labels    Labels
	all       string   // what the labels say, letters only
	keys      []string // of each line: what it is compared by
	asked     []bool   // whether the line is a piece of a label
	furniture []bool
	openers   map[string]bool // the questions that open a table
}

// The measures of furniture.
const (
	mostOften  = 3  // times a line is there, at least
	ownLetters = 8  // letters that tell a line of furniture from a short answer
	wordy      = 12 // letters of a line that two answers hardly end with
	atEdges    = 2  // or so often, at the edges of pages
)

func (d Document) sift(labels Labels) *sift {
	s := &sift{Document: d, labels: labels, keys: make([]string, len(d.Lines)), asked: make([]bool, len(d.Lines)), furniture: make([]bool, len(d.Lines)), openers: labels.openers()}
	var all strings.Builder
	for _, l := range labels {
		all.WriteString(string(l.letters))
		all.WriteByte('|')
	}
	s.all = all.String()
	for i := range d.Lines {
		s.keys[i] = keyOf(d.line(i))
	}
	s.findAsked()
	s.repeated()
	s.beside()
	s.numbers()
	s.dumped()
	return s
}

// keyOf is what two lines are compared by: letters and digits, but for a number at
// either end, which may be that of a page or of a question.
func keyOf(line string) string {
	if pageNumber(line) {
		return "#"
	}
	var key strings.Builder
	key.Grow(len(line) + 1)
	digits := 0 // that may stand at the end
	for at, r := range line {
		switch {
		case r < utf8.RuneSelf && 'a' <= r|0x20 && r|0x20 <= 'z':
			if key.Len() == 0 && digits > 0 {
				key.WriteByte('#')
			} else if digits > 0 {
				key.WriteString(keyDigits(line[:at], digits))
			}
			key.WriteByte(byte(r | 0x20))
			digits = 0
		case '0' <= r && r <= '9':
			digits++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			key.WriteRune(unicode.ToLower(r))
			digits = 0
		}
	}
	if key.Len() == 0 {
		return "=" + strings.TrimSpace(line)
	}
	return key.String()
}

// keyDigits are the last digits of a text.
func keyDigits(text string, digits int) string {
	var last []byte
	for i := len(text) - 1; i >= 0 && len(last) < digits; i-- {
		if '0' <= text[i] && text[i] <= '9' {
			last = append(last, text[i])
		}
	}
	return string(last)
}

// repeated marks the lines that repeat between others that do not.
func (s *sift) repeated() {
	places := map[string][]int{}
	for i, key := range s.keys {
		if len(key) >= ownLetters && key[0] != '=' && s.Lines[i].Cell == (Spot{}) {
			places[key] = append(places[key], i)
		}
	}
	often := func(i int) int {
		if s.asks(i) {
			return 0
		}
		return len(places[s.keys[i]])
	}
	for _, lines := range places {
		if len(lines) < atEdges || s.starts(lines[0]) || !s.everywhere(lines, often) {
			continue
		}
		for _, i := range lines {
			s.furniture[i] = true
		}
	}
}

// everywhere says whether a line stands between different lines each time, or at
// the edges of pages. What repeats beside it is looked past: furniture may have
// several lines.
func (s *sift) everywhere(lines []int, often func(int) int) bool {
	before, behind := map[string]bool{}, map[string]bool{}
	answers, edges := 0, 0
	for _, i := range lines {
		up, down := s.next(i, -1, often), s.next(i, 1, often)
		before[s.keyAt(up.line)], behind[s.keyAt(down.line)] = true, true
		switch {
		case max(up.most, down.most) > 2*len(lines): // it is beside furniture, and no part of it
			answers++
		case s.firstOf(down.line), s.starts(down.line) && onlyCountries(s.line(i)): // it is a heading
			answers++
		case up.edge || down.edge || s.top(i) || s.top(down.line):
			edges++
		case !s.Labels && s.starts(down.line) && s.starts(up.line):
			answers++
		}
	}
	if answers*5 >= len(lines)*3 {
		return false
	}
	if len(s.keys[lines[0]]) < wordy {
		return edges*5 >= len(lines)*3 && len(lines) >= mostOften
	}
	return len(before) >= mostOften && len(behind) >= mostOften ||
		edges*5 >= len(lines)*3 && len(before) >= atEdges && len(behind) >= atEdges
}

// A neighbour is the line above or below that is not blank and does not repeat, how
// often those between repeat, at most, and whether a page ends there.
type neighbour struct {
	line, most int
	edge       bool
}

func (s *sift) next(i, step int, often func(int) int) (n neighbour) {
	for i += step; i >= 0 && i < len(s.keys); i += step {
		times := often(i)
		number := s.keys[i] == "#"
		if times < atEdges && !number && !s.blank(i) {
			break
		}
		n.most, n.edge = max(n.most, times), n.edge || number || s.top(i)
	}
	n.line = i
	return n
}

func (s *sift) keyAt(i int) string {
	if i < 0 || i >= len(s.keys) {
		return ""
	}
	return s.keys[i]
}

// findAsked lines: those that are a piece of a label.
func (s *sift) findAsked() {
	known := map[string]bool{}
	for i, key := range s.keys {
		letters := strings.TrimLeft(key, "#")
		asked, seen := known[letters]
		if !seen {
			asked = len(letters) >= shortestPiece && len(letters) <= longestPiece && strings.Contains(s.all, letters)
			known[letters] = asked
		}
		s.asked[i] = asked
	}
}

// The pieces of a label that are looked for, in bytes: "N/A" is none.
const shortestPiece, longestPiece = 4, 60

// asks says whether a line is a piece of a label.
func (s *sift) asks(i int) bool { return i >= 0 && i < len(s.asked) && s.asked[i] }

// starts says whether a line begins as a label does, or is a piece of one.
func (s *sift) starts(i int) bool {
	key := strings.TrimLeft(s.keyAt(i), "#")
	return s.asks(i) || len(key) >= labelStart && s.beginning(key[:labelStart])
}

const labelStart = 10 // letters that tell a label

func (s *sift) beginning(letters string) bool {
	for at := strings.Index(s.all, letters); at >= 0; {
		if at == 0 || s.all[at-1] == '|' {
			return true
		}
		more := strings.Index(s.all[at+1:], letters)
		if more < 0 {
			return false
		}
		at += 1 + more
	}
	return false
}

// firstOf says whether a line begins as the label that opens a table.
func (s *sift) firstOf(i int) bool {
	key := strings.TrimLeft(s.keyAt(i), "#")
	for _, l := range s.labels {
		if s.openers[l.question] && len(key) >= labelStart && strings.HasPrefix(string(l.letters), key[:labelStart]) {
			return true
		}
	}
	return false
}

// beside marks a line that stands where other furniture stands elsewhere, and
// says nearly the same: "EMN Ad-Hoc Query" without the topic.
func (s *sift) beside() {
	usual := map[string]map[string]bool{} // by the furniture below
	s.pairs(func(above, below int) {
		if s.furniture[above] && s.furniture[below] {
			if usual[s.keys[below]] == nil {
				usual[s.keys[below]] = map[string]bool{}
			}
			usual[s.keys[below]][s.keys[above]] = true
		}
	})
	s.pairs(func(above, below int) {
		if s.furniture[above] || !s.furniture[below] || len(s.keys[above]) < labelStart {
			return
		}
		for key := range usual[s.keys[below]] {
			s.furniture[above] = s.furniture[above] || strings.HasPrefix(key, s.keys[above])
		}
	})
}

// pairs are the lines that follow one another, blank ones aside.
func (s *sift) pairs(do func(above, below int)) {
	above := -1
	for i := range s.keys {
		if s.blank(i) {
			continue
		}
		if above >= 0 {
			do(above, i)
		}
		above = i
	}
}

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

// over is the line above that says something; -1: there is none.
func (s *sift) over(line int) int {
	for line--; line >= 0 && (s.blank(line) || s.furniture[line]); line-- {
	}
	return line
}

// top says whether a page begins with the line.
func (s *sift) top(i int) bool { return i > 0 && i < len(s.Lines) && s.Lines[i].Top }

// dumped marks the addresses at the foot of a page that the page names above: its
// links were printed with it.
func (s *sift) dumped() {
	for i := range s.Lines {
		if !s.top(i) && !s.furniture[i] {
			continue
		}
		for foot := i - 1; foot >= 0 && (s.blank(foot) || s.furniture[foot] || s.named(foot)); foot-- {
			s.furniture[foot] = s.furniture[foot] || s.named(foot)
		}
	}
}

// named says whether a line is nothing but an address that its page has above, too.
func (s *sift) named(i int) bool {
	line := strings.TrimSpace(s.line(i))
	scheme, address, ok := strings.Cut(line, "://")
	if !ok || strings.ContainsAny(line, " \t") || len(scheme) > 5 {
		return false
	}
	var above strings.Builder
	for j := s.pageOf(i); j < i; j++ {
		above.WriteString(squeezed.Replace(s.line(j)))
	}
	return strings.Contains(above.String(), strings.TrimSuffix(address, "/"))
}

// linesOfPage bounds how far above an address is looked for.
const linesOfPage = 150

// pageOf is the line with which the page of another begins.
func (s *sift) pageOf(i int) int {
	from := i
	for from > max(0, i-linesOfPage) && !s.top(from) {
		from--
	}
	return from
}

var squeezed = strings.NewReplacer(" ", "", "\t", "", "\u00a0", "")
