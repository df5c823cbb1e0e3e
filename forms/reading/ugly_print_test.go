package reading

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A press prints the rows of an ugly document, page by page.
type press struct {
	*ugly
	pages [][]string
	page  []string
	long  int // lines of a page
	print func(label, answer []string) []string
}

// text prints the document: how pages are told apart, and what stands on each of
// them, is drawn.
func (u *ugly) text() string {
	p := &press{ugly: u, long: u.between(18, 55, "lines"), print: stacked}
	if u.sometimes(2, "beside") {
		p.print = u.beside()
	}
	for _, r := range u.rows {
		p.row(r)
	}
	p.pages = append(p.pages, p.page)
	return p.bound()
}

// row prints a row; a page may end in the middle of it.
func (p *press) row(r printed) {
	if r.across != "" {
		r.answer, r.label = []string{r.across}, nil
	}
	for len(r.label) > 0 || len(r.answer) > 0 {
		if len(p.page) >= p.long {
			p.pages, p.page = append(p.pages, p.page), nil
		}
		room := p.long - len(p.page)
		label, answer := r.label[:min(room, len(r.label))], r.answer[:min(room, len(r.answer))]
		p.page = append(p.page, p.print(label, answer)...)
		r.label, r.answer = r.label[len(label):], r.answer[len(answer):]
		for range max(len(label), len(answer)) - len(p.print(label, answer)) {
			p.page = append(p.page, "")
		}
	}
}

// stacked is a row as it comes out of a PDF: the lines of the label, then those of
// the answer; one line of each is one line.
func stacked(label, answer []string) []string {
	if len(label) == 1 && len(answer) > 0 {
		return append([]string{label[0] + " " + answer[0]}, answer[1:]...)
	}
	return append(append([]string{}, label...), answer...)
}

// beside is a row as it stands in a text that keeps its columns.
func (u *ugly) beside() func(label, answer []string) []string {
	widest := 0
	for _, r := range u.rows {
		for _, line := range r.label {
			widest = max(widest, utf8.RuneCountInString(line))
		}
	}
	gap := u.between(2, 6, "gap")
	return func(label, answer []string) (lines []string) {
		if label == nil && len(answer) == 1 {
			return answer
		}
		for i := range max(len(label), len(answer)) {
			left, right := "", ""
			if i < len(label) {
				left = label[i]
			}
			if i < len(answer) {
				right = answer[i]
			}
			space := strings.Repeat(" ", widest+gap-utf8.RuneCountInString(left))
			lines = append(lines, strings.TrimRight(left+space+right, " "))
		}
		return lines
	}
}

// bound puts the pages together, with what stands on each.
func (p *press) bound() string {
	foot, head := p.furniture()
	ends := []string{"\n", "\n\f", "\n\n"}[p.between(0, 2, "ends")]
	if len(p.pages) < mostOften+1 {
		ends, foot, head = "\n\f", "", ""
	}
	var b strings.Builder
	for i, lines := range p.pages {
		if head != "" {
			fmt.Fprintln(&b, head)
		}
		b.WriteString(strings.Join(lines, "\n") + "\n")
		b.WriteString(strings.NewReplacer("##", fmt.Sprint(len(p.pages)), "#", fmt.Sprint(i+1)).Replace(foot))
		b.WriteString(ends)
	}
	return b.String()
}

// furniture draws what stands at the foot of each page, and at its head.
func (p *press) furniture() (foot, head string) {
	feet := []string{
		"EMN Ad-Hoc Query: Preventing something else entirely\n\n",
		"Please note: what stands here was gathered by the contact points, so that others\ncan learn from it. No government is bound by it, and some of it\nmay have changed since it was written.",
		"Page # of ##", "#", "- # -", "EMN inform\n# / ##",
	}
	n := p.between(1, len(feet), "feet")
	foot = feet[n-1]
	if p.sometimes(2, "more") {
		foot = feet[0] + foot
	}
	if p.sometimes(2, "head") || n == 4 || n == 5 {
		head = "Réponse de la Belgique – limited"
	}
	return foot, head
}
