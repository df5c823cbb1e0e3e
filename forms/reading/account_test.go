package reading

import (
	"strings"
	"testing"
	"unicode"
)

// account counts the characters of a document by what they were taken for, and
// checks that what was placed is in the cells, and what was left is told.
func account(t interface {
	Helper()
	Errorf(string, ...any)
}, d Document, p Proposal,
) map[use]int {
	t.Helper()
	if was, now := lettersAndDigits(d.Text), lettersAndDigits(p.of.Text); was != now {
		t.Errorf("%d letters and digits in the document, and %d in its columns", was, now)
	}
	d = p.of
	count, letters := map[use]int{}, map[use]int{}
	for at, r := range d.Text {
		if !unicode.IsSpace(r) {
			count[p.uses[at]]++
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters[p.uses[at]]++
		}
	}
	var placed, headings, left strings.Builder
	for _, a := range p.Content.Answers {
		placed.WriteString(a.Text)
	}
	for _, r := range p.Content.Records {
		placed.WriteString(r.Note.Text)
		headings.WriteString(r.Heading)
		for _, a := range r.Cells {
			placed.WriteString(a.Text)
		}
	}
	for _, l := range p.Left {
		left.WriteString(l.Text)
	}
	for as, text := range map[use]string{asText: placed.String(), asHeading: headings.String(), leftOver: left.String()} {
		if got := lettersAndDigits(text); got != letters[as] {
			t.Errorf("%d letters and digits were taken as %d, and %d came out", letters[as], as, got)
		}
	}
	return count
}

func lettersAndDigits(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func TestEveryCharacterOfBelgiumIsAccountedFor(t *testing.T) {
	d, p := belgium(t)
	count := account(t, d, p)
	all := 0
	for _, n := range count {
		all += n
	}
	if want := len([]rune(strings.Join(strings.Fields(d.Text), ""))); all != want {
		t.Errorf("%d characters of %d", all, want)
	}
	if count[leftOver] > all/20 {
		t.Errorf("%d of %d characters found no place: %v", count[leftOver], all, p.Left)
	}
	t.Logf("text %d, labels %d, headings %d, furniture %d, header %d, left over %d",
		count[asText], count[asLabel], count[asHeading], count[asFurniture], count[asHeader], count[leftOver])
}
