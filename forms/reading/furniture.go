package reading

import "strings"

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
	opening   map[string]bool // how their labels begin
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
	s.opening = map[string]bool{}
	for _, l := range labels {
		if head := string(l.letters); s.openers[l.question] && len(head) >= labelStart {
			s.opening[head[:labelStart]] = true
		}
	}
	for i := range d.Lines {
		s.keys[i] = keyOf(d.line(i))
		s.furniture[i] = d.Lines[i].Furniture
	}
	s.findAsked()
	s.repeated()
	s.beside()
	s.numbers()
	s.dumped()
	s.keys = nil // they take as much as the document, and nobody compares lines any more
	return s
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
	from := i
	for i += step; i >= 0 && i < len(s.keys) && abs(i-from) < farthest; i += step {
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

// farthest is how many lines are looked past, so that no text takes for ever.
const farthest = 200

func abs(n int) int { return max(n, -n) }

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
	return len(key) >= labelStart && s.opening[key[:labelStart]]
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

// over is the line above that says something; -1: there is none.
func (s *sift) over(line int) int {
	from := line
	for line--; line >= 0 && (s.blank(line) || s.furniture[line]); line-- {
		if from-line > farthest {
			return -1
		}
	}
	return line
}

// top says whether a page begins with the line.
func (s *sift) top(i int) bool { return i > 0 && i < len(s.Lines) && s.Lines[i].Top }
