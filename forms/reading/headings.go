package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/forms"
)

// The measures of a heading.
const (
	longestHeading = 160 // characters of a line of it
	mostHeadings   = 3   // lines
	capitals       = 8   // letters of a line in capitals, at least
)

// isHeading says whether a line reads like the heading of a record: it names
// countries and nothing else, or is all in capitals.
func (c *scan) isHeading(line string) bool {
	line = strings.TrimSpace(line)
	if line == "" || utf8.RuneCountInString(line) > longestHeading {
		return false
	}
	if inCapitals(line) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "0123456789.) "))
	if !unicode.IsUpper(first) || len(line) > longestHeading/2 {
		return false
	}
	return onlyCountries(line)
}

func onlyCountries(line string) bool {
	_, alone := forms.CountriesIn(line)
	return alone
}

// inCapitals: several words, all of them.
func inCapitals(line string) bool {
	letters := 0
	for _, r := range line {
		if unicode.IsLower(r) || r == '@' {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= capitals && !strings.HasSuffix(line, ".")
}

// above is the line over a label, blank ones aside; -1: there is none.
func (c *scan) above(m mark) int {
	return c.over(c.lineAt(m.parts[0].from))
}

// heading is the lines of the heading over a record, first to last, that stand
// below a place. If they are all that follows a label there, they may be its answer:
// then only countries count.
func (c *scan) heading(m mark, below int, answer bool) (lines []int) {
	table := c.Lines[c.lineAt(m.from())].Cell.Table
	stands := func(at int) bool {
		in := c.Lines[at].Cell
		return c.Lines[at].From >= below && (in == (Spot{}) || in.Table == table && in.Column == 1)
	}
	if lines = c.titled(m, stands); lines != nil {
		return lines
	}
	mayBe := func(at int) bool { return stands(at) && c.isHeading(c.line(at)) }
	for at := c.above(m); at >= 0 && len(lines) < mostHeadings && mayBe(at); at = c.over(at) {
		lines = append([]int{at}, lines...)
	}
	if !answer {
		return lines
	}
	for len(lines) > 0 {
		above := c.over(lines[0])
		if above >= 0 && c.Lines[above].From >= below || onlyCountries(c.line(lines[0])) {
			break
		}
		lines = lines[1:]
	}
	return lines
}

// titled is the lines of a heading that has countries in it and the title of the
// record, which comes again behind the first label: "GUINEA: Stay safe".
func (c *scan) titled(m mark, stands func(int) bool) (lines []int) {
	var words string
	for at := c.above(m); at >= 0 && len(lines) < mostHeadings && stands(at); at = c.over(at) {
		lines = append([]int{at}, lines...)
		words = strings.TrimSpace(c.line(at)) + " " + words
		if before, title, ok := countryAndTitle(words); ok && onlyCountries(before) && c.follows(m, title) {
			return lines
		}
	}
	return nil
}

func countryAndTitle(heading string) (country, title string, ok bool) {
	return strings.Cut(heading, ": ")
}

// follows says whether a text is what stands behind a label, letter by letter.
func (c *scan) follows(m mark, text string) bool {
	want := lettersOf(text)
	behind := c.Text[m.end():min(len(c.Text), m.end()+longestHeading*mostHeadings)]
	got := firstLetters(behind, len(want))
	return len(want) > 0 && slices.EqualFunc(want, got, func(a, b letter) bool { return a.rune == b.rune })
}
