package reading

import "strings"

// dumped marks the addresses at the foot of a page that the page names above: its
// links were printed with it.
func (s *sift) dumped() {
	for i := range s.Lines {
		if !s.top(i) && !s.furniture[i] {
			continue
		}
		for foot := i - 1; foot >= max(0, i-farthest) && (s.blank(foot) || s.furniture[foot] || s.named(foot)); foot-- {
			s.furniture[foot] = s.furniture[foot] || !s.blank(foot)
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
		_, _ = squeezed.WriteString(&above, s.line(j)) // a builder never fails
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
